//! `GET /v1/webhook_endpoints`

use axum::Json;
use identity::resource;
use identity::resource::WebhookEndpointObject;
use serde_json::Value;
use wire::{ListQuery, Operation, Read, Result, cursor_error, list};

use super::WHAT;
use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::list::<NoParameters, Read>("GetWebhookEndpoints", "List webhook endpoints")
        .answers::<WebhookEndpointObject>()
}

pub(crate) async fn handler(query: ListQuery<NoParameters, Read>) -> Result<Json<Value>> {
    let ListQuery {
        call,
        page,
        mut unit,
        ..
    } = query;
    call.expand_list(&[])?;
    let found = unit
        .endpoints(call.scope(), &page)
        .await
        .map_err(cursor_error(&page, WHAT))?;
    let shown = found.items.iter();
    let shown = shown.map(|record| resource::webhook_endpoint(&record.endpoint, None));
    Ok(Json(list(
        "/v1/webhook_endpoints",
        shown.collect(),
        found.has_more,
    )))
}
