use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::rendered::{Rendered, Resource};
use crate::{API_VERSION, Event, EventId, EventType, RequestId, Timestamp};

/// An `event`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "event")]
pub struct EventObject<'a> {
    id: &'a EventId,
    #[schemars(extend("enum" = ["event"]))]
    object: &'static str,
    api_version: Option<&'a str>,
    created: Timestamp,
    data: EventData<'a>,
    livemode: bool,
    pending_webhooks: u32,
    request: Option<EventRequest<'a>>,
    r#type: EventType,
}

impl Resource for EventObject<'_> {
    type Described = EventObject<'static>;
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "notification_event_data")]
struct EventData<'a> {
    /// The session as it was then, without what shows only on request.
    #[schemars(extend("type" = "object"))]
    object: &'a Value,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "notification_event_request")]
struct EventRequest<'a> {
    id: Option<&'a RequestId>,
    idempotency_key: Option<&'a str>,
}

/// An `event`. `api_version` is the receiving endpoint's, where it has one.
pub fn event(event: &Event, api_version: Option<&str>) -> Rendered<EventObject<'static>> {
    Rendered::of(&EventObject {
        id: &event.id,
        object: "event",
        api_version: Some(api_version.unwrap_or(API_VERSION)),
        created: event.created,
        data: EventData {
            object: &event.object,
        },
        livemode: event.mode.livemode(),
        pending_webhooks: event.pending_webhooks,
        request: Some(EventRequest {
            id: event.origin.id.as_ref(),
            idempotency_key: event.origin.idempotency_key.as_deref(),
        }),
        r#type: event.event_type,
    })
}
