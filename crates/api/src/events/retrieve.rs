//! `GET /v1/events/{id}`

use axum::Json;
use axum::extract::Path;
use identity::resource::EventObject;
use identity::{EventId, resource};
use serde_json::Value;
use wire::{ApiError, Operation, Query, Read, Result};

use super::{WHAT, horizon};
use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::read::<NoParameters, Read>("GetEventsId", "Retrieve an event")
        .answers::<EventObject>()
}

pub(crate) async fn handler(
    Path(id): Path<String>,
    query: Query<NoParameters, Read>,
) -> Result<Json<Value>> {
    let Query { call, mut unit, .. } = query;
    call.expand(&[])?;
    let missing = || ApiError::no_such(WHAT, &id, "id");
    let event = EventId::parse(&id).ok_or_else(missing)?;
    let found = unit.event(call.scope(), &event).await?;
    let event = found
        .filter(|event| event.created >= horizon(call.now))
        .ok_or_else(missing)?;
    Ok(Json(resource::event(&event, None)))
}
