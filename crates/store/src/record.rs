use identity::{AccountId, Mode, ReportId};
use identity::{
    File, SessionId, Timestamp, VerificationSession, VerificationType, WebhookEndpoint,
};

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
}

/// What a request with an idempotency key was and was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotentAnswer {
    /// Hash over method, path and parameters.
    pub fingerprint: [u8; 32],
    /// HTTP status.
    pub status: u16,
    /// The body, ciphertext under the vault's own key.
    pub sealed_body: Vec<u8>,
    /// When it was answered.
    pub created: Timestamp,
}
