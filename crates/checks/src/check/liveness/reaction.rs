use identity::{Finding, FindingCode};

use super::{AGAIN, CheckInput, followed::Followed};
use crate::finding::{FindingExt, failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::ReactionPlausible;

/// Moves of which it has to be seen that they came after the instruction.
const FEWEST_SEEN: usize = 3;

/// Whether the moves came after the instructions. Nobody has moved within the time of a simple
/// reaction; a frame of that time that shows the move already was not made before a person who read.
pub(super) fn check(case: &CheckInput, answer: &Answer, followed: &Followed) -> Finding {
    let limit = case.policy.thresholds.ahead;
    let within = case.policy.thresholds.reaction;
    let (mut seen, mut ahead) = (0_usize, 0_usize);
    for (at, step) in followed.steps.iter().enumerate().skip(1) {
        let Some(shown) = answer.recording.steps_shown.get(at) else {
            continue;
        };
        let early = step
            .frames
            .iter()
            .filter(|(frame, _)| (*shown..shown.saturating_add(within)).contains(&frame.at));
        let early: Vec<bool> = early.map(|(_, shows)| *shows == Some(step.asked)).collect();
        seen += usize::from(!early.is_empty());
        ahead += usize::from(early.contains(&true));
    }
    if seen < FEWEST_SEEN {
        let operator = "Too few frames show what was done when the instructions appeared.";
        return failed(CODE, operator, AGAIN).scored(seen as f32, FEWEST_SEEN as f32);
    }
    let share = ahead as f32 / seen as f32;
    let finding = if share <= limit {
        passed(CODE, "The moves came after the instructions.")
    } else {
        failed(
            CODE,
            "Moves were there before a person could have made them.",
            AGAIN,
        )
    };
    finding.scored(share, limit)
}
