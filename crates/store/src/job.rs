use identity::{AccountId, EndpointHealth, EventId, SessionId, Timestamp, WebhookEndpointId};
use serde::{Deserialize, Serialize};

/// What a worker has to do. Payloads hold identifiers alone, never personal data, and old forms
/// stay readable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum JobPayload {
    /// Check what was handed in with this submission (1 is the first).
    Verify {
        /// The session.
        session: SessionId,
        /// Which submission.
        submission: u32,
    },
    /// Bring an event to an endpoint.
    Deliver {
        /// The event.
        event: EventId,
        /// The endpoint.
        endpoint: WebhookEndpointId,
        /// The session the event is about: deliveries of one session to one endpoint keep order.
        session: SessionId,
        /// An operator asked for it once more: the event does not wait for it.
        #[serde(default)]
        resent: bool,
        /// How often the endpoint refused it. Leases are no tries: a worker may die before it
        /// sends anything.
        #[serde(default)]
        refusals: u32,
    },
    /// Remove the pictures of a session whose key is destroyed, and end its redaction.
    Redact {
        /// The session.
        session: SessionId,
        /// What is erased so far.
        #[serde(default)]
        erased: Erased,
    },
}

/// What a redaction has erased, for its receipt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// When it was asked for.
    pub requested: Option<Timestamp>,
    /// File objects.
    pub files: u64,
    /// Reports.
    pub reports: u64,
    /// Snapshots in events.
    pub events: u64,
    /// Answers kept under idempotency keys.
    pub answers: u64,
}

/// The kinds of jobs, which workers lease separately: deliveries never wait for inference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JobKind {
    /// [`JobPayload::Verify`]
    Verify,
    /// [`JobPayload::Deliver`]
    Deliver,
    /// [`JobPayload::Redact`]
    Redact,
}

impl JobKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Verify, Self::Deliver, Self::Redact];

    /// Name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Deliver => "deliver",
            Self::Redact => "redact",
        }
    }
}

impl JobPayload {
    /// Which kind this is.
    pub fn kind(&self) -> JobKind {
        match self {
            Self::Verify { .. } => JobKind::Verify,
            Self::Deliver { .. } => JobKind::Deliver,
            Self::Redact { .. } => JobKind::Redact,
        }
    }

    /// Jobs of one kind and share are leased together. Deliveries are so by endpoint: one that does
    /// not answer keeps nobody else waiting. Jobs of other kinds are one share.
    pub fn share(&self) -> &str {
        match self {
            Self::Deliver { endpoint, .. } => endpoint.as_str(),
            Self::Verify { .. } | Self::Redact { .. } => "",
        }
    }

    /// Jobs of one ordering key run one after the other, in the order they were enqueued, a retry
    /// included; jobs without an ordering key run in any order.
    pub fn ordering_key(&self) -> Option<String> {
        match self {
            Self::Deliver {
                endpoint, session, ..
            } => Some(format!("{endpoint}/{session}")),
            Self::Verify { .. } | Self::Redact { .. } => None,
        }
    }
}

/// Deliveries to one endpoint, of which some wait or run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryQueue {
    /// The endpoint, as [`JobPayload::share`] names it.
    pub share: String,
    /// When the next of them can be leased: at its run time, or at the end of its lease.
    pub due: Timestamp,
    /// How many somebody has in hand.
    pub in_hand: u32,
    /// Whose endpoint it is and how deliveries to it go; none where it is disabled or gone, and
    /// deliveries to it therefore are only settled.
    pub endpoint: Option<(AccountId, EndpointHealth)>,
}

impl DeliveryQueue {
    /// Whether the endpoint fails so steadily that it is tried less and less often.
    pub fn keeps_failing(&self) -> bool {
        let endpoint = self.endpoint.as_ref();
        endpoint.is_some_and(|(_, health)| health.keeps_failing())
    }
}

/// A leased job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Row number; grows with every job.
    pub id: i64,
    /// What to do.
    pub payload: JobPayload,
    /// How often it was leased, this time included.
    pub attempts: u32,
    /// When it was enqueued.
    pub created: Timestamp,
}
