//! `POST /v1/webhook_endpoints/{webhook_endpoint}`

use identity::resource::{Rendered, WebhookEndpointObject};
use identity::{WebhookStatus, resource};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{Context, Endpoint, MetadataParameter, Patch, Result, Write, change_metadata};

use super::{check_endpoint_url, enabled_events, find};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    description: Patch<String>,
    disabled: Option<bool>,
    #[schemars(length(min = 1))]
    enabled_events: Option<Vec<String>>,
    metadata: MetadataParameter,
    #[schemars(regex(pattern = "^https?://"))]
    url: Option<String>,
}

pub(crate) struct Update;

impl Endpoint for Update {
    const ID: &'static str = "PostWebhookEndpointsWebhookEndpoint";
    const SUMMARY: &'static str = "Update a webhook endpoint";

    type Access = Write;
    type Path = String;
    type Params = Params;
    type Answer = Rendered<WebhookEndpointObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        params: Params,
    ) -> Result<Self::Answer> {
        context.call.expand(&[])?;
        let mut record = find(context.call, context.unit, &id).await?;
        let endpoint = &mut record.endpoint;
        params.description.apply(&mut endpoint.description);
        if let Some(events) = params.enabled_events {
            endpoint.enabled_events = enabled_events::check(events)?;
        }
        if let Some(url) = params.url {
            check_endpoint_url(context.call.mode(), &url)?;
            endpoint.url = url;
        }
        match params.disabled {
            Some(true) => endpoint.status = WebhookStatus::Disabled,
            Some(false) => endpoint.status = WebhookStatus::Enabled,
            None => {}
        }
        change_metadata(&mut endpoint.metadata, params.metadata)?;
        context.unit.update_endpoint(&record).await?;
        Ok(resource::webhook_endpoint(&record.endpoint, None))
    }
}
