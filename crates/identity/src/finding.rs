//! One thing a check noticed.

use serde::{Deserialize, Serialize};

use crate::Reason;

macro_rules! finding_codes {
    ($($(#[$meta:meta])* $variant:ident = $text:literal $(| $before:literal)*),+ $(,)?) => {
        /// Names of what checks find, by which the policy's decision table requires them.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum FindingCode {
            $($(#[$meta])* #[serde(rename = $text $(, alias = $before)*)] $variant,)+
            /// A name that another version gave, in a report that it made.
            #[serde(untagged)]
            Other(String),
        }

        impl FindingCode {
            /// Every code that there is.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// What codes were called in reports and policies of earlier versions.
            pub const FORMER: &[(&'static str, Self)] = &[$($(($before, Self::$variant),)*)+];

            /// As reports and the policy write it; of a code from another version, what that version
            /// wrote.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }
        }
    };
}

finding_codes! {
    /// The pictures show a document of a kind that can be read.
    DocumentRead = "document_read",
    /// Its type is among `options[document][allowed_types]`.
    DocumentTypeAllowed = "document_type_allowed",
    /// It can be checked: no visa, and of a driving licence the barcode or a known layout.
    DocumentTypeSupported = "document_type_supported",
    /// Its type is the one that the person chose on the page.
    DeclaredType = "declared_type",
    /// The file has no traces of programs that change pictures.
    PictureNotEdited = "picture_not_edited",
    /// The document is not shown by a screen or a halftone print.
    PictureNotOfARaster = "picture_not_of_a_raster",
    /// The document is not a copy in black and white.
    PictureInColour = "picture_in_colour",
    /// No part of the picture was put in from another one.
    PictureOfOnePiece = "picture_of_one_piece",
    /// Each picture shows one document.
    OneDocument = "one_document",
    /// Every check digit of the machine readable zone holds (ICAO Doc 9303-3, 4.9).
    MrzCheckDigits = "mrz_check_digits",
    /// Print has every field of the machine readable zone or barcode.
    VizAgreement = "viz_agreement" | "print_agreement",
    /// Print has no other value where the machine readable zone or barcode has one.
    VizContradiction = "viz_contradiction" | "print_contradiction",
    /// Print has the document number of the machine readable zone or barcode.
    NumberInViz = "number_in_viz" | "number_in_print",
    /// Print has the surname of the machine readable zone or barcode, marks and spelling aside.
    SurnameInViz = "surname_in_viz" | "surname_in_print",
    /// Print has the given names of the machine readable zone or barcode, marks and spelling aside.
    GivenNamesInViz = "given_names_in_viz" | "given_names_in_print",
    /// Print has the date of birth of the machine readable zone or barcode.
    BirthDateInViz = "birth_date_in_viz" | "birth_date_in_print",
    /// Print has the date of expiry of the machine readable zone or barcode.
    ExpiryDateInViz = "expiry_date_in_viz" | "expiry_date_in_print",
    /// Print names the issuer of the machine readable zone or barcode.
    CountryInViz = "country_in_viz" | "country_in_print",
    /// No national number on the document says another date of birth, sex or name of its holder.
    NationalNumber = "national_number",
    /// A document with nothing for machines has every critical field of a known layout in its place.
    TemplateFields = "template_fields",
    /// A card's printed dates of birth, issue and expiry can be true together.
    DatesInOrder = "dates_in_order",
    /// The digits of each printed date look like the same digits elsewhere on the document.
    GlyphsAlike = "glyphs_alike",
    /// Number, dates and surname are each confirmed by print and by what machines read.
    TwoSources = "two_sources",
    /// The two pictures show the two sides of one document.
    SidesBelongTogether = "sides_belong_together",
    /// The document shows its holder's photo; counted here only where no selfie is asked for.
    PhotoPresent = "photo_present",
    /// The date of birth was read, and somebody can have it.
    BirthDate = "birth_date",
    /// The person has reached the minimum age of the policy.
    Age = "age",
    /// The date of expiry was read, or the document states that it has none.
    ExpiryDateRead = "expiry_date_read",
    /// The document's last day is not over everywhere on earth.
    Expiry = "expiry",
    /// The document is no specimen; in test mode it may be.
    Issuer = "issuer",
    /// The document shows a photo that the selfie can be compared with.
    DocumentHasFace = "document_has_face",
    /// One face in the selfie is clearly the largest.
    SelfieHasOneFace = "selfie_has_one_face",
    /// The selfie is neither the document's picture nor the photograph on a document.
    SelfieIsNotTheDocumentPicture = "selfie_is_not_the_document_picture",
    /// Selfie and document show the same person, by the cosine of their embeddings.
    FacesMatch = "faces_match",
    /// The selfie does not show a screen or a halftone print. Advisory.
    SelfieNotOfARaster = "selfie_not_of_a_raster",
    /// A network takes the selfie for that of a living person. Advisory.
    SelfieShowsAPerson = "selfie_shows_a_person",
    /// The answer was there before the challenge expired.
    ChallengeInTime = "challenge_in_time",
    /// The frames show every step of the challenge, in order.
    ChallengeFollowed = "challenge_followed",
    /// The moves began after a person can have read what to do.
    ReactionPlausible = "reaction_plausible",
    /// All frames and the selfie show one person, alone.
    OnePersonThroughout = "one_person_throughout",
    /// The nose stands out from the face in turns to both sides; not asked of challenges without turns.
    FaceHasDepth = "face_has_depth",
    /// Neither face nor surroundings jump between two frames.
    NoCuts = "no_cuts",
    /// No frame was sent before, or is another one saved anew.
    FramesAreNew = "frames_are_new",
    /// Frames have noise of their own. Advisory.
    NoiseIsFresh = "noise_is_fresh",
    /// The times that the client gives can be those of a camera.
    TimingPossible = "timing_possible",
    /// The frames have the sizes of a camera, and nothing names a virtual one; in test mode something
    /// may.
    CameraIsReal = "camera_is_real",
    /// Of no check: a developer asked for the outcome in test mode.
    PredefinedOutcome = "predefined_outcome",
}

impl std::fmt::Display for FindingCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// What one check found about one submission. The words for the operator may hold personal data, so it
/// is sealed with its report.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Which check it was.
    pub code: FindingCode,
    /// Whether what the code says is so.
    pub passed: bool,
    /// Shown to the operator, and no part of the decision.
    pub advisory: bool,
    /// A sentence for the operator; may name the values that contradict each other.
    pub operator: String,
    /// What the person can do about it; `None` where the check passed.
    pub person: Option<Reason>,
    /// What was measured, in the check's own unit; `None` where there is nothing to measure.
    pub score: Option<f32>,
    /// What the score was compared with. Which side of it passes depends on the check.
    pub threshold: Option<f32>,
    /// Where it was seen: the picture (`front`, `back` or `selfie`) and its pixels: x, y, width,
    /// height. `None` where it has no place.
    pub region: Option<(String, [f32; 4])>,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;

    #[test]
    fn codes_are_kept_as_what_they_are_called() {
        for code in FindingCode::ALL {
            assert_eq!(json!(code), json!(code.as_str()));
            let kept: FindingCode = serde_json::from_value(json!(code)).unwrap();
            assert_eq!(kept, *code);
        }
        let names: BTreeSet<&str> = FindingCode::ALL.iter().map(FindingCode::as_str).collect();
        assert_eq!(names.len(), FindingCode::ALL.len());
    }

    #[test]
    fn former_codes_still_open() {
        assert_eq!(FindingCode::FORMER.len(), 8);
        for (former, code) in FindingCode::FORMER {
            let kept: FindingCode = serde_json::from_value(json!(former)).unwrap();
            assert_eq!(kept, *code);
            assert_ne!(code.as_str(), *former);
        }
    }

    #[test]
    fn a_finding_of_a_check_that_is_gone_still_opens() {
        let stored = json!({
            "code": "hologram_moves",
            "passed": false,
            "advisory": true,
            "operator": "The hologram stands still.",
            "person": "Tilt the document while you film it.",
            "score": 0.25,
            "threshold": 0.5,
            "region": ["front", [1.0, 2.0, 3.0, 4.0]],
        });
        let finding: Finding = serde_json::from_value(stored.clone()).unwrap();
        assert_eq!(
            finding.code,
            FindingCode::Other("hologram_moves".to_owned())
        );
        assert_eq!(finding.code.to_string(), "hologram_moves");
        assert_eq!(json!(finding), stored);
    }
}
