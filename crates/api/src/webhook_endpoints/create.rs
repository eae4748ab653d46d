//! `POST /v1/webhook_endpoints`

use identity::resource::{Rendered, WebhookEndpointObject};
use identity::{SigningSecrets, WebhookEndpoint, WebhookEndpointId, WebhookStatus, resource};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{
    ApiError, Context, Endpoint, MetadataParameter, Patch, Result, Write, is_api_version,
    new_metadata,
};

use super::{check_endpoint_url, enabled_events};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Params {
    api_version: Option<String>,
    connect: Option<bool>,
    #[serde(default)]
    description: Patch<String>,
    #[schemars(required, length(min = 1))]
    enabled_events: Option<Vec<String>>,
    #[serde(default)]
    metadata: MetadataParameter,
    /// Where events are posted.
    #[schemars(required, regex(pattern = "^https?://"))]
    url: Option<String>,
}

pub(crate) struct Create;

impl Endpoint for Create {
    const ID: &'static str = "PostWebhookEndpoints";
    const SUMMARY: &'static str = "Create a webhook endpoint";

    type Access = Write;
    type Path = ();
    type Params = Params;
    type Answer = Rendered<WebhookEndpointObject<'static>>;

    async fn execute(context: &mut Context<'_>, (): (), params: Params) -> Result<Self::Answer> {
        context.call.expand(&[])?;
        let url = params.url.ok_or_else(|| ApiError::missing("url"))?;
        check_endpoint_url(context.call.mode(), &url)?;
        let events = params
            .enabled_events
            .ok_or_else(|| ApiError::missing("enabled_events"))?;
        if params.connect == Some(true) {
            let message = "There are no connected accounts here whose events could be delivered.";
            return Err(ApiError::invalid("connect", message));
        }
        if params
            .api_version
            .as_deref()
            .is_some_and(|version| !is_api_version(version))
        {
            let message = "`api_version` has to look like `2026-10-28.endive` or `2020-08-27`.";
            return Err(ApiError::invalid("api_version", message));
        }
        let random = context.services.random.as_ref();
        let endpoint = WebhookEndpoint {
            id: WebhookEndpointId::generate(random),
            account: context.call.scope().account.clone(),
            mode: context.call.mode(),
            created: context.call.now,
            url,
            description: params.description.value(),
            enabled_events: enabled_events::check(events)?,
            metadata: new_metadata(params.metadata)?,
            status: WebhookStatus::Enabled,
            api_version: params.api_version,
        };
        let secrets = SigningSecrets::generate(random);
        let record = context.services.seal_endpoint(endpoint, &secrets)?;
        context.unit.insert_endpoint(&record).await?;
        Ok(resource::webhook_endpoint(
            &record.endpoint,
            Some(secrets.current()),
        ))
    }
}
