//! `GET /v1/webhook_endpoints/{webhook_endpoint}`

use axum::Json;
use axum::extract::Path;
use identity::resource;
use identity::resource::WebhookEndpointObject;
use serde_json::Value;
use wire::{Operation, Query, Read, Result};

use super::find;
use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::read::<NoParameters, Read>(
        "GetWebhookEndpointsWebhookEndpoint",
        "Retrieve a webhook endpoint",
    )
    .answers::<WebhookEndpointObject>()
}

pub(crate) async fn handler(
    Path(id): Path<String>,
    query: Query<NoParameters, Read>,
) -> Result<Json<Value>> {
    let Query { call, mut unit, .. } = query;
    call.expand(&[])?;
    let record = find(&call, unit.as_mut(), &id).await?;
    Ok(Json(resource::webhook_endpoint(&record.endpoint, None)))
}
