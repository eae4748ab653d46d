//! The verification session and its life.

mod personal;
mod transition;

pub use personal::{ProvidedDetails, SessionPersonal, VerifiedOutputs};
pub use transition::{TransitionError, Verdict};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Guards, LastError, Metadata, Mode, Options, Random, ReportId, SessionId, Timestamp,
    VerificationType,
};

string_enum! {
    pub enum Status {
        Canceled = "canceled",
        Processing = "processing",
        RequiresInput = "requires_input",
        Verified = "verified",
    }
}

string_enum! {
    pub enum Redaction {
        Processing = "processing",
        Redacted = "redacted",
        Validated = "validated",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_related_person")]
pub struct RelatedPerson {
    pub account: String,
    pub person: String,
}

/// A request to verify one person. Personal data lives beside, sealed: [`SessionPersonal`].
#[derive(Clone, Debug, PartialEq)]
pub struct VerificationSession {
    pub id: SessionId,
    pub account: AccountId,
    pub mode: Mode,
    pub created: Timestamp,
    pub verification_type: VerificationType,
    pub status: Status,
    pub options: Options,
    pub metadata: Metadata,
    pub client_reference_id: Option<String>,
    pub related_customer: Option<String>,
    pub related_customer_account: Option<String>,
    pub related_person: Option<RelatedPerson>,
    pub return_url: Option<String>,
    pub verification_flow: Option<String>,
    pub last_error: Option<LastError>,
    pub last_report: Option<ReportId>,
    pub redaction: Option<Redaction>,
    /// How often the person submitted.
    pub submissions: u32,
    /// How often a link or client secret was spent; part of every link's MAC, so that a spent
    /// link dies and the next read derives a fresh one.
    pub links_spent: u32,
    /// Since when the session is `processing`.
    pub submitted_at: Option<Timestamp>,
    /// When the attempt that a person has begun counts as abandoned.
    pub abandon_at: Option<Timestamp>,
    /// Seconds by which the session's own time is ahead, in test mode.
    pub clock_offset: i64,
    /// What protects it from somebody who tries again and again.
    pub guards: Guards,
}

impl VerificationSession {
    /// How often a person may submit before the session closes.
    pub const SUBMISSION_LIMIT: u32 = 5;

    /// A session in `requires_input` with nothing but its identity.
    pub fn new(
        random: &dyn Random,
        account: AccountId,
        mode: Mode,
        verification_type: VerificationType,
        now: Timestamp,
    ) -> Self {
        Self {
            id: SessionId::generate(random),
            account,
            mode,
            created: now,
            verification_type,
            status: Status::RequiresInput,
            options: Options::default(),
            metadata: Metadata::new(),
            client_reference_id: None,
            related_customer: None,
            related_customer_account: None,
            related_person: None,
            return_url: None,
            verification_flow: None,
            last_error: None,
            last_report: None,
            redaction: None,
            submissions: 0,
            links_spent: 0,
            submitted_at: None,
            abandon_at: None,
            clock_offset: 0,
            guards: Guards::new(),
        }
    }

    /// Seconds that a person has, from beginning to submitting.
    pub const ABANDONED_AFTER: i64 = 3 * 24 * 3600;

    /// The session's own time.
    pub fn now(&self, now: Timestamp) -> Timestamp {
        now.plus(self.clock_offset)
    }

    /// The person has begun, at the latest now.
    pub fn begin(&mut self, now: Timestamp) {
        if self.status == Status::RequiresInput && self.abandon_at.is_none() {
            self.abandon_at = Some(now.plus(Self::ABANDONED_AFTER));
        }
    }

    /// Whether the person began, and let the time for submitting pass.
    pub fn is_abandoned(&self, now: Timestamp) -> bool {
        self.status == Status::RequiresInput && self.abandon_at.is_some_and(|end| end <= now)
    }

    /// Moves the session's own time forward. What is due later then is due earlier now.
    pub fn advance(&mut self, seconds: i64) {
        self.clock_offset = self.clock_offset.saturating_add(seconds);
        self.abandon_at = self.abandon_at.map(|end| end.plus(-seconds));
    }

    /// Whether the person may still send and submit pictures.
    pub fn is_open(&self) -> bool {
        self.status == Status::RequiresInput
            && self.redaction.is_none()
            && self.submissions < Self::SUBMISSION_LIMIT
    }
}
