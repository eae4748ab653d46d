use identity::{Finding, FindingCode};

use super::{AGAIN, followed::Followed};
use crate::finding::{FindingExt, failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::ChallengeFollowed;

/// Whether every step was followed, in order. Catches what was recorded for another challenge, and
/// pictures that can't be turned.
pub(super) fn check(answer: &Answer, followed: &Followed) -> Finding {
    let steps = &followed.steps;
    let in_order = answer
        .recording
        .frames
        .windows(2)
        .all(|pair| pair[0].step <= pair[1].step);
    let no_others = answer
        .recording
        .frames
        .iter()
        .all(|frame| frame.step < steps.len());
    if steps.is_empty() || !in_order || !no_others {
        let operator = "The frames don't come in the order of the challenge's steps.";
        return failed(CODE, operator, AGAIN);
    }
    let done = steps.iter().filter(|step| step.is_followed()).count();
    let share = done as f32 / steps.len() as f32;
    let finding = if done == steps.len() {
        passed(CODE, "Every step of the challenge was followed in order.")
    } else {
        let missed: Vec<String> = steps
            .iter()
            .enumerate()
            .filter(|(_, step)| !step.is_followed())
            .map(|(at, step)| format!("{} ({})", at + 1, step.asked))
            .collect();
        let operator = format!(
            "Steps of the challenge were not followed: {}.",
            missed.join(", ")
        );
        failed(CODE, operator, AGAIN)
    };
    finding.scored(share, 1.0)
}
