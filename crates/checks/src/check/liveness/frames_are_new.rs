use std::collections::BTreeSet;

use identity::{Finding, FindingCode};

use super::{AGAIN, CheckInput};
use crate::finding::{FindingExt, failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::FramesAreNew;

/// Whether no frame was seen before: not in an earlier attempt, not as the document's picture, and not
/// in this one, be it saved anew.
pub(super) fn check(case: &CheckInput, answer: &Answer) -> Finding {
    let frames = &answer.recording.frames;
    let mut hashes = BTreeSet::new();
    let sides = &case.document.sides;
    let known = frames.iter().any(|frame| {
        let hash = &frame.picture_sha256;
        !hashes.insert(hash) || sides.iter().any(|(_, side)| side.picture_sha256 == *hash)
    });
    if known || answer.known.files > 0 {
        return failed(CODE, "A frame was sent before.", AGAIN);
    }
    if answer.known.alike >= case.policy.thresholds.known_alike {
        return failed(
            CODE,
            "Frames of an earlier recording were saved anew.",
            AGAIN,
        );
    }
    let limit = case.policy.thresholds.novelty;
    let measured = frames.iter().filter_map(|frame| frame.novelty);
    let Some(least) = measured.reduce(f32::min) else {
        return failed(CODE, "There are no frames to compare.", AGAIN);
    };
    let finding = if least >= limit {
        passed(CODE, "Every frame is new.")
    } else {
        failed(CODE, "A frame is another one saved anew.", AGAIN)
    };
    finding.scored(least, limit)
}
