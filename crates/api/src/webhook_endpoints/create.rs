//! `POST /v1/webhook_endpoints`

use axum::extract::State;
use axum::response::Response;
use identity::resource::WebhookEndpointObject;
use identity::{SigningSecrets, WebhookEndpoint, WebhookEndpointId, WebhookStatus, resource};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{
    ApiError, Call, Command, Host, MetadataParameter, Operation, Patch, Result, Write,
    is_api_version, new_metadata,
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

pub(crate) fn operation() -> Operation {
    Operation::form::<Params, Write>("PostWebhookEndpoints", "Create a webhook endpoint")
        .answers::<WebhookEndpointObject>()
}

pub(crate) async fn handler(State(host): State<Host>, command: Command<Params, Write>) -> Response {
    let Command {
        call,
        params,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&host.services, &call, unit.as_mut(), params).await;
    closing.close(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    params: Params,
) -> Result<Value> {
    call.expand(&[])?;
    let url = params.url.ok_or_else(|| ApiError::missing("url"))?;
    check_endpoint_url(call.mode(), &url)?;
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
    let random = services.random.as_ref();
    let endpoint = WebhookEndpoint {
        id: WebhookEndpointId::generate(random),
        account: call.scope().account.clone(),
        mode: call.mode(),
        created: call.now,
        url,
        description: params.description.value(),
        enabled_events: enabled_events::check(events)?,
        metadata: new_metadata(params.metadata)?,
        status: WebhookStatus::Enabled,
        api_version: params.api_version,
    };
    let secrets = SigningSecrets::generate(random);
    let record = services.seal_endpoint(endpoint, &secrets)?;
    unit.insert_endpoint(&record).await?;
    let shown = resource::webhook_endpoint(&record.endpoint, Some(secrets.current()));
    Ok(shown)
}
