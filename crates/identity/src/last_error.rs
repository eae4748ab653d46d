use serde::{Deserialize, Serialize};

use crate::Reason;

string_enum! {
    /// Why a session or one of its checks did not succeed.
    pub enum ErrorCode {
        /// The person began and did not submit in [`crate::VerificationSession::ABANDONED_AFTER`].
        Abandoned = "abandoned",
        /// The person did not agree to the processing of their pictures.
        ConsentDeclined = "consent_declined",
        /// Stripe's, for countries that it doesn't serve. Given here in predefined outcomes alone.
        CountryNotSupported = "country_not_supported",
        /// Stripe's, for devices without a camera. Given here in predefined outcomes alone.
        DeviceNotSupported = "device_not_supported",
        /// The date of expiry has passed everywhere on earth.
        DocumentExpired = "document_expired",
        /// A type that the session doesn't allow, or another than the person chose.
        DocumentTypeNotSupported = "document_type_not_supported",
        /// Anything else about the document.
        DocumentUnverifiedOther = "document_unverified_other",
        /// The email address could not be verified: there is no way to here.
        EmailUnverifiedOther = "email_unverified_other",
        /// Stripe's, where a person won't verify their email address. Given here in predefined outcomes
        /// alone.
        EmailVerificationDeclined = "email_verification_declined",
        /// Stripe's, where the document lacks what its database asks for. Given here in predefined
        /// outcomes alone.
        IdNumberInsufficientDocumentData = "id_number_insufficient_document_data",
        /// Stripe's, where its database says otherwise. Given here in predefined outcomes alone.
        IdNumberMismatch = "id_number_mismatch",
        /// The ID number could not be verified: there is no database of them here.
        IdNumberUnverifiedOther = "id_number_unverified_other",
        /// The telephone number could not be verified: there is no way to here.
        PhoneUnverifiedOther = "phone_unverified_other",
        /// Stripe's, where a person won't verify their telephone number. Given here in predefined
        /// outcomes alone.
        PhoneVerificationDeclined = "phone_verification_declined",
        /// The document shows no face to compare the selfie with.
        SelfieDocumentMissingPhoto = "selfie_document_missing_photo",
        /// Selfie and document show different people.
        SelfieFaceMismatch = "selfie_face_mismatch",
        /// The selfie is a copy of the document's picture, or a challenge was answered by something
        /// that is no person.
        SelfieManipulated = "selfie_manipulated",
        /// Anything else about the selfie, a challenge that wasn't followed among it.
        SelfieUnverifiedOther = "selfie_unverified_other",
        /// The person is younger than the policy's minimum age.
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
    /// One of Stripe's names, which back ends branch on.
    pub code: ErrorCode,
    /// Shown to callers in English and to the person in their language.
    pub reason: Reason,
}
