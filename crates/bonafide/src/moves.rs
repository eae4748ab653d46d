//! How those move who are simulated.

use identity::ChallengeStep;
use specimen::moving::Move;

/// The steps of a challenge, for those who are simulated.
pub fn moves(steps: &[ChallengeStep]) -> Vec<Move> {
    let moves = steps.iter().map(|step| match step {
        ChallengeStep::LookStraight => Move::Straight,
        ChallengeStep::TurnLeft => Move::Left,
        ChallengeStep::TurnRight => Move::Right,
        ChallengeStep::ComeCloser => Move::Closer,
        ChallengeStep::MoveAway => Move::Away,
    });
    moves.collect()
}
