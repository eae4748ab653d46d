use identity::Finding;
use observation::SelfieObservation;

use super::{Case, selfie_face::by_size};
use crate::face::{correlation, cosine};
use crate::finding::{
    FindingExt, code::SELFIE_IS_NOT_THE_DOCUMENT_PICTURE as CODE, failed, passed,
};

const PERSON: &str = "Take a new picture of your face with the camera. A picture of the document, \
                      of a print or of a screen can't be used.";

/// Whether the selfie was taken of the person: not the document's picture, and not the very
/// photograph that the document has. Other photographs of a person differ in light, pose and
/// expression; copies and prints of one photograph don't.
pub(super) fn check(case: &Case, frames: &[SelfieObservation]) -> Finding {
    let same_file = |frame: &SelfieObservation| {
        !frame.picture_sha256.is_empty()
            && case
                .document
                .sides
                .iter()
                .any(|(_, side)| side.picture_sha256 == frame.picture_sha256)
    };
    if frames.iter().any(same_file) {
        return failed(
            CODE,
            "The selfie is the file of the document's picture.",
            PERSON,
        );
    }
    let limit = case.policy.thresholds.same_photograph_correlation;
    let Some((_, photo)) = case.document.photo() else {
        return passed(CODE, "The document has no photo that the selfie could be.");
    };
    let compared = frames.iter().filter_map(|frame| {
        let face = by_size(frame).first().copied()?;
        let alike = cosine(photo, face)? >= case.policy.thresholds.same_photograph_cosine;
        Some((correlation(photo, face)?, alike, face))
    });
    let Some((correlation, alike, face)) = compared.max_by(|a, b| {
        (a.1, a.0)
            .partial_cmp(&(b.1, b.0))
            .unwrap_or(std::cmp::Ordering::Equal)
    }) else {
        return passed(
            CODE,
            "Selfie and photo could not be compared pixel by pixel.",
        );
    };
    let finding = if alike && correlation >= limit {
        failed(
            CODE,
            "The selfie is the same photograph as the document's.",
            PERSON,
        )
    } else {
        passed(CODE, "Selfie and document have different photographs.")
    };
    finding.scored(correlation, limit).at("selfie", face.bounds)
}
