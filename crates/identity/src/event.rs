use serde_json::Value;

use crate::{AccountId, EventId, Mode, RequestId, SessionId, Timestamp};

string_enum! {
    /// What can happen to a session, by the names of Stripe's event types.
    pub enum EventType {
        /// The caller canceled it, or redacted it before it had a result.
        Canceled = "identity.verification_session.canceled",
        /// The caller created it; the event holds the session in `requires_input`.
        Created = "identity.verification_session.created",
        /// The person submitted, and the checks begin.
        Processing = "identity.verification_session.processing",
        /// Everything personal is erased, from backups too where those are accounted for.
        Redacted = "identity.verification_session.redacted",
        /// A submission failed, the person declined, or a begun attempt was abandoned; `last_error`
        /// says which.
        RequiresInput = "identity.verification_session.requires_input",
        /// Every check passed.
        Verified = "identity.verification_session.verified",
    }
}

impl EventType {
    /// Types that endpoints enabled for `*` don't get.
    pub fn needs_explicit_selection(self) -> bool {
        self == Self::Redacted
    }
}

/// The API call that caused an event. Both members are `None` where the person or a worker caused it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOrigin {
    /// `req_…`, as the call's answer has it in its `Request-Id` header.
    pub id: Option<RequestId>,
    /// The call's `Idempotency-Key` header, where it had one.
    pub idempotency_key: Option<String>,
}

/// Something that happened to a session, with the session as it was then.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// `evt_…`; every delivery of the event carries it, so that receivers can tell repetitions.
    pub id: EventId,
    /// The account whose endpoints are told.
    pub account: AccountId,
    /// The session's; endpoints of the other mode hear nothing.
    pub mode: Mode,
    /// By the server's clock, which a session's own may be ahead of in test mode.
    pub created: Timestamp,
    /// Decides which endpoints are told: [`crate::WebhookEndpoint::wants`].
    pub event_type: EventType,
    /// The session it is about. Deliveries of one session to one endpoint go out in order.
    pub session: SessionId,
    /// The session's resource at that moment, without expand-only fields.
    pub object: Value,
    /// Stripe's `request`.
    pub origin: RequestOrigin,
    /// Number of endpoints that have yet to take the event.
    pub pending_webhooks: u32,
}
