//! What the person has handed in so far.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Address, Challenge, Date, DocumentType, FileId, Options, Timestamp, VerificationType};

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
    /// How often a piece was answered with advice to send it again.
    #[serde(default)]
    pub advised: BTreeMap<Requirement, u32>,
    /// The picture last advised against: sent again, it is not another try.
    #[serde(default)]
    pub advised_against: BTreeMap<Requirement, FileId>,
}

/// A recorded consent to biometric processing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "consent")]
pub struct Consent {
    pub given_at: Timestamp,
    /// BCP 47 tag of the text that was shown.
    pub language: String,
    /// SHA-256 of the text that was shown, hex.
    pub text_version: String,
    /// Every text that was shown with it, as HTML fragments, in the order of the screen.
    #[serde(default)]
    pub text: Vec<String>,
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
    /// Where the session asks for a challenge.
    #[serde(default)]
    pub answer: Option<ChallengeAnswer>,
}

/// What was filmed while a challenge was followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeAnswer {
    pub challenge: Challenge,
    /// When all of it was there.
    pub received: Timestamp,
    #[serde(rename = "film")]
    pub recording: ChallengeRecording,
}

/// Frames and times, as the client says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeRecording {
    pub frames: Vec<ChallengeFrame>,
    /// When each step was shown, in milliseconds since the challenge was.
    pub steps_shown: Vec<u32>,
    /// The name that the browser shows of the camera.
    pub camera_label: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeFrame {
    pub image: FileId,
    /// The step that was shown, from 0.
    pub step: usize,
    /// Milliseconds since the challenge was shown.
    pub at: u32,
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

impl Collected {
    /// What the person has to hand in over the whole session, whatever was handed in already.
    pub fn required(options: &Options, verification_type: VerificationType) -> Vec<Requirement> {
        if verification_type == VerificationType::IdNumber {
            return vec![Requirement::Name, Requirement::Dob, Requirement::IdNumber];
        }
        let mut required = vec![Requirement::BiometricConsent, Requirement::IdDocumentFront];
        if options.allowed_types() != [DocumentType::Passport] {
            required.push(Requirement::IdDocumentBack);
        }
        if options.requires_matching_selfie() {
            required.push(Requirement::Face);
        }
        if options.requires_id_number() {
            required.push(Requirement::IdNumber);
        }
        required
    }

    /// What is still missing before the session can be submitted.
    pub fn missing(
        &self,
        options: &Options,
        verification_type: VerificationType,
    ) -> Vec<Requirement> {
        let mut missing = Self::required(options, verification_type);
        missing.retain(|requirement| !self.has(*requirement));
        missing
    }

    fn has(&self, requirement: Requirement) -> bool {
        match requirement {
            Requirement::BiometricConsent => self.consent.is_some(),
            Requirement::IdDocumentFront => self.front.is_some(),
            Requirement::IdDocumentBack => {
                let passport = self.document_type == Some(DocumentType::Passport);
                self.back.is_some() || passport || (self.front.is_some() && self.back_not_needed)
            }
            Requirement::Face => self.face.is_some(),
            Requirement::Name => self.name.is_some(),
            Requirement::Dob => self.dob.is_some(),
            Requirement::IdNumber => self.id_number.is_some(),
            Requirement::Address => self.address.is_some(),
            Requirement::PhoneNumber | Requirement::PhoneOtp => self.phone.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DocumentOptions;

    fn options(types: &[DocumentType], selfie: bool) -> Options {
        let document = DocumentOptions {
            allowed_types: Some(types.to_vec()),
            require_matching_selfie: Some(selfie),
            ..DocumentOptions::default()
        };
        Options {
            document: Some(document),
            ..Options::default()
        }
    }

    #[test]
    fn a_passport_has_no_back() {
        let passport = options(&[DocumentType::Passport], true);
        let missing = Collected::default().missing(&passport, VerificationType::Document);
        let expected = [
            Requirement::BiometricConsent,
            Requirement::IdDocumentFront,
            Requirement::Face,
        ];
        assert_eq!(missing, expected);

        let any = options(DocumentType::ALL, false);
        let mut collected = Collected::default();
        assert!(
            collected
                .missing(&any, VerificationType::Document)
                .contains(&Requirement::IdDocumentBack)
        );
        collected.document_type = Some(DocumentType::Passport);
        assert!(
            !collected
                .missing(&any, VerificationType::Document)
                .contains(&Requirement::IdDocumentBack)
        );
    }
}
