use identity::{Finding, FindingCode, Reason};

use crate::finding::{failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::ChallengeInTime;

/// Whether the challenge was answered before it ran out.
pub(super) fn check(answer: &Answer) -> Finding {
    if answer.received < answer.challenge.expires() {
        return passed(CODE, "The challenge was answered in time.");
    }
    failed(
        CODE,
        "The challenge was answered after its time.",
        Reason::ChallengeTooLate,
    )
}
