use serde::{Deserialize, Serialize};

use crate::Reason;

string_enum! {
    /// Why a session or one of its checks did not succeed.
    pub enum ErrorCode {
        Abandoned = "abandoned",
        ConsentDeclined = "consent_declined",
        CountryNotSupported = "country_not_supported",
        DeviceNotSupported = "device_not_supported",
        DocumentExpired = "document_expired",
        DocumentTypeNotSupported = "document_type_not_supported",
        DocumentUnverifiedOther = "document_unverified_other",
        EmailUnverifiedOther = "email_unverified_other",
        EmailVerificationDeclined = "email_verification_declined",
        IdNumberInsufficientDocumentData = "id_number_insufficient_document_data",
        IdNumberMismatch = "id_number_mismatch",
        IdNumberUnverifiedOther = "id_number_unverified_other",
        PhoneUnverifiedOther = "phone_unverified_other",
        PhoneVerificationDeclined = "phone_verification_declined",
        SelfieDocumentMissingPhoto = "selfie_document_missing_photo",
        SelfieFaceMismatch = "selfie_face_mismatch",
        SelfieManipulated = "selfie_manipulated",
        SelfieUnverifiedOther = "selfie_unverified_other",
        UnderSupportedAge = "under_supported_age",
    }
}

impl ErrorCode {
    /// What the check of a document can end with.
    pub const OF_DOCUMENTS: &[Self] = &[
        Self::DocumentExpired,
        Self::DocumentTypeNotSupported,
        Self::DocumentUnverifiedOther,
    ];
    /// What the check of a selfie can end with.
    pub const OF_SELFIES: &[Self] = &[
        Self::SelfieDocumentMissingPhoto,
        Self::SelfieFaceMismatch,
        Self::SelfieManipulated,
        Self::SelfieUnverifiedOther,
    ];
    /// What the check of an ID number can end with.
    pub const OF_ID_NUMBERS: &[Self] = &[
        Self::IdNumberInsufficientDocumentData,
        Self::IdNumberMismatch,
        Self::IdNumberUnverifiedOther,
    ];
    /// What the check of an email address can end with.
    pub const OF_EMAILS: &[Self] = &[Self::EmailUnverifiedOther, Self::EmailVerificationDeclined];
    /// What the check of a telephone number can end with.
    pub const OF_PHONES: &[Self] = &[Self::PhoneUnverifiedOther, Self::PhoneVerificationDeclined];
}

/// A code, and what the person can do about it. Never holds personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastError {
    pub code: ErrorCode,
    pub reason: Reason,
}
