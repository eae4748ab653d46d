//! What the person did at each step.

use identity::ChallengeStep;
use observation::RecordingFrame;

use super::pose::Pose;
use crate::policy::Thresholds;
use crate::request::Answer;

/// The frames of a challenge, step by step.
pub(super) struct Followed<'a> {
    pub(super) steps: Vec<Step<'a>>,
}

/// One step of the challenge.
pub(super) struct Step<'a> {
    pub(super) asked: ChallengeStep,
    /// In the order in which they were sent, with what each shows.
    pub(super) frames: Vec<(&'a RecordingFrame, Option<ChallengeStep>)>,
    /// Frames in which the step's move is held: its last frame, and frames of the next step taken
    /// before anybody can have moved again. Of the first step all frames.
    pub(super) held: Vec<&'a RecordingFrame>,
}

impl<'a> Followed<'a> {
    pub(super) fn of(answer: &Answer<'a>, thresholds: &Thresholds) -> Self {
        let frames_of = |step: usize| {
            let frames = answer.recording.frames.iter();
            frames.filter(move |frame| frame.step == step)
        };
        let straight = Pose::mean(frames_of(0).filter_map(Pose::of));
        let steps = answer.challenge.steps.iter().enumerate();
        let steps = steps
            .map(|(step, asked)| {
                let shown =
                    |frame: &RecordingFrame| Some(shows(straight?, Pose::of(frame)?, thresholds));
                let still_held = answer.recording.steps_shown.get(step + 1).map(|shown| {
                    let until = shown.saturating_add(thresholds.reaction);
                    frames_of(step + 1).take_while(move |frame| frame.at < until)
                });
                let own = frames_of(step).rev();
                let own = own.take(if step == 0 { usize::MAX } else { 1 });
                Step {
                    held: own.chain(still_held.into_iter().flatten()).collect(),
                    asked: *asked,
                    frames: frames_of(step).map(|frame| (frame, shown(frame))).collect(),
                }
            })
            .collect();
        Self { steps }
    }
}

impl Step<'_> {
    /// Whether the last frame shows what was asked for.
    pub(super) fn is_followed(&self) -> bool {
        let last = self.frames.last();
        last.is_some_and(|(_, shows)| *shows == Some(self.asked))
    }
}

/// Which one step a frame shows; no frame can answer for two. A person who turns need not come back to
/// where they sat, and one who comes closer is seen a little from the side. So the clearer of turn and
/// distance counts, with the distance at two thirds.
fn shows(straight: Pose, pose: Pose, thresholds: &Thresholds) -> ChallengeStep {
    let turn = (pose.turn - straight.turn) / thresholds.turn;
    let size = pose.size / straight.size;
    let closer = size.ln() / thresholds.closer.ln();
    let farther = size.ln() / thresholds.farther.ln();
    let distance = closer.max(farther);
    if turn.abs() >= 1.0 && turn.abs() >= distance * 2.0 / 3.0 {
        if turn > 0.0 {
            ChallengeStep::TurnLeft
        } else {
            ChallengeStep::TurnRight
        }
    } else if distance < 1.0 {
        ChallengeStep::LookStraight
    } else if closer > farther {
        ChallengeStep::ComeCloser
    } else {
        ChallengeStep::MoveAway
    }
}
