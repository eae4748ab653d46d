//! One thing a check noticed.

use serde::{Deserialize, Serialize};

use crate::Reason;

macro_rules! finding_codes {
    ($($(#[$meta:meta])* $variant:ident = $text:literal $(| $before:literal)*),+ $(,)?) => {
        /// What a check looked at. The decision table speaks of these.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum FindingCode {
            $($(#[$meta])* #[serde(rename = $text $(, alias = $before)*)] $variant,)+
            /// In a report of a version that had other checks.
            #[serde(untagged)]
            Other(String),
        }

        impl FindingCode {
            /// Every code that there is.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// What codes were called in reports and policies of earlier versions.
            pub const FORMER: &[(&'static str, Self)] = &[$($(($before, Self::$variant),)*)+];

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
    DocumentRead = "document_read",
    DocumentTypeAllowed = "document_type_allowed",
    DocumentTypeSupported = "document_type_supported",
    DeclaredType = "declared_type",
    PictureNotEdited = "picture_not_edited",
    PictureNotOfARaster = "picture_not_of_a_raster",
    PictureInColour = "picture_in_colour",
    PictureOfOnePiece = "picture_of_one_piece",
    OneDocument = "one_document",
    MrzCheckDigits = "mrz_check_digits",
    VizAgreement = "viz_agreement" | "print_agreement",
    VizContradiction = "viz_contradiction" | "print_contradiction",
    NumberInViz = "number_in_viz" | "number_in_print",
    SurnameInViz = "surname_in_viz" | "surname_in_print",
    GivenNamesInViz = "given_names_in_viz" | "given_names_in_print",
    BirthDateInViz = "birth_date_in_viz" | "birth_date_in_print",
    ExpiryDateInViz = "expiry_date_in_viz" | "expiry_date_in_print",
    CountryInViz = "country_in_viz" | "country_in_print",
    TemplateFields = "template_fields",
    TwoSources = "two_sources",
    SidesBelongTogether = "sides_belong_together",
    PhotoPresent = "photo_present",
    BirthDate = "birth_date",
    Age = "age",
    ExpiryDateRead = "expiry_date_read",
    Expiry = "expiry",
    Issuer = "issuer",
    DocumentHasFace = "document_has_face",
    SelfieHasOneFace = "selfie_has_one_face",
    SelfieIsNotTheDocumentPicture = "selfie_is_not_the_document_picture",
    FacesMatch = "faces_match",
    SelfieNotOfARaster = "selfie_not_of_a_raster",
    SelfieShowsAPerson = "selfie_shows_a_person",
    ChallengeInTime = "challenge_in_time",
    ChallengeFollowed = "challenge_followed",
    ReactionPlausible = "reaction_plausible",
    OnePersonThroughout = "one_person_throughout",
    FaceHasDepth = "face_has_depth",
    NoCuts = "no_cuts",
    FramesAreNew = "frames_are_new",
    NoiseIsFresh = "noise_is_fresh",
    TimingPossible = "timing_possible",
    CameraIsReal = "camera_is_real",
    /// Of no check: a developer asked for the outcome in test mode.
    PredefinedOutcome = "predefined_outcome",
}

impl std::fmt::Display for FindingCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub code: FindingCode,
    pub passed: bool,
    /// Shown, never decisive.
    pub advisory: bool,
    /// A sentence for the operator; may name the values that contradict each other.
    pub operator: String,
    /// What the person is told to do; where the check failed.
    pub person: Option<Reason>,
    pub score: Option<f32>,
    pub threshold: Option<f32>,
    /// Picture (`front`, `back`, `selfie`) and pixels: x, y, width, height.
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
