//! What the checks of one submission found. A report is personal as a whole and sealed as a whole.

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Address, Consent, Date, DocumentType, FileId, Finding, IdNumberType, LastError,
    Mode, Options, ReportId, SessionId, Sex, Timestamp, VerificationType,
};

string_enum! {
    /// What one check of a report came to.
    pub enum CheckStatus {
        /// Failed, or could not be made; `error` says why.
        Unverified = "unverified",
        /// Passed; `error` is null.
        Verified = "verified",
    }
}

/// One submission's report, `vr_…`. Later submissions of the session have reports of their own.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationReport {
    /// `vr_…`.
    pub id: ReportId,
    /// The account of its session.
    pub account: AccountId,
    /// The mode of its session.
    pub mode: Mode,
    /// When the decision was stored, by the server's clock.
    pub created: Timestamp,
    /// The type that its session had when it was submitted.
    pub verification_type: VerificationType,
    /// Always there; Stripe's field may be null.
    pub session: Option<SessionId>,
    /// As its session had it when it was submitted; lists of reports can be filtered by it.
    pub client_reference_id: Option<String>,
    /// `vf_…`, where the session came from a flow.
    pub verification_flow: Option<String>,
    /// What was asked for in this submission; an update may change it before the next.
    pub options: Options,
    /// `None` where no document was asked for.
    pub document: Option<DocumentReport>,
    /// `None` where no matching selfie was asked for.
    pub selfie: Option<SelfieReport>,
    /// `None` where no ID number was asked for.
    pub id_number: Option<IdNumberReport>,
    /// `None` where no email address was to be verified.
    #[serde(default)]
    pub email: Option<ContactReport>,
    /// `None` where no telephone number was to be verified.
    #[serde(default)]
    pub phone: Option<ContactReport>,
    /// Shown under `expand[]=evidence`.
    pub evidence: Evidence,
    /// What was seen, so that the decision can be replayed; never shown.
    #[serde(default)]
    pub observations: serde_json::Value,
}

/// What was read of the document and whether it stands. What could not be read for certain is `None`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentReport {
    /// Verified only where everything that the policy requires of this type passed.
    pub status: CheckStatus,
    /// The first by the policy's order; `None` where verified.
    pub error: Option<LastError>,
    /// `None` where the document was not recognised, or is of a kind that Stripe has no name for.
    pub document_type: Option<DocumentType>,
    /// ISO 3166-1 alpha-2.
    pub issuing_country: Option<String>,
    /// The document number, without fillers and check digit. Shown under `expand` and to keys with
    /// [`crate::Permission::SensitiveResults`] alone, as every member called sensitive here.
    pub number: Option<String>,
    /// Given names, spelled as printed where print agrees with what machines read.
    pub first_name: Option<String>,
    /// Spelled as printed where print agrees with what machines read.
    pub last_name: Option<String>,
    /// Sensitive. `None` where it was not read.
    pub sex: Option<Sex>,
    /// `F` or `M` as the document has it. Sensitive.
    pub unparsed_sex: Option<String>,
    /// As printed, in one line. Sensitive.
    pub unparsed_place_of_birth: Option<String>,
    /// Date of birth; parts that the document leaves open are `None`. Sensitive.
    pub dob: Option<Date>,
    /// `None` for many documents, whose print alone has it.
    pub issued_date: Option<Date>,
    /// `None` where it was not read or the document has none. Sensitive.
    pub expiration_date: Option<Date>,
    /// From a barcode part by part, else from lines of print.
    pub address: Option<Address>,
    /// Downloadable copies of the pictures: front, then back.
    pub files: Vec<FileId>,
}

/// Whether the selfie is the document holder's.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SelfieReport {
    /// Verified where the faces match and the challenge, if one was asked for, was passed.
    pub status: CheckStatus,
    /// The first by the policy's order; `None` where verified.
    pub error: Option<LastError>,
    /// The first of [`DocumentReport::files`]; `None` where the front was not kept.
    pub document: Option<FileId>,
    /// The copy of the frame that was compared.
    pub selfie: Option<FileId>,
}

/// What the person typed. There is no database of ID numbers here, so it never becomes verified but by
/// a predefined outcome.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct IdNumberReport {
    /// Unverified, but for predefined outcomes.
    pub status: CheckStatus,
    /// `id_number_unverified_other`, but for predefined outcomes.
    pub error: Option<LastError>,
    /// As typed, or else as the document has it. Sensitive.
    pub dob: Option<Date>,
    /// As typed, or else as the document has it.
    pub first_name: Option<String>,
    /// As typed, or else as the document has it.
    pub last_name: Option<String>,
    /// Without punctuation. Sensitive.
    pub id_number: Option<String>,
    /// From the country that the person chose.
    pub id_number_type: Option<IdNumberType>,
}

/// What became of the check of an email address or a telephone number.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactReport {
    /// Unverified, but for predefined outcomes: nothing is sent to anybody from here.
    pub status: CheckStatus,
    /// `None` where verified.
    pub error: Option<LastError>,
    /// The address or number as the caller provided it.
    pub value: Option<String>,
}

/// Why the report says what it says; shown under `expand[]=evidence`.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// In the order of the checks; the policy requires some of them, the rest are for the operator.
    pub findings: Vec<Finding>,
    /// Name and SHA-256 of every model that took part.
    pub models: Vec<(String, String)>,
    /// SHA-256 of the decision table and thresholds.
    pub policy: String,
    /// Version of the program that decided, as `bonafide --version` prints it.
    pub code_version: String,
    /// What was done against presentation attacks: `none`, `passive`, `challenge`, or
    /// `challenge_distance` for a challenge without turns.
    pub liveness: String,
    /// What the person agreed to, and when.
    #[serde(default)]
    pub consent: Option<Consent>,
}
