use schemars::JsonSchema;
use serde::Serialize;

use super::rendered::{Rendered, Resource};
use crate::{Metadata, Timestamp, WebhookEndpoint, WebhookEndpointId, WebhookStatus};

/// A `webhook_endpoint`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "webhook_endpoint")]
pub struct WebhookEndpointObject<'a> {
    id: &'a WebhookEndpointId,
    #[schemars(extend("enum" = ["webhook_endpoint"]))]
    object: &'static str,
    api_version: Option<&'a str>,
    /// Always null: there are no connected applications here.
    application: Option<&'a str>,
    created: Timestamp,
    description: Option<&'a str>,
    enabled_events: &'a [String],
    livemode: bool,
    metadata: &'a Metadata,
    /// Shown once, at creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a str>,
    status: WebhookStatus,
    url: &'a str,
}

impl Resource for WebhookEndpointObject<'_> {
    type Described = WebhookEndpointObject<'static>;
}

/// The answer to a deletion.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "deleted_webhook_endpoint")]
pub struct DeletedWebhookEndpointObject<'a> {
    id: &'a WebhookEndpointId,
    #[schemars(extend("enum" = ["webhook_endpoint"]))]
    object: &'static str,
    #[schemars(extend("enum" = [true]))]
    deleted: bool,
}

impl Resource for DeletedWebhookEndpointObject<'_> {
    type Described = DeletedWebhookEndpointObject<'static>;
}

/// A `webhook_endpoint`; its secret is shown once, at creation.
pub fn webhook_endpoint(
    endpoint: &WebhookEndpoint,
    secret: Option<&str>,
) -> Rendered<WebhookEndpointObject<'static>> {
    Rendered::of(&WebhookEndpointObject {
        id: &endpoint.id,
        object: "webhook_endpoint",
        api_version: endpoint.api_version.as_deref(),
        application: None,
        created: endpoint.created,
        description: endpoint.description.as_deref(),
        enabled_events: &endpoint.enabled_events,
        livemode: endpoint.mode.livemode(),
        metadata: &endpoint.metadata,
        secret,
        status: endpoint.status,
        url: &endpoint.url,
    })
}

/// The answer to a deletion.
pub fn deleted_webhook_endpoint(
    id: &WebhookEndpointId,
) -> Rendered<DeletedWebhookEndpointObject<'static>> {
    Rendered::of(&DeletedWebhookEndpointObject {
        id,
        object: "webhook_endpoint",
        deleted: true,
    })
}
