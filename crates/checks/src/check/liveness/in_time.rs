use identity::Finding;

use crate::finding::{code::CHALLENGE_IN_TIME as CODE, failed, passed};
use crate::request::Answer;

/// Whether the challenge was answered before it ran out.
pub(super) fn check(answer: &Answer) -> Finding {
    if answer.received < answer.challenge.expires() {
        return passed(CODE, "The challenge was answered in time.");
    }
    failed(
        CODE,
        "The challenge was answered after its time.",
        "That took longer than we could wait. Try again, and follow each instruction when it appears.",
    )
}
