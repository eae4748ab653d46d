//! What the person has handed in so far.

use serde::{Deserialize, Serialize};

use crate::{Address, Date, DocumentType, FileId, Timestamp};

string_enum! {
    /// One piece a verification page can ask for.
    pub enum Requirement {
        BiometricConsent = "biometric_consent",
        IdDocumentFront = "id_document_front",
        IdDocumentBack = "id_document_back",
        Face = "face",
        Name = "name",
        Dob = "dob",
        IdNumber = "id_number",
        Address = "address",
        PhoneNumber = "phone_number",
        PhoneOtp = "phone_otp",
    }
}

string_enum! {
    pub enum UploadMethod {
        AutoCapture = "auto_capture",
        FileUpload = "file_upload",
        ManualCapture = "manual_capture",
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Collected {
    pub consent: Option<Consent>,
    /// Chosen by the person where several are allowed.
    pub document_type: Option<DocumentType>,
    pub front: Option<DocumentSide>,
    pub back: Option<DocumentSide>,
    /// The front turned out to be a document without a back.
    pub back_not_needed: bool,
    pub face: Option<FaceCapture>,
    pub name: Option<Name>,
    pub dob: Option<Date>,
    pub id_number: Option<IdNumberInput>,
    pub address: Option<Address>,
    pub phone: Option<String>,
}

/// A recorded consent to biometric processing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub given_at: Timestamp,
    /// BCP 47 tag of the text that was shown.
    pub language: String,
    /// SHA-256 of the text that was shown, hex.
    pub text_version: String,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSide {
    pub high_res_image: FileId,
    pub low_res_image: Option<FileId>,
    pub upload_method: UploadMethod,
    /// The person chose to go on with a picture we advised against.
    pub force_confirm: bool,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaceCapture {
    pub best_high_res_image: FileId,
    pub best_low_res_image: FileId,
    pub first_high_res_image: FileId,
    pub first_low_res_image: FileId,
    pub last_high_res_image: FileId,
    pub last_low_res_image: FileId,
    pub is_virtual_camera: Option<bool>,
    pub training_consent: bool,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    pub first_name: String,
    pub last_name: String,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdNumberInput {
    pub country: String,
    /// The whole number, or its last four digits where only those are asked for (US).
    pub value: String,
}
