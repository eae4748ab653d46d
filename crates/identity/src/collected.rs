//! What the person has handed in so far.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Address, Challenge, Date, DocumentType, FileId, Options, Timestamp, VerificationType};

string_enum! {
    /// One piece a verification page can ask for.
    pub enum Requirement {
        /// [`Consent`] to the processing of biometric data (GDPR article 9(2)(a)); before any picture.
        BiometricConsent = "biometric_consent",
        /// The side of the document that has the photo, or the page of a passport that has it.
        IdDocumentFront = "id_document_front",
        /// The other side; of passports none.
        IdDocumentBack = "id_document_back",
        /// A selfie, with the answer to a challenge where the session asks for one.
        Face = "face",
        /// First and last name as the person types them, for ID number sessions.
        Name = "name",
        /// Date of birth as the person types it, for ID number sessions.
        Dob = "dob",
        /// A number of one of the kinds in [`crate::IdNumberType`], as the person types it.
        IdNumber = "id_number",
        /// A postal address. Part of Stripe's protocol; no session asks for it here.
        Address = "address",
        /// A telephone number. Part of Stripe's protocol; no session asks for it here.
        PhoneNumber = "phone_number",
        /// The code sent to that telephone. Part of Stripe's protocol; no session asks for it here.
        PhoneOtp = "phone_otp",
    }
}

string_enum! {
    /// How a picture came to be, as the client says; it is asked for nothing but live capture.
    pub enum UploadMethod {
        /// The client released the shutter itself, once document or face lay well in the picture.
        AutoCapture = "auto_capture",
        /// The person chose a file that was there before. Sessions with `require_live_capture` take
        /// none.
        FileUpload = "file_upload",
        /// The person released the shutter.
        ManualCapture = "manual_capture",
    }
}

/// The pieces a person handed in through the verification page, as long as the attempt lasts. `None` is
/// a piece not handed in yet, or taken back by going a screen back.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Collected {
    /// Recorded before any picture is looked at; declining ends the attempt instead.
    pub consent: Option<Consent>,
    /// Chosen by the person where several are allowed.
    pub document_type: Option<DocumentType>,
    /// The side with the photo.
    pub front: Option<DocumentSide>,
    /// The other side; stays `None` for passports, and where [`Collected::back_not_needed`].
    pub back: Option<DocumentSide>,
    /// Whether the picture of the front shows a document that has nothing to read on its back, a
    /// passport for example.
    pub back_not_needed: bool,
    /// Asked for where the session's options require a matching selfie.
    pub face: Option<FaceCapture>,
    /// Typed, for ID number sessions.
    pub name: Option<Name>,
    /// Date of birth, typed, for ID number sessions; all three parts are there.
    pub dob: Option<Date>,
    /// Typed, where type or options of the session ask for one. Its form is checked, never whether it
    /// was issued.
    pub id_number: Option<IdNumberInput>,
    /// Part of Stripe's protocol; no session asks for it here.
    pub address: Option<Address>,
    /// Part of Stripe's protocol; no session asks for it here.
    pub phone: Option<String>,
    /// How many different pictures of a piece were answered with advice to take another one.
    #[serde(default)]
    pub advised: BTreeMap<Requirement, u32>,
    /// The picture of a piece that was last advised against. Sent once more, it doesn't count in
    /// [`Collected::advised`] again.
    #[serde(default)]
    pub advised_against: BTreeMap<Requirement, FileId>,
}

/// A recorded consent to biometric processing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "consent")]
pub struct Consent {
    /// When the person agreed, by the server's clock. Agreeing to the same text again leaves it as it
    /// is.
    pub given_at: Timestamp,
    /// BCP 47 tag of the text that was shown.
    pub language: String,
    /// SHA-256 of the text that was shown, hex.
    pub text_version: String,
    /// The texts of the consent screen as HTML fragments, from top to bottom.
    #[serde(default)]
    pub text: Vec<String>,
}

/// One side of the document, as a screen of the verification page handed it in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSide {
    /// The picture that is read. Stripe's SDKs cut it out around the document.
    pub high_res_image: FileId,
    /// The whole scene, smaller, that some clients send beside; kept, never read.
    pub low_res_image: Option<FileId>,
    /// Compared with the session's `require_live_capture` when it is handed in.
    pub upload_method: UploadMethod,
    /// The person chose to go on with a picture we advised against.
    pub force_confirm: bool,
}

/// The pictures of one selfie as Stripe's clients send them: of a series the best frame, the first and
/// the last, each cut out around the face and as a whole scene, smaller. A client that took one picture
/// may name it six times.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaceCapture {
    /// The frame that is compared with the document's photo.
    pub best_high_res_image: FileId,
    /// Looked at where the cut-out of the best frame shows no face.
    pub best_low_res_image: FileId,
    /// Looked at where neither picture of the best frame shows a face.
    pub first_high_res_image: FileId,
    /// Kept, never looked at.
    pub first_low_res_image: FileId,
    /// Looked at where none of the pictures above shows a face.
    pub last_high_res_image: FileId,
    /// Kept, never looked at.
    pub last_low_res_image: FileId,
    /// Whether the client thinks that a program plays the camera; `None` where it doesn't say.
    pub is_virtual_camera: Option<bool>,
    /// Whether the person would let Stripe learn from the pictures. Recorded for the protocol's sake;
    /// nothing here trains on anybody's pictures.
    pub training_consent: bool,
    /// What was filmed for the session's challenge; `None` where it asks for none.
    #[serde(default)]
    pub answer: Option<ChallengeAnswer>,
}

/// What was filmed while a challenge was followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeAnswer {
    /// What was asked, as the server drew it, not as the client repeats it.
    pub challenge: Challenge,
    /// When the whole answer had arrived, by the server's clock.
    pub received: Timestamp,
    /// Stored as `film`, its name in earlier versions.
    #[serde(rename = "film")]
    pub recording: ChallengeRecording,
}

/// The frames of an answer, with the times that the client states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeRecording {
    /// In the order in which the client sent them; at most [`Challenge::MOST_FRAMES`].
    pub frames: Vec<ChallengeFrame>,
    /// When each step was shown, in milliseconds from the moment at which the first was.
    pub steps_shown: Vec<u32>,
    /// The camera's name as the browser states it, on which nobody vouches; `None` where it states
    /// none.
    pub camera_label: Option<String>,
}

/// One picture of a recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeFrame {
    /// A file of the session's own, of at most [`Challenge::MOST_FRAME_BYTES`].
    pub image: FileId,
    /// The step that was shown, from 0.
    pub step: usize,
    /// When it was taken, on the scale of [`ChallengeRecording::steps_shown`].
    pub at: u32,
}

/// A name as a person typed it, in any script.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Given names, up to 200 characters.
    pub first_name: String,
    /// Family names, up to 200 characters.
    pub last_name: String,
}

/// An ID number as a person typed it, without its punctuation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdNumberInput {
    /// ISO 3166-1 alpha-2: `BR`, `SG` or `US`.
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
