//! What speaks for a living person before the camera: a challenge that was followed.
//!
//! Each check answers for one kind of attack; what each can't see is for the others, and what all of
//! them can't see is in `docs/liveness.md`. People are told the same whatever failed.

mod camera_is_real;
mod challenge_followed;
mod face_has_depth;
mod followed;
mod frames_are_new;
mod in_time;
mod no_cuts;
mod noise_is_fresh;
mod one_person;
mod passive;
mod plane;
mod pose;
mod reaction;
mod timing_is_possible;

use identity::{ChallengeVariant, Finding, FindingCode, LivenessLevel, Reason};

use super::CheckInput;
use crate::Request;
use crate::finding::failed;
use crate::request::Answer;
use followed::Followed;

/// What people are told, whichever check failed: an attacker learns nothing of what gave them away.
const AGAIN: Reason = Reason::LivenessNotConfirmed;

/// Findings of the level that was asked for. A challenge has those of the passive level too.
pub(super) fn check(case: &CheckInput) -> Vec<Finding> {
    let (Some(liveness), Some(selfie)) = (case.request.liveness, case.request.selfie) else {
        return Vec::new();
    };
    match liveness.level {
        LivenessLevel::None => Vec::new(),
        LivenessLevel::Passive => passive::check(selfie),
        LivenessLevel::Challenge => {
            let mut findings = passive::check(selfie);
            findings.extend(challenge(case, liveness.answer.as_ref()));
            findings
        }
    }
}

fn challenge(case: &CheckInput, answer: Option<&Answer>) -> Vec<Finding> {
    let Some(answer) = answer else {
        let missing = "A challenge was asked for, and none was answered.";
        return vec![failed(FindingCode::ChallengeFollowed, missing, AGAIN)];
    };
    let followed = Followed::of(answer, &case.policy.thresholds);
    let mut findings = vec![
        in_time::check(answer),
        challenge_followed::check(answer, &followed),
        reaction::check(case, answer, &followed),
        one_person::check(case, answer),
    ];
    if answer.challenge.variant == ChallengeVariant::Turns {
        findings.push(face_has_depth::check(case, answer, &followed));
    }
    findings.extend([
        no_cuts::check(case, answer),
        frames_are_new::check(case, answer),
        noise_is_fresh::check(case, answer),
        timing_is_possible::check(answer),
        camera_is_real::check(case, answer),
    ]);
    findings
}

/// What was done, for the report: `none`, `passive`, `challenge` or `challenge_distance`. `passive`
/// says that there were signals to look at.
pub(super) fn level(request: &Request, findings: &[Finding]) -> &'static str {
    let asked = request.liveness.filter(|_| request.selfie.is_some());
    let level = asked.map_or(LivenessLevel::None, |asked| asked.level);
    let answer = asked.and_then(|asked| asked.answer);
    match (level, answer) {
        (LivenessLevel::None, _) => "none",
        (LivenessLevel::Challenge, Some(answer)) => match answer.challenge.variant {
            ChallengeVariant::Turns => "challenge",
            ChallengeVariant::Distance => "challenge_distance",
        },
        _ if findings.iter().any(passive::is_of) => "passive",
        _ => "none",
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
