//! `DELETE /v1/webhook_endpoints/{webhook_endpoint}`

use axum::extract::Path;
use axum::response::Response;
use identity::resource;
use identity::resource::DeletedWebhookEndpointObject;
use serde_json::Value;
use store::UnitOfWork;
use wire::{Call, Command, Operation, Result, Write};

use super::find;
use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::form::<NoParameters, Write>(
        "DeleteWebhookEndpointsWebhookEndpoint",
        "Delete a webhook endpoint",
    )
    .answers::<DeletedWebhookEndpointObject>()
    .without_expand()
}

pub(crate) async fn handler(
    Path(id): Path<String>,
    command: Command<NoParameters, Write>,
) -> Response {
    let Command {
        call,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&call, unit.as_mut(), &id).await;
    closing.close(unit, outcome).await
}

async fn execute(call: &Call, unit: &mut dyn UnitOfWork, id: &str) -> Result<Value> {
    call.expand(&[])?;
    let record = find(call, unit, id).await?;
    unit.delete_endpoint(call.scope(), &record.endpoint.id)
        .await?;
    Ok(resource::deleted_webhook_endpoint(&record.endpoint.id))
}
