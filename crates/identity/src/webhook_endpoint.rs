use crate::{AccountId, EventType, Metadata, Mode, Timestamp, WebhookEndpointId};

string_enum! {
    pub enum WebhookStatus {
        Enabled = "enabled",
        Disabled = "disabled",
    }
}

/// Where events are delivered. Its secret is sealed in storage and lives beside, not inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookEndpoint {
    pub id: WebhookEndpointId,
    pub account: AccountId,
    pub mode: Mode,
    pub created: Timestamp,
    pub url: String,
    pub description: Option<String>,
    /// Event type names, or the single entry `*`.
    pub enabled_events: Vec<String>,
    pub metadata: Metadata,
    pub status: WebhookStatus,
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
