//! The domain of identity verification: what exists, how it lives, how it looks from outside.
//!
//! Nothing here does I/O. Time and randomness come in as parameters ([`Clock`], [`Random`]); the
//! state machine of a session is a set of pure functions; the `resource` module renders every
//! object exactly as Stripe's API shows it.

#![deny(missing_docs)]

#[macro_use]
mod string_enum;

mod account;
mod api_key;
mod challenge;
mod clock;
mod collected;
mod endpoint_health;
mod ephemeral_key;
mod event;
mod expand;
mod file;
mod file_link_token;
mod finding;
mod flow;
mod frame;
mod guards;
mod holder;
mod id;
mod last_error;
mod link_token;
mod metadata;
mod mode;
mod options;
mod random;
mod reason;
mod report;
pub mod resource;
mod session;
mod signing_secrets;
mod webhook_endpoint;

pub use account::Account;
pub use api_key::{ApiKey, KeyKind, NewKey, Permission, secret_hash};
pub use challenge::{Challenge, ChallengeStep, ChallengeVariant, LivenessLevel};
pub use clock::{Clock, FixedClock, SystemClock, Timestamp};
pub use collected::{
    ChallengeAnswer, ChallengeFrame, ChallengeRecording, Collected, Consent, DocumentSide,
    FaceCapture, IdNumberInput, Name, Requirement, UploadMethod,
};
pub use endpoint_health::EndpointHealth;
pub use ephemeral_key::EphemeralKey;
pub use event::{Event, EventType, RequestOrigin};
pub use expand::Expand;
pub use file::{File, FileLink, FilePurpose};
pub use file_link_token::FileLinkToken;
pub use finding::{Finding, FindingCode};
pub use flow::VerificationFlow;
pub use frame::{FrameDigests, KnownFrames};
pub use guards::{DrawRefused, Guards};
pub use holder::{Address, Date, DocumentType, IdNumberType, Sex};
pub use id::{
    AccountId, ApiKeyId, EphemeralKeyId, EventId, FileId, FileLinkId, ReportId, RequestId,
    SessionId, WebhookEndpointId,
};
pub use last_error::{ErrorCode, LastError};
pub use link_token::{LinkToken, LinkTokenError, LinkTokenKind};
pub use metadata::Metadata;
pub use mode::Mode;
pub use options::{
    ContactOptions, DocumentOptions, Matching, MatchingOptions, Options, VerificationType,
};
pub use random::{OsRandom, Random, SeededRandom};
pub use reason::Reason;
pub use report::{
    CheckStatus, ContactReport, DocumentReport, Evidence, IdNumberReport, SelfieReport,
    VerificationReport,
};
pub use session::{
    ProvidedDetails, Redaction, RelatedPerson, SessionPersonal, Status, TransitionError, Verdict,
    VerificationSession, VerifiedOutputs,
};
pub use signing_secrets::SigningSecrets;
pub use webhook_endpoint::{WebhookEndpoint, WebhookStatus};

/// The version of Stripe's API whose shapes are served.
pub const API_VERSION: &str = "2026-10-28.endive";
