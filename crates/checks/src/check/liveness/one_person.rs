use identity::{Finding, FindingCode};
use observation::{Face, RecordingFrame};

use super::pose::face;
use super::{AGAIN, CheckInput};
use crate::check::selfie_face;
use crate::face::cosine;
use crate::finding::{FindingExt, failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::OnePersonThroughout;

/// Whether all frames show one person, who is that of the selfie.
pub(super) fn check(case: &CheckInput, answer: &Answer) -> Finding {
    let frames = &answer.recording.frames;
    let thresholds = &case.policy.thresholds;
    if frames
        .iter()
        .any(|frame| !is_alone(frame, thresholds.second_face))
    {
        let operator = "Not every frame shows one face, and only one.";
        return failed(CODE, operator, AGAIN);
    }
    // The last frame of each step has an identity vector.
    let described: Vec<&Face> = (0..answer.challenge.steps.len())
        .filter_map(|step| frames.iter().rfind(|frame| frame.step == step))
        .filter_map(face)
        .collect();
    let selfie = case.request.selfie.and_then(selfie_face::best_frame);
    let selfie = selfie.and_then(|frame| selfie_face::by_size(frame).first().copied());
    let Some((first, others)) = described.split_first() else {
        return failed(CODE, "There are no faces to compare.", AGAIN);
    };
    let compared = others.iter().copied().chain(selfie);
    let least = compared
        .map(|other| cosine(first, other).unwrap_or(-1.0))
        .fold(1.0, f32::min);
    let finding = if least >= thresholds.frame_match && !others.is_empty() {
        passed(CODE, "Frames and selfie show the same person.")
    } else {
        failed(CODE, "Frames or selfie show different people.", AGAIN)
    };
    finding.scored(least, thresholds.frame_match)
}

fn is_alone(frame: &RecordingFrame, second_face: f32) -> bool {
    let Some(largest) = face(frame) else {
        return false;
    };
    let rivals = frame.faces.iter().filter(|other| {
        // Areas that are no numbers count as alike.
        let smaller = other.bounds.area() < second_face * largest.bounds.area();
        !smaller
    });
    rivals.count() == 1
}
