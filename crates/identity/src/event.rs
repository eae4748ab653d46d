use serde_json::Value;

use crate::{AccountId, EventId, Mode, RequestId, SessionId, Timestamp};

string_enum! {
    pub enum EventType {
        Canceled = "identity.verification_session.canceled",
        Created = "identity.verification_session.created",
        Processing = "identity.verification_session.processing",
        Redacted = "identity.verification_session.redacted",
        RequiresInput = "identity.verification_session.requires_input",
        Verified = "identity.verification_session.verified",
    }
}

impl EventType {
    /// Types that endpoints enabled for `*` don't get.
    pub fn needs_explicit_selection(self) -> bool {
        self == Self::Redacted
    }
}

/// The API call that caused an event; absent where the person or a worker did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOrigin {
    pub id: Option<RequestId>,
    pub idempotency_key: Option<String>,
}

/// Something that happened to a session, with the session as it was then.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub id: EventId,
    pub account: AccountId,
    pub mode: Mode,
    pub created: Timestamp,
    pub event_type: EventType,
    pub session: SessionId,
    /// The session's resource at that moment, without expand-only fields.
    pub object: Value,
    pub origin: RequestOrigin,
    /// Endpoints that have yet to answer.
    pub pending_webhooks: u32,
}
