use std::{collections::BTreeMap, sync::LazyLock};

use identity::{ChallengeVariant, DocumentType, ErrorCode, FindingCode, LivenessLevel};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Request;
use crate::calibration::FalseMatchRate;

/// The decision table and its thresholds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The numbers that checks and advice compare with.
    pub thresholds: Thresholds,
    /// What a document of each type has to pass.
    documents: BTreeMap<DocumentType, Rule>,
    /// What a document of no known type has to pass.
    unknown_document: Rule,
    session: Rule,
    selfie: Rule,
    /// What the answer to a challenge of each variant has to pass.
    liveness: BTreeMap<ChallengeVariant, Rule>,
    errors: Errors,
}

/// The numbers that checks compare with. What each means, its unit and where it comes from stands beside
/// its value in `policy.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    pub(crate) face_match_rate: FalseMatchRate,
    pub(crate) same_photograph: f32,
    pub(crate) second_face: f32,
    pub(crate) readable_text: f32,
    pub(crate) certain_text: f32,
    pub(crate) template_text: f32,
    pub(crate) licence_age: i16,
    pub(crate) minimum_age: i16,
    pub(crate) maximum_age: i16,
    pub(crate) sharpness: f32,
    pub(crate) brightness: f32,
    pub(crate) glare: f32,
    pub(crate) document_sharpness: f32,
    pub(crate) document_brightness: f32,
    pub(crate) document_glare: f32,
    pub(crate) cut_off: f32,
    pub(crate) cut_lines: usize,
    pub(crate) face_inter_eye_distance: f32,
    pub(crate) face_yaw: f32,
    pub(crate) face_pitch: f32,
    pub(crate) face_sharpness: f32,
    pub(crate) face_highlights: f32,
    pub(crate) face_burnt_out: f32,
    pub(crate) document_long_side: u32,
    pub(crate) selfie_long_side: u32,
    pub(crate) turn: f32,
    pub(crate) closer: f32,
    pub(crate) farther: f32,
    pub(crate) reaction: u32,
    pub(crate) ahead: f32,
    #[serde(alias = "burst_match")]
    pub(crate) frame_match: f32,
    pub(crate) nose: f32,
    pub(crate) relief: f32,
    pub(crate) face_speed: f32,
    pub(crate) approach_speed: f32,
    pub(crate) scene_change: f32,
    pub(crate) novelty: f32,
    /// Frames that look like those of one earlier recording, from which on the recording counts as known.
    pub known_alike: usize,
    pub(crate) fresh_noise: f32,
}

impl Thresholds {
    /// Cosine from which two faces are one person's.
    pub fn face_match(&self) -> f32 {
        self.face_match_rate.cosine()
    }
}

/// What has to pass.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    /// All of these have to pass.
    pub(crate) required: Vec<FindingCode>,
    /// Where not empty, at least one of these has to pass.
    #[serde(default)]
    pub(crate) one_of: Vec<FindingCode>,
}

/// Findings and the error each stands for, in order of precedence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Errors {
    document: Vec<(FindingCode, ErrorCode)>,
    session: Vec<(FindingCode, ErrorCode)>,
    selfie: Vec<(FindingCode, ErrorCode)>,
    liveness: Vec<(FindingCode, ErrorCode)>,
}

/// Why a text is no policy. Messages are for the operator who wrote it.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// It is no TOML, or not in the form of the shipped policy; with the parser's message.
    #[error("the policy can't be read: {0}")]
    Form(String),
    /// It requires a finding of this name, which no check makes.
    #[error("the policy names a finding that no check makes: {0}")]
    UnknownFinding(String),
    /// It requires a finding of this name, and its errors don't have it.
    #[error("the policy requires {0} but gives no error for it")]
    NoError(String),
    /// It doesn't say what documents of this type have to pass.
    #[error("the policy has no row for {0}")]
    NoRow(DocumentType),
    /// It doesn't say what answers to challenges of this variant have to pass.
    #[error("the policy has no row for challenges of the variant {0}")]
    NoChallenge(ChallengeVariant),
}

/// One part of a report, as the table has it.
pub(crate) struct Part<'a> {
    pub(crate) rule: &'a Rule,
    pub(crate) errors: &'a [(FindingCode, ErrorCode)],
}

const SHIPPED_TEXT: &str = include_str!("policy.toml");

impl Policy {
    /// Reads a policy written in TOML, in the form of the shipped one.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let policy: Self =
            toml::from_str(text).map_err(|error| PolicyError::Form(error.message().to_owned()))?;
        for kind in DocumentType::ALL {
            if !policy.documents.contains_key(kind) {
                return Err(PolicyError::NoRow(*kind));
            }
            policy.document(Some(*kind)).check()?;
        }
        policy.document(None).check()?;
        policy.session().check()?;
        policy.selfie().check()?;
        for variant in ChallengeVariant::ALL {
            let part = policy.challenge(*variant);
            part.ok_or(PolicyError::NoChallenge(*variant))?.check()?;
        }
        Ok(policy)
    }

    /// The policy that comes with the house.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Policy> = LazyLock::new(|| {
            Policy::parse(SHIPPED_TEXT).expect("the policy that comes with the house is one")
        });
        &SHIPPED
    }

    /// The policy with another limit of how often faces of different people may match.
    #[must_use]
    pub fn with_face_match_rate(mut self, rate: FalseMatchRate) -> Self {
        self.thresholds.face_match_rate = rate;
        self
    }

    /// SHA-256 of the whole policy and of what its rates stand for, hex.
    pub fn sha256(&self) -> String {
        let whole = (self, self.thresholds.face_match());
        let text = serde_json::to_vec(&whole).expect("a policy is plain data");
        hex::encode(Sha256::digest(text))
    }

    pub(crate) fn document(&self, kind: Option<DocumentType>) -> Part<'_> {
        let rule = kind
            .and_then(|kind| self.documents.get(&kind))
            .unwrap_or(&self.unknown_document);
        Part {
            rule,
            errors: &self.errors.document,
        }
    }

    pub(crate) fn session(&self) -> Part<'_> {
        Part {
            rule: &self.session,
            errors: &self.errors.session,
        }
    }

    pub(crate) fn selfie(&self) -> Part<'_> {
        Part {
            rule: &self.selfie,
            errors: &self.errors.selfie,
        }
    }

    /// `None` where no challenge was asked for. Where none was answered, that of turns stands.
    pub(crate) fn liveness(&self, request: &Request) -> Option<Part<'_>> {
        let liveness = request.liveness?;
        if liveness.level != LivenessLevel::Challenge {
            return None;
        }
        let variant = liveness.answer.map(|answer| answer.challenge.variant);
        self.challenge(variant.unwrap_or(ChallengeVariant::Turns))
    }

    fn challenge(&self, variant: ChallengeVariant) -> Option<Part<'_>> {
        Some(Part {
            rule: self.liveness.get(&variant)?,
            errors: &self.errors.liveness,
        })
    }
}

impl Part<'_> {
    fn check(&self) -> Result<(), PolicyError> {
        for name in self.rule.required.iter().chain(&self.rule.one_of) {
            if matches!(name, FindingCode::Other(_) | FindingCode::PredefinedOutcome) {
                return Err(PolicyError::UnknownFinding(name.to_string()));
            }
            if !self.errors.iter().any(|(finding, _)| finding == name) {
                return Err(PolicyError::NoError(name.to_string()));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_follows_every_change() {
        let standard = Policy::shipped();
        assert_eq!(standard.sha256(), Policy::shipped().sha256());
        assert_eq!(standard.sha256().len(), 64);
        let rate = FalseMatchRate::try_from(1e-5).unwrap();
        let stricter = standard.clone().with_face_match_rate(rate);
        assert!(stricter.thresholds.face_match() > standard.thresholds.face_match());
        assert_ne!(standard.sha256(), stricter.sha256());
        let mut laxer = standard.clone();
        laxer.unknown_document.required.clear();
        assert_ne!(standard.sha256(), laxer.sha256());
    }

    #[test]
    fn mistakes_are_told() {
        let with = |from: &str, to: &str| Policy::parse(&SHIPPED_TEXT.replacen(from, to, 1));
        assert!(matches!(
            with("face_match_rate = 1e-4", ""),
            Err(PolicyError::Form(_))
        ));
        assert!(matches!(
            with("\nface_match_rate", "\nface_mtach_rate"),
            Err(PolicyError::Form(_))
        ));
        assert!(matches!(
            with("face_match_rate = 1e-4", "face_match_rate = 1e-9"),
            Err(PolicyError::Form(_))
        ));
        assert!(matches!(
            with("required = [\"age\"]", "required = [\"agee\"]"),
            Err(PolicyError::UnknownFinding(_))
        ));
        assert!(matches!(
            with(
                "required = [\"age\"]",
                "required = [\"predefined_outcome\"]"
            ),
            Err(PolicyError::UnknownFinding(_))
        ));
        assert!(matches!(
            with("[[\"age\", \"under_supported_age\"]]", "[]"),
            Err(PolicyError::NoError(_))
        ));
        assert!(matches!(
            with("[documents.passport]", "[documents.visa]"),
            Err(PolicyError::Form(_))
        ));
    }
}
