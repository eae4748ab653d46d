//! What holds for every recording.

use identity::{
    Challenge, ChallengeStep, ChallengeVariant, CheckStatus, FindingCode, SeededRandom, Timestamp,
};
use observation::{Point, RecordingObservation};
use proptest::prelude::*;

use crate::samples::recording::{FLAT, HEAD, answer, followed, turns};
use crate::samples::{Sample, face, judge, other_photograph, request, selfie};
use crate::{Outcome, Policy};

fn judged(challenge: &Challenge, recording: &RecordingObservation) -> Outcome {
    let front = Sample::passport().whole();
    let selfies = [selfie(vec![other_photograph(&face(1, 300.0))])];
    let mut asked = request(&front, None, Some(&selfies));
    asked.liveness = Some(answer(challenge, recording));
    judge(&asked)
}

fn is_live(challenge: &Challenge, recording: &RecordingObservation) -> bool {
    let selfie = judged(challenge, recording).selfie;
    selfie.is_some_and(|selfie| selfie.status == CheckStatus::Verified)
}

fn drawn(variant: ChallengeVariant, seed: u64) -> Challenge {
    Challenge::draw(variant, Timestamp(1000), &SeededRandom::new(seed))
}

fn a_variant() -> impl Strategy<Value = ChallengeVariant> {
    prop_oneof![
        Just(ChallengeVariant::Turns),
        Just(ChallengeVariant::Distance)
    ]
}

fn a_step() -> impl Strategy<Value = ChallengeStep> {
    prop::sample::select(ChallengeStep::ALL)
}

/// One thing that is done to one frame.
fn a_change() -> impl Strategy<Value = (usize, usize, f32, u32)> {
    let number = prop_oneof![0.0f32..700.0, any::<f32>()];
    (0usize..12, 0usize..11, number, any::<u32>())
}

fn change(
    recording: &mut RecordingObservation,
    (at, what, number, whole): (usize, usize, f32, u32),
) {
    let Some(frame) = recording.frames.get_mut(at) else {
        return;
    };
    match what {
        0 => frame.faces.clear(),
        1 => frame.step = whole as usize,
        2 => frame.at = whole,
        3 => (frame.width, frame.height) = (whole % 5, whole),
        4 => frame.overview.0.truncate(whole as usize % 600),
        5 => frame.novelty = Some(number),
        6 => frame.fresh_noise = Some(number),
        7 => frame
            .faces
            .iter_mut()
            .for_each(|face| face.landmarks[at % 5] = Point { x: number, y: 7.0 }),
        8 => frame
            .faces
            .iter_mut()
            .for_each(|face| face.bounds.width = number),
        9 => frame.found_again.iter_mut().for_each(|found| {
            found.of = whole as usize % 20;
            found.likeness = number;
            found.landmarks[at % 5] = Point { x: number, y: 7.0 };
        }),
        _ => {
            recording.steps_shown.push(whole);
            recording.frames.swap_remove(at);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_sent_is_judged_alike_and_by_the_table(
        steps in prop::collection::vec(a_step(), 0..9),
        variant in a_variant(),
        changes in prop::collection::vec(a_change(), 0..9),
        received in any::<i64>(),
        issued in any::<i64>(),
    ) {
        let mut recording = followed(&turns(), HEAD);
        for one in changes {
            change(&mut recording, one);
        }
        let challenge = Challenge { variant, steps, issued: Timestamp(issued / 2) };
        let front = Sample::passport().whole();
        let selfies = [selfie(vec![other_photograph(&face(1, 300.0))])];
        let mut asked = request(&front, None, Some(&selfies));
        let mut answered = answer(&challenge, &recording);
        answered.answer.as_mut().unwrap().received = Timestamp(received);
        asked.liveness = Some(answered);
        let outcome = judge(&asked);
        let findings = |outcome: &Outcome| serde_json::to_string(&outcome.evidence).unwrap();
        prop_assert_eq!(findings(&outcome), findings(&judge(&asked)));
        let rule = Policy::shipped().liveness(&asked).unwrap().rule;
        let passed = |name: &FindingCode| {
            let found = outcome.evidence.findings.iter().find(|finding| finding.code == *name);
            found.is_some_and(|finding| finding.passed)
        };
        let selfie = outcome.selfie.as_ref().unwrap();
        if selfie.status == CheckStatus::Verified {
            prop_assert!(rule.required.iter().all(passed));
        }
    }

    #[test]
    fn who_follows_passes_and_what_is_flat_never_does(seed in any::<u64>()) {
        let challenge = drawn(ChallengeVariant::Turns, seed);
        prop_assert!(is_live(&challenge, &followed(&challenge, HEAD)));
        prop_assert!(!is_live(&challenge, &followed(&challenge, FLAT)));
    }

    #[test]
    fn one_recording_answers_one_challenge(
        variant in a_variant(), first in any::<u64>(), second in any::<u64>(),
    ) {
        let (mine, other) = (drawn(variant, first), drawn(variant, second));
        prop_assume!(mine.steps != other.steps);
        prop_assert!(!is_live(&mine, &followed(&other, HEAD)));
    }

    #[test]
    fn permuted_steps_never_pass(seed in any::<u64>(), a in 0usize..6, b in 0usize..6) {
        let mine = drawn(ChallengeVariant::Turns, seed);
        let mut other = mine.clone();
        other.steps.swap(a, b);
        prop_assume!(mine.steps != other.steps);
        prop_assert!(!is_live(&other, &followed(&mine, HEAD)));
    }

    #[test]
    fn no_step_may_be_left_out(seed in any::<u64>(), step in 0usize..6) {
        let challenge = drawn(ChallengeVariant::Turns, seed);
        let mut recording = followed(&challenge, HEAD);
        recording.frames.retain(|frame| frame.step != step);
        prop_assert!(!is_live(&challenge, &recording));
    }
}
