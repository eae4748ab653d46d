//! What the checks of one submission found. A report is personal as a whole and sealed as a whole.

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Address, Consent, Date, DocumentType, FileId, Finding, IdNumberType, LastError,
    Mode, Options, ReportId, SessionId, Sex, Timestamp, VerificationType,
};

string_enum! {
    pub enum CheckStatus {
        Unverified = "unverified",
        Verified = "verified",
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationReport {
    pub id: ReportId,
    pub account: AccountId,
    pub mode: Mode,
    pub created: Timestamp,
    pub verification_type: VerificationType,
    pub session: Option<SessionId>,
    pub client_reference_id: Option<String>,
    pub verification_flow: Option<String>,
    pub options: Options,
    pub document: Option<DocumentReport>,
    pub selfie: Option<SelfieReport>,
    pub id_number: Option<IdNumberReport>,
    #[serde(default)]
    pub email: Option<ContactReport>,
    #[serde(default)]
    pub phone: Option<ContactReport>,
    pub evidence: Evidence,
    /// What was seen, so that the decision can be replayed; never shown.
    #[serde(default)]
    pub observations: serde_json::Value,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentReport {
    pub status: CheckStatus,
    pub error: Option<LastError>,
    pub document_type: Option<DocumentType>,
    pub issuing_country: Option<String>,
    pub number: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub sex: Option<Sex>,
    pub unparsed_sex: Option<String>,
    pub unparsed_place_of_birth: Option<String>,
    pub dob: Option<Date>,
    pub issued_date: Option<Date>,
    pub expiration_date: Option<Date>,
    pub address: Option<Address>,
    /// Downloadable copies of the pictures: front, then back.
    pub files: Vec<FileId>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SelfieReport {
    pub status: CheckStatus,
    pub error: Option<LastError>,
    /// Picture with the document's photo.
    pub document: Option<FileId>,
    pub selfie: Option<FileId>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct IdNumberReport {
    pub status: CheckStatus,
    pub error: Option<LastError>,
    pub dob: Option<Date>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub id_number: Option<String>,
    pub id_number_type: Option<IdNumberType>,
}

/// Of an email address or a telephone number.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactReport {
    pub status: CheckStatus,
    pub error: Option<LastError>,
    /// The address or number as the caller provided it.
    pub value: Option<String>,
}

/// Why the report says what it says; shown under `expand[]=evidence`.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub findings: Vec<Finding>,
    /// Name and SHA-256 of every model that took part.
    pub models: Vec<(String, String)>,
    /// SHA-256 of the decision table and thresholds.
    pub policy: String,
    pub code_version: String,
    /// What was done against presentation attacks: `none`, `passive`, `challenge`, or
    /// `challenge_distance` for a challenge without turns.
    pub liveness: String,
    /// What the person agreed to, and when.
    #[serde(default)]
    pub consent: Option<Consent>,
}
