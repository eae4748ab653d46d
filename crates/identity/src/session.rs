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
    /// Where a session stands, by Stripe's names.
    pub enum Status {
        /// Ended by the caller, for good: a canceled session takes nothing more.
        Canceled = "canceled",
        /// Submitted; the checks decide within minutes, or it goes back to `requires_input`.
        Processing = "processing",
        /// Waits for the person: new, or after a submission that failed.
        RequiresInput = "requires_input",
        /// Every check of the last submission passed. For good, too.
        Verified = "verified",
    }
}

string_enum! {
    /// How far the erasure of a session has come, by Stripe's names.
    pub enum Redaction {
        /// The data key is destroyed, and backups that hold a copy of it are waited for.
        Processing = "processing",
        /// Nothing can bring the personal data back.
        Redacted = "redacted",
        /// One of Stripe's; never given here.
        Validated = "validated",
    }
}

/// The person of an account at Stripe whom the session is about. Kept and shown as given; neither
/// identifier is looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_related_person")]
pub struct RelatedPerson {
    /// `acct_…` at Stripe, as the caller gave it.
    pub account: String,
    /// `person_…` at Stripe, as the caller gave it.
    pub person: String,
}

/// A request to verify one person. Personal data lives beside, sealed: [`SessionPersonal`].
#[derive(Clone, Debug, PartialEq)]
pub struct VerificationSession {
    /// `vs_…`.
    pub id: SessionId,
    /// Whose keys reach it.
    pub account: AccountId,
    /// The mode of the key that created it.
    pub mode: Mode,
    /// By the server's clock, not by the session's own.
    pub created: Timestamp,
    /// Given at its creation; an update may change it while the session is in `requires_input`.
    pub verification_type: VerificationType,
    /// Changed by [`VerificationSession::submit`] and the other transitions alone.
    pub status: Status,
    /// As the caller gave them, or the flow that the session was created from.
    pub options: Options,
    /// The caller's own pairs; redaction empties them.
    pub metadata: Metadata,
    /// The caller's own name for the session, by which lists can be filtered. Redaction leaves it.
    pub client_reference_id: Option<String>,
    /// `cus_…` at Stripe, as the caller gave it; lists can be filtered by it. Redaction leaves it.
    pub related_customer: Option<String>,
    /// `acct_…` at Stripe, as the caller gave it; lists can be filtered by it. Redaction leaves it.
    pub related_customer_account: Option<String>,
    /// Given by the caller; absent from the session's object where not given.
    pub related_person: Option<RelatedPerson>,
    /// Where the page leads when all is done, `https:` or `http:`; `None` leaves the person on the
    /// page.
    pub return_url: Option<String>,
    /// `vf_…`, where it came from a flow.
    pub verification_flow: Option<String>,
    /// Why the last attempt failed; `None` before, and from the next submission on.
    pub last_error: Option<LastError>,
    /// The report of the last submission that was decided; `None` before the first.
    pub last_report: Option<ReportId>,
    /// `None` until the caller or a retention rule asks for it.
    pub redaction: Option<Redaction>,
    /// How often the person submitted.
    pub submissions: u32,
    /// How often a link or client secret was spent; part of every link's MAC, so that a spent
    /// link dies and the next read derives a fresh one.
    pub links_spent: u32,
    /// When the submission under check was made; `None` outside of `processing`.
    pub submitted_at: Option<Timestamp>,
    /// When the attempt counts as abandoned, by the server's clock; `None` where nobody has begun, or
    /// it was submitted.
    pub abandon_at: Option<Timestamp>,
    /// Seconds by which the session's own clock is ahead of the server's: moved by developers in test
    /// mode, 0 in live mode.
    pub clock_offset: i64,
    /// What limits somebody who tries again and again.
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

    /// The time on the session's own clock when the server's says `now`.
    pub fn now(&self, now: Timestamp) -> Timestamp {
        now.plus(self.clock_offset)
    }

    /// Notes that the person has begun. The time for submitting runs from the first call of an attempt.
    pub fn begin(&mut self, now: Timestamp) {
        if self.status == Status::RequiresInput && self.abandon_at.is_none() {
            self.abandon_at = Some(now.plus(Self::ABANDONED_AFTER));
        }
    }

    /// Whether the person began and the time for submitting has passed.
    pub fn is_abandoned(&self, now: Timestamp) -> bool {
        self.status == Status::RequiresInput && self.abandon_at.is_some_and(|end| end <= now)
    }

    /// Moves the session's own clock forward. Deadlines are kept in the server's time, so they come
    /// nearer by as many seconds.
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
