use identity::{Finding, FindingCode, Reason};
use observation::SelfieObservation;

use super::{CheckInput, selfie_face::by_size};
use crate::face::cosine;
use crate::finding::{FindingExt, failed, passed};

/// Whether the selfie's largest face is the document's.
pub(super) fn check(case: &CheckInput, frame: Option<&SelfieObservation>) -> Finding {
    let threshold = case.policy.thresholds.face_match();
    let face = frame.and_then(|frame| by_size(frame).first().copied());
    let pair = case.document.photo().zip(face);
    let similarity = pair.and_then(|((_, photo), face)| cosine(photo, face));
    let (Some(similarity), Some(face)) = (similarity, face) else {
        return failed(
            FindingCode::FacesMatch,
            "There are no two faces to compare.",
            Reason::FacesNotCompared,
        );
    };
    let finding = if similarity >= threshold {
        passed(
            FindingCode::FacesMatch,
            "Selfie and document show the same person.",
        )
    } else {
        failed(
            FindingCode::FacesMatch,
            "Selfie and document show different people.",
            Reason::FaceMismatch,
        )
    };
    finding
        .scored(similarity, threshold)
        .at("selfie", face.bounds)
}
