use identity::Finding;
use observation::{Face, SelfieObservation};

use super::Case;
use crate::finding::{FindingExt, code::SELFIE_HAS_ONE_FACE, failed, passed};

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
pub(super) fn check(case: &Case, frame: Option<&SelfieObservation>) -> Finding {
    let Some(frame) = frame else {
        return failed(
            SELFIE_HAS_ONE_FACE,
            "No face was found in the selfie.",
            "We could not see your face. Look into the camera in good light, with your whole face \
             in the picture, and take a new selfie.",
        );
    };
    let faces = by_size(frame);
    let limit = case.policy.thresholds.second_face;
    let share = match faces.as_slice() {
        [first, second, ..] => second.bounds.area() / first.bounds.area(),
        _ => 0.0,
    };
    let area = faces[0].bounds;
    // Areas that can't be compared leave it just as open.
    if share < limit {
        return passed(SELFIE_HAS_ONE_FACE, "The selfie shows one person.")
            .scored(share, limit)
            .at("selfie", area);
    }
    failed(
        SELFIE_HAS_ONE_FACE,
        "The selfie shows several faces of about the same size.",
        "There is more than one face in the picture. Take a new selfie alone.",
    )
    .scored(share, limit)
    .at("selfie", area)
}
