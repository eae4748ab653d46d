use identity::{
    AccountId, EndpointHealth, File, FileId, Mode, ReportId, SessionId, Timestamp,
    VerificationSession, VerificationType, WebhookEndpoint,
};

use crate::Scope;

/// A session and its sealed personal part ([`identity::SessionPersonal`]).
#[derive(Clone, Debug, PartialEq)]
pub struct SessionRecord {
    /// What is not personal.
    pub session: VerificationSession,
    /// Ciphertext under the session's data key.
    pub sealed: Option<Vec<u8>>,
}

/// What lists and look-ups need to know of a report, and the report itself, sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRecord {
    /// Identifier.
    pub id: ReportId,
    /// Whose.
    pub account: AccountId,
    /// Test or live.
    pub mode: Mode,
    /// When the checks ended.
    pub created: Timestamp,
    /// Document, ID number or flow.
    pub verification_type: VerificationType,
    /// The session it belongs to.
    pub session: SessionId,
    /// The caller's reference, as the session had it.
    pub client_reference_id: Option<String>,
    /// The [`identity::VerificationReport`], ciphertext under the session's data key.
    pub sealed: Vec<u8>,
}

/// A file and its sealed name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    /// What is not personal.
    pub file: File,
    /// The file's name as uploaded, ciphertext.
    pub sealed_name: Option<Vec<u8>>,
}

/// A webhook endpoint and its sealed secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointRecord {
    /// What everybody may see.
    pub endpoint: WebhookEndpoint,
    /// The signing secret, ciphertext under the vault's own key.
    pub sealed_secret: Vec<u8>,
    /// How deliveries to it go. Written by [`crate::WebhookEndpoints::set_endpoint_health`] alone.
    pub health: EndpointHealth,
}

/// What a request with an idempotency key was and was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotentAnswer {
    /// Hash over method, path and parameters.
    pub fingerprint: [u8; 32],
    /// HTTP status.
    pub status: u16,
    /// The session that the body is about.
    pub session: Option<SessionId>,
    /// The body, ciphertext under that session's key, or under the vault's own.
    pub sealed_body: Vec<u8>,
    /// When it was answered.
    pub created: Timestamp,
}

impl IdempotentAnswer {
    /// Seconds it is kept.
    pub const LIFETIME: i64 = 24 * 3600;
}

/// The name of a key that wraps others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyringEntry {
    /// Name.
    pub id: String,
    /// What it wraps.
    pub kind: KeyringKind,
    /// When it was made.
    pub created: Timestamp,
}

/// What a key of the keyring is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyringKind {
    /// The installation's own keys are derived from it. There is one, for ever.
    Root,
    /// Wraps data keys for a time.
    Epoch,
}

impl KeyringKind {
    /// Name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Epoch => "epoch",
        }
    }

    /// The kind of this name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Root, Self::Epoch]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }
}

/// The proof that a session was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureReceiptRecord {
    /// Whose.
    pub scope: Scope,
    /// The session that is no more.
    pub session: SessionId,
    /// When the erasure was complete.
    pub created: Timestamp,
    /// The signed receipt, a JSON Web Signature.
    pub receipt: String,
}

/// One digest of a frame that was handed in to follow a challenge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownFrame {
    /// Keyed; says nothing to who has not the key and the frame.
    pub digest: String,
    /// Which frames belong together; a name of its own, which no session or report has.
    pub film: String,
    /// Which frame of the film, from 0.
    pub frame: u32,
}

/// What was seen in a file, sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObservationRecord {
    /// What it was seen in.
    pub file: FileId,
    /// What was looked for.
    pub kind: ObservationKind,
    /// Whose.
    pub scope: Scope,
    /// The session that the file was uploaded for.
    pub session: SessionId,
    /// When it was kept.
    pub created: Timestamp,
    /// By what it was seen, as a digest. Whoever would see with something else leaves it aside.
    pub fingerprint: [u8; 32],
    /// Ciphertext under the session's data key.
    pub sealed: Vec<u8>,
}

/// What is looked for in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObservationKind {
    /// One side of a document.
    Document,
    /// A face.
    Selfie,
    /// One frame of the answer to a challenge, among the others.
    Frame,
}

impl ObservationKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Document, Self::Selfie, Self::Frame];

    /// Name in storage and metrics.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Selfie => "selfie",
            Self::Frame => "frame",
        }
    }

    /// The kind of this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Oldest first, as [`crate::Keyring::keyring`] answers.
pub fn keyring_order(entries: &mut [KeyringEntry]) {
    entries.sort_by(|one, other| (one.created, &one.id).cmp(&(other.created, &other.id)));
}

/// What a retention rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetentionKind {
    /// Files of sessions.
    Pictures,
    /// Selfies, and face templates in reports.
    Biometrics,
    /// Sessions as a whole.
    Fields,
}

impl RetentionKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Pictures, Self::Biometrics, Self::Fields];

    /// Name in the configuration.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pictures => "pictures",
            Self::Biometrics => "biometrics",
            Self::Fields => "fields",
        }
    }
}
