//! What is asked of a verification.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::DocumentType;

string_enum! {
    /// How closely what the person states has to agree with their document.
    pub enum Matching {
        None = "none",
        Similar = "similar",
    }
}

string_enum! {
    pub enum VerificationType {
        Document = "document",
        IdNumber = "id_number",
        VerificationFlow = "verification_flow",
    }
}

/// What the caller asked to be checked, kept as given: absent stays absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentOptions>,
    /// Has no fields; present for `type=id_number`.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub id_number: bool,
    /// This and what follows come from verification flows alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<ContactOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<ContactOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matching: Option<MatchingOptions>,
}

/// Of an email address or a telephone number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_session_contact_options")]
pub struct ContactOptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_verification: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_session_matching_options")]
pub struct MatchingOptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dob: Option<Matching>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Matching>,
}

impl Options {
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

    pub fn requires_matching_selfie(&self) -> bool {
        self.document_flag(|document| document.require_matching_selfie)
    }

    pub fn requires_live_capture(&self) -> bool {
        self.document_flag(|document| document.require_live_capture)
    }

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

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_session_document_options")]
pub struct DocumentOptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_types: Option<Vec<DocumentType>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_id_number: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_live_capture: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_matching_selfie: Option<bool>,
}
