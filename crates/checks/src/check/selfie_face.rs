use identity::{Finding, FindingCode, Reason};
use observation::{Face, SelfieObservation};

use super::CheckInput;
use crate::finding::{FindingExt, failed, passed};

/// The first frame with a face; frames come best first.
pub(super) fn best_frame(frames: &[SelfieObservation]) -> Option<&SelfieObservation> {
    frames.iter().find(|frame| !frame.faces.is_empty())
}

/// The frame's faces, largest first.
pub(super) fn by_size(frame: &SelfieObservation) -> Vec<&Face> {
    let mut faces: Vec<&Face> = frame.faces.iter().collect();
    faces.sort_by(|a, b| b.bounds.area().total_cmp(&a.bounds.area()));
    faces
}

/// Whether it is clear whose face the selfie shows.
pub(super) fn check(case: &CheckInput, frame: Option<&SelfieObservation>) -> Finding {
    let Some(frame) = frame else {
        return failed(
            FindingCode::SelfieHasOneFace,
            "No face was found in the selfie.",
            Reason::NoFace,
        );
    };
    let faces = by_size(frame);
    let limit = case.policy.thresholds.second_face;
    let share = match faces.as_slice() {
        [first, second, ..] => second.bounds.area() / first.bounds.area(),
        _ => 0.0,
    };
    let area = faces[0].bounds;
    // Areas that are no numbers don't compare, and leave open whose selfie it is.
    if share < limit {
        return passed(
            FindingCode::SelfieHasOneFace,
            "The selfie shows one person.",
        )
        .scored(share, limit)
        .at("selfie", area);
    }
    failed(
        FindingCode::SelfieHasOneFace,
        "The selfie shows several faces of about the same size.",
        Reason::SeveralFaces,
    )
    .scored(share, limit)
    .at("selfie", area)
}
