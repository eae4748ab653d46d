//! `POST /v1/webhook_endpoints/{webhook_endpoint}`

use axum::extract::Path;
use axum::response::Response;
use identity::resource::WebhookEndpointObject;
use identity::{WebhookStatus, resource};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use store::UnitOfWork;
use wire::{Call, Command, MetadataParameter, Operation, Patch, Result, Write, change_metadata};

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

pub(crate) fn operation() -> Operation {
    Operation::form::<Params, Write>(
        "PostWebhookEndpointsWebhookEndpoint",
        "Update a webhook endpoint",
    )
    .answers::<WebhookEndpointObject>()
}

pub(crate) async fn handler(Path(id): Path<String>, command: Command<Params, Write>) -> Response {
    let Command {
        call,
        params,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&call, unit.as_mut(), &id, params).await;
    closing.close(unit, outcome).await
}

async fn execute(
    call: &Call,
    unit: &mut dyn UnitOfWork,
    id: &str,
    params: Params,
) -> Result<Value> {
    call.expand(&[])?;
    let mut record = find(call, unit, id).await?;
    let endpoint = &mut record.endpoint;
    params.description.apply(&mut endpoint.description);
    if let Some(events) = params.enabled_events {
        endpoint.enabled_events = enabled_events::check(events)?;
    }
    if let Some(url) = params.url {
        check_endpoint_url(call.mode(), &url)?;
        endpoint.url = url;
    }
    match params.disabled {
        Some(true) => endpoint.status = WebhookStatus::Disabled,
        Some(false) => endpoint.status = WebhookStatus::Enabled,
        None => {}
    }
    change_metadata(&mut endpoint.metadata, params.metadata)?;
    unit.update_endpoint(&record).await?;
    Ok(resource::webhook_endpoint(&record.endpoint, None))
}
