use identity::{Challenge, Finding, FindingCode};

use super::AGAIN;
use crate::finding::{failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::TimingPossible;

/// Milliseconds between two frames of the fastest cameras in phones and laptops, 120 a second.
const SHORTEST_GAP: u32 = 8;

/// Whether the times that the client gives can be: one after the other, each frame within its step,
/// and no longer than the challenge has been out. Even gaps are no reason for doubt: browsers round.
pub(super) fn check(answer: &Answer) -> Finding {
    let recording = answer.recording;
    let frames = &recording.frames;
    let apart = frames
        .windows(2)
        .all(|pair| pair[1].at >= pair[0].at.saturating_add(SHORTEST_GAP));
    let steps_in_order = recording.steps_shown.is_sorted_by(|a, b| a < b);
    let all_shown = recording.steps_shown.len() == answer.challenge.steps.len();
    let within_steps = frames.iter().all(|frame| {
        let starts = recording.steps_shown.get(frame.step);
        let next = frame
            .step
            .checked_add(1)
            .and_then(|next| recording.steps_shown.get(next));
        starts.is_some_and(|starts| frame.at >= *starts) && next.is_none_or(|next| frame.at < *next)
    });
    // The moments are whole seconds, and the challenge is shown after it was issued.
    let out = answer.received.0.saturating_sub(answer.challenge.issued.0);
    let out = out.clamp(0, Challenge::LIFETIME).saturating_add(1) * 1000;
    let no_later = frames.iter().all(|frame| i64::from(frame.at) <= out);
    if apart && steps_in_order && all_shown && within_steps && no_later {
        return passed(CODE, "The frames' times are possible.");
    }
    failed(CODE, "The frames' times can't be those of a camera.", AGAIN)
}
