//! What is asked of a verification.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::DocumentType;

string_enum! {
    /// How closely what the caller states of a person has to agree with the person's document.
    pub enum Matching {
        /// They are not compared.
        None = "none",
        /// They may differ in spelling. Kept and shown as asked; nothing is compared with what callers
        /// state.
        Similar = "similar",
    }
}

string_enum! {
    /// The `type` of a session: what its checks are about.
    pub enum VerificationType {
        /// A document, and what `options` asks for beside it.
        Document = "document",
        /// An ID number, name and date of birth, all typed.
        IdNumber = "id_number",
        /// What a [`crate::VerificationFlow`] says, whose identifier the session carries.
        VerificationFlow = "verification_flow",
    }
}

/// What the caller asked to be checked, kept as given: absent stays absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Present where a document is asked for with settings of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentOptions>,
    /// Whether `options[id_number]` is there, an object without fields: it is for `type=id_number`.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub id_number: bool,
    /// Whether an email address has to be verified. This option and those after it come from
    /// verification flows alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<ContactOptions>,
    /// Whether a telephone number has to be verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<ContactOptions>,
    /// How closely the document has to agree with what the caller states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matching: Option<MatchingOptions>,
}

/// What is asked of an email address or a telephone number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_session_contact_options")]
pub struct ContactOptions {
    /// Absent is false. Nothing can be sent to an address or number from here: a session that requires it
    /// is never verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_verification: Option<bool>,
}

/// How closely what the caller states of a person has to agree with the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_session_matching_options")]
pub struct MatchingOptions {
    /// Of the date of birth; absent is `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dob: Option<Matching>,
    /// Of first and last name; absent is `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Matching>,
}

impl Options {
    /// Which documents the session takes; all where the caller named none. Never empty.
    pub fn allowed_types(&self) -> &[DocumentType] {
        match self
            .document
            .as_ref()
            .and_then(|document| document.allowed_types.as_deref())
        {
            Some(types) if !types.is_empty() => types,
            _ => DocumentType::ALL,
        }
    }

    /// `options[document][require_matching_selfie]`; absent is false.
    pub fn requires_matching_selfie(&self) -> bool {
        self.document_flag(|document| document.require_matching_selfie)
    }

    /// `options[document][require_live_capture]`; absent is false. Files chosen from a device are
    /// refused.
    pub fn requires_live_capture(&self) -> bool {
        self.document_flag(|document| document.require_live_capture)
    }

    /// Whether a number is asked for, by the session's type or beside a document.
    pub fn requires_id_number(&self) -> bool {
        self.id_number || self.document_flag(|document| document.require_id_number)
    }

    /// Whether an email address has to be verified.
    pub fn requires_email(&self) -> bool {
        is_required(self.email.as_ref())
    }

    /// Whether a telephone number has to be verified.
    pub fn requires_phone(&self) -> bool {
        is_required(self.phone.as_ref())
    }

    fn document_flag(&self, read: impl Fn(&DocumentOptions) -> Option<bool>) -> bool {
        self.document.as_ref().and_then(read).unwrap_or(false)
    }
}

fn is_required(contact: Option<&ContactOptions>) -> bool {
    contact.and_then(|contact| contact.require_verification) == Some(true)
}

/// What is asked of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_session_document_options")]
pub struct DocumentOptions {
    /// In the caller's order, in which people are told what they may use; absent or empty allows all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_types: Option<Vec<DocumentType>>,
    /// Whether the person types an ID number too; absent is false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_id_number: Option<bool>,
    /// Whether pictures have to come from a camera, not from a file; absent is false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_live_capture: Option<bool>,
    /// Whether the person shows their face, which is compared with the document's photo; absent is
    /// false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_matching_selfie: Option<bool>,
}
