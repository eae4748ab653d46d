use crate::{AccountId, EventType, Metadata, Mode, Timestamp, WebhookEndpointId};

string_enum! {
    /// Whether an endpoint is told of anything.
    pub enum WebhookStatus {
        /// Events that it [wants](WebhookEndpoint::wants) are delivered.
        Enabled = "enabled",
        /// Switched off by the caller; events of that time are not delivered later either.
        Disabled = "disabled",
    }
}

/// An address that events are delivered to. Its [`crate::SigningSecrets`] are stored beside it, sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookEndpoint {
    /// `we_…`.
    pub id: WebhookEndpointId,
    /// The account whose events are delivered.
    pub account: AccountId,
    /// The mode whose events are delivered.
    pub mode: Mode,
    /// By the server's clock.
    pub created: Timestamp,
    /// `https:`, in test mode `http:` too.
    pub url: String,
    /// The caller's own words.
    pub description: Option<String>,
    /// Event type names, or the single entry `*`.
    pub enabled_events: Vec<String>,
    /// The caller's own pairs.
    pub metadata: Metadata,
    /// Changed by the caller alone; an endpoint that keeps failing stays enabled:
    /// [`crate::EndpointHealth`].
    pub status: WebhookStatus,
    /// What its events say under `api_version`; `None` for [`crate::API_VERSION`]. The shapes are the
    /// same.
    pub api_version: Option<String>,
}

impl WebhookEndpoint {
    /// Whether events of this type go to this endpoint. `*` leaves out the types that have to be
    /// named.
    pub fn wants(&self, event: EventType) -> bool {
        self.status == WebhookStatus::Enabled
            && self.enabled_events.iter().any(|name| {
                name == event.as_str() || (name == "*" && !event.needs_explicit_selection())
            })
    }
}
