use identity::Finding;
use observation::SelfieObservation;

use super::{Case, selfie_face::by_size};
use crate::face::cosine;
use crate::finding::{FindingExt, code::FACES_MATCH, failed, passed};

/// Whether the selfie's largest face is the document's.
pub(super) fn check(case: &Case, frame: Option<&SelfieObservation>) -> Finding {
    let threshold = case.policy.thresholds.face_match();
    let face = frame.and_then(|frame| by_size(frame).first().copied());
    let pair = case.document.photo().zip(face);
    let similarity = pair.and_then(|((_, photo), face)| cosine(photo, face));
    let (Some(similarity), Some(face)) = (similarity, face) else {
        return failed(
            FACES_MATCH,
            "There are no two faces to compare.",
            "We could not compare your face with the photo. Take a new selfie in good light.",
        );
    };
    let finding = if similarity >= threshold {
        passed(FACES_MATCH, "Selfie and document show the same person.")
    } else {
        failed(
            FACES_MATCH,
            "Selfie and document show different people.",
            "Your selfie doesn't match the photo on your document. Look straight into the camera \
             in even light, without glasses or hat, and try again with your own document.",
        )
    };
    finding
        .scored(similarity, threshold)
        .at("selfie", face.bounds)
}
