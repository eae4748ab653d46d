use serde_json::{Value, json};

use crate::{API_VERSION, Event};

/// An `event`. `api_version` is the receiving endpoint's, where it has one.
pub fn event(event: &Event, api_version: Option<&str>) -> Value {
    json!({
        "id": event.id,
        "object": "event",
        "api_version": api_version.unwrap_or(API_VERSION),
        "created": event.created,
        "data": { "object": event.object },
        "livemode": event.mode.livemode(),
        "pending_webhooks": event.pending_webhooks,
        "request": {
            "id": event.origin.id,
            "idempotency_key": event.origin.idempotency_key,
        },
        "type": event.event_type,
    })
}
