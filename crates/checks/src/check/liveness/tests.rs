use identity::{
    Challenge, ChallengeStep, ChallengeVariant, ErrorCode, FindingCode, KnownFrames, Mode,
    Timestamp, Verdict,
};
use observation::RecordingObservation;

use crate::samples::recording::{FLAT, HEAD, answer, challenge, face_held, followed, held, turns};
use crate::samples::{Sample, face, judge, other_photograph, request, selfie};
use crate::{Liveness, Outcome, Policy, Request};

/// Lets the request be changed before it is judged.
fn judged_with(
    challenge: &Challenge,
    recording: &RecordingObservation,
    change: impl Fn(&mut Request),
) -> Outcome {
    let front = Sample::passport().whole();
    let selfies = [selfie(vec![other_photograph(&face(1, 300.0))])];
    let mut asked = request(&front, None, Some(&selfies));
    asked.liveness = Some(answer(challenge, recording));
    change(&mut asked);
    judge(&asked)
}

fn judged(challenge: &Challenge, recording: &RecordingObservation) -> Outcome {
    judged_with(challenge, recording, |_| ())
}

/// Names of required findings that failed.
fn failed(outcome: &Outcome) -> Vec<&str> {
    let findings = outcome.evidence.findings.iter();
    let failed = findings.filter(|finding| !finding.passed && !finding.advisory);
    failed.map(|finding| finding.code.as_str()).collect()
}

fn error(outcome: &Outcome) -> Option<ErrorCode> {
    match &outcome.verdict {
        Verdict::Failed(error) => Some(error.code),
        Verdict::Verified => None,
    }
}

/// What fails when this is done to somebody who follows the challenge.
fn failed_after(change: impl Fn(&mut RecordingObservation)) -> Vec<String> {
    let challenge = turns();
    let mut recording = followed(&challenge, HEAD);
    change(&mut recording);
    let outcome = judged(&challenge, &recording);
    failed(&outcome).into_iter().map(str::to_owned).collect()
}

#[test]
fn who_follows_is_verified_and_the_report_says_how() {
    let challenge = turns();
    let outcome = judged(&challenge, &followed(&challenge, HEAD));
    assert_eq!(failed(&outcome), [""; 0]);
    assert_eq!(outcome.verdict, Verdict::Verified);
    assert_eq!(outcome.evidence.liveness, "challenge");
}

#[test]
fn without_a_challenge_nothing_changes() {
    let challenge = turns();
    let recording = followed(&challenge, FLAT);
    let asked_for = |level| {
        judged_with(&challenge, &recording, |asked| {
            asked.liveness = level;
        })
    };
    for level in [
        None,
        Some(identity::LivenessLevel::None),
        Some(identity::LivenessLevel::Passive),
    ] {
        let outcome = asked_for(level.map(|level| Liveness {
            level,
            answer: None,
        }));
        assert_eq!(outcome.verdict, Verdict::Verified);
        assert_eq!(outcome.evidence.liveness, "none");
    }
}

#[test]
fn a_challenge_that_nobody_answered_is_not_passed() {
    let challenge = turns();
    let outcome = judged_with(&challenge, &followed(&challenge, HEAD), |asked| {
        asked.liveness.as_mut().unwrap().answer = None;
    });
    assert_eq!(error(&outcome), Some(ErrorCode::SelfieUnverifiedOther));
    assert_eq!(outcome.evidence.liveness, "none");
}

#[test]
fn a_flat_picture_seems_not_to_turn_and_has_no_depth() {
    let challenge = turns();
    let outcome = judged(&challenge, &followed(&challenge, FLAT));
    assert_eq!(failed(&outcome), ["challenge_followed", "face_has_depth"]);
    assert_eq!(error(&outcome), Some(ErrorCode::SelfieUnverifiedOther));
}

#[test]
fn a_nose_drawn_aside_helps_to_one_side_alone() {
    let challenge = turns();
    let mut recording = followed(&challenge, FLAT);
    // Two pictures, of a face that looks to either side, held straight: each is flat.
    for frame in &mut recording.frames {
        let turn = challenge.steps[frame.step];
        frame.faces = vec![face_held(held(turn), FLAT)];
        frame.faces[0].landmarks[2].x += 25.0;
    }
    let outcome = judged(&challenge, &recording);
    assert!(failed(&outcome).contains(&"face_has_depth"));
}

/// The detector believes that the nose of a bent picture moves as a head's would.
#[test]
fn a_nose_that_only_landmarks_show_does_not_stand_out() {
    let challenge = turns();
    let mut recording = followed(&challenge, HEAD);
    let flat = followed(&challenge, FLAT);
    for (frame, flat) in recording.frames.iter_mut().zip(flat.frames) {
        frame.found_again = flat.found_again;
    }
    let outcome = judged(&challenge, &recording);
    assert_eq!(failed(&outcome), ["face_has_depth"]);
    assert_eq!(error(&outcome), Some(ErrorCode::SelfieManipulated));
}

#[test]
fn spots_that_are_not_found_again_show_no_depth() {
    let challenge = turns();
    let mut unlike = followed(&challenge, HEAD);
    let found = unlike
        .frames
        .iter_mut()
        .flat_map(|frame| &mut frame.found_again);
    for found in found {
        found.likeness = 0.2;
    }
    assert_eq!(failed(&judged(&challenge, &unlike)), ["face_has_depth"]);
    let mut none = followed(&challenge, HEAD);
    for frame in &mut none.frames {
        frame.found_again.clear();
    }
    assert_eq!(failed(&judged(&challenge, &none)), ["face_has_depth"]);
}

#[test]
fn turning_the_wrong_way_is_not_following() {
    let challenge = turns();
    let mut recording = followed(&challenge, HEAD);
    // As a mirrored camera would have it.
    for point in recording
        .frames
        .iter_mut()
        .flat_map(|frame| &mut frame.faces[0].landmarks)
    {
        point.x = 480.0 - point.x;
    }
    for frame in &mut recording.frames {
        frame.faces[0].landmarks.swap(0, 1);
        frame.faces[0].landmarks.swap(3, 4);
    }
    let outcome = judged(&challenge, &recording);
    assert_eq!(failed(&outcome), ["challenge_followed", "face_has_depth"]);
}

#[test]
fn another_challenge_is_not_followed() {
    use ChallengeStep::{ComeCloser, LookStraight, MoveAway, TurnLeft, TurnRight};
    let asked = [
        LookStraight,
        TurnRight,
        ComeCloser,
        TurnLeft,
        MoveAway,
        TurnLeft,
    ];
    let asked = challenge(ChallengeVariant::Turns, &asked);
    let outcome = judged(&asked, &followed(&turns(), HEAD));
    assert!(failed(&outcome).contains(&"challenge_followed"));
}

#[test]
fn who_is_there_before_the_instruction_did_not_read_it() {
    let ahead = |recording: &mut RecordingObservation| {
        for at in [2, 4, 6] {
            recording.frames[at].faces = recording.frames[at + 1].faces.clone();
        }
    };
    assert_eq!(failed_after(ahead), ["reaction_plausible"]);
    let once = |recording: &mut RecordingObservation| {
        recording.frames[2].faces = recording.frames[3].faces.clone();
    };
    assert_eq!(failed_after(once), [""; 0]);
    let unseen = |recording: &mut RecordingObservation| {
        recording
            .frames
            .retain(|frame| frame.step == 0 || frame.at % 1800 > 1000);
    };
    assert_eq!(failed_after(unseen), ["reaction_plausible"]);
}

#[test]
fn another_person_is_noticed() {
    let other = |recording: &mut RecordingObservation| {
        recording.frames[5].faces[0].embedding = face(2, 1.0).embedding;
    };
    assert_eq!(failed_after(other), ["one_person_throughout"]);
    let nobody = |recording: &mut RecordingObservation| recording.frames[4].faces.clear();
    assert_eq!(failed_after(nobody), ["one_person_throughout"]);
    let second = |recording: &mut RecordingObservation| {
        let face = recording.frames[4].faces[0].clone();
        recording.frames[4].faces.push(face);
    };
    assert_eq!(failed_after(second), ["one_person_throughout"]);
    let unknown =
        |recording: &mut RecordingObservation| recording.frames[3].faces[0].embedding.clear();
    assert_eq!(failed_after(unknown), ["one_person_throughout"]);
}

#[test]
fn the_selfie_is_of_the_person_who_moved() {
    let challenge = turns();
    let recording = followed(&challenge, HEAD);
    let front = Sample::passport().whole();
    let selfies = [selfie(vec![face(2, 300.0)])];
    let mut asked = request(&front, None, Some(&selfies));
    asked.liveness = Some(answer(&challenge, &recording));
    assert!(failed(&judge(&asked)).contains(&"one_person_throughout"));
}

#[test]
fn jumps_are_cuts() {
    let scene = |recording: &mut RecordingObservation| {
        for frame in &mut recording.frames[6..] {
            let cells = frame.overview.0.iter_mut().enumerate();
            cells.for_each(|(at, cell)| *cell = if at % 24 < 12 { 20 } else { 200 });
        }
    };
    assert_eq!(failed_after(scene), ["no_cuts"]);
    let lighter = |recording: &mut RecordingObservation| {
        for frame in &mut recording.frames[6..] {
            frame.overview.0.fill(150);
        }
    };
    assert_eq!(failed_after(lighter), [""; 0]);
    let face = |recording: &mut RecordingObservation| {
        for frame in &mut recording.frames {
            frame.at = frame.at / 1800 * 1800 + frame.at % 1800 / 20;
            frame.faces[0].bounds.x += if frame.step % 2 == 0 { 200.0 } else { 0.0 };
        }
    };
    assert!(failed_after(face).contains(&"no_cuts".to_owned()));
}

#[test]
fn frames_are_sent_once() {
    let twice = |recording: &mut RecordingObservation| {
        recording.frames[7].picture_sha256 = recording.frames[2].picture_sha256.clone();
    };
    assert_eq!(failed_after(twice), ["frames_are_new"]);
    let saved_anew = |recording: &mut RecordingObservation| recording.frames[7].novelty = Some(0.3);
    assert_eq!(failed_after(saved_anew), ["frames_are_new"]);
    let challenge = turns();
    let recording = followed(&challenge, HEAD);
    let front = Sample::passport().whole();
    let selfies = [selfie(vec![other_photograph(&face(1, 300.0))])];
    let mut asked = request(&front, None, Some(&selfies));
    let most = Policy::shipped().thresholds.known_alike;
    for (files, alike, refused) in [(0, most - 1, false), (0, most, true), (1, 0, true)] {
        let mut answered = answer(&challenge, &recording);
        answered.answer.as_mut().unwrap().known = KnownFrames { files, alike };
        asked.liveness = Some(answered);
        let outcome = judge(&asked);
        let expected: &[&str] = if refused { &["frames_are_new"] } else { &[] };
        assert_eq!(failed(&outcome), expected, "{files} {alike}");
    }
}

#[test]
fn noise_is_shown_and_decides_nothing() {
    let challenge = turns();
    let mut recording = followed(&challenge, HEAD);
    recording
        .frames
        .iter_mut()
        .for_each(|frame| frame.fresh_noise = Some(0.0));
    let outcome = judged(&challenge, &recording);
    assert_eq!(outcome.verdict, Verdict::Verified);
    let mut findings = outcome.evidence.findings.iter();
    let noise = findings
        .find(|finding| finding.code == FindingCode::NoiseIsFresh)
        .unwrap();
    assert!(!noise.passed && noise.advisory);
}

#[test]
fn impossible_times_are_refused() {
    let backwards = |recording: &mut RecordingObservation| recording.frames[4].at = 10;
    assert_eq!(failed_after(backwards), ["timing_possible"]);
    let too_late = |recording: &mut RecordingObservation| recording.frames[11].at = 40_000;
    assert_eq!(failed_after(too_late), ["timing_possible"]);
    let never_shown = |recording: &mut RecordingObservation| {
        recording.steps_shown.pop();
    };
    assert_eq!(failed_after(never_shown), ["timing_possible"]);
}

#[test]
fn a_challenge_runs_out() {
    let challenge = turns();
    let recording = followed(&challenge, HEAD);
    let outcome = judged_with(&challenge, &recording, |asked| {
        let answer = asked.liveness.as_mut().unwrap().answer.as_mut().unwrap();
        answer.received = Timestamp(1000 + Challenge::LIFETIME);
    });
    assert_eq!(failed(&outcome), ["challenge_in_time"]);
    assert_eq!(error(&outcome), Some(ErrorCode::SelfieUnverifiedOther));
}

#[test]
fn virtual_cameras_are_for_tests() {
    let challenge = turns();
    let mut recording = followed(&challenge, HEAD);
    recording.camera.label = Some("OBS Virtual Camera (m-de:vice)".to_owned());
    let outcome = judged(&challenge, &recording);
    assert_eq!(failed(&outcome), ["camera_is_real"]);
    assert_eq!(error(&outcome), Some(ErrorCode::SelfieManipulated));
    let outcome = judged_with(&challenge, &recording, |asked| asked.mode = Mode::Test);
    assert_eq!(outcome.verdict, Verdict::Verified);
    recording.camera.label = None;
    recording.camera.is_virtual_camera = Some(true);
    assert_eq!(failed(&judged(&challenge, &recording)), ["camera_is_real"]);
    recording.camera.is_virtual_camera = None;
    recording.frames[5].width = 640;
    assert_eq!(failed(&judged(&challenge, &recording)), ["camera_is_real"]);
}

#[test]
fn who_cannot_turn_comes_closer() {
    use ChallengeStep::{ComeCloser, LookStraight, MoveAway};
    let steps = [
        LookStraight,
        ComeCloser,
        LookStraight,
        MoveAway,
        ComeCloser,
        MoveAway,
    ];
    let challenge = challenge(ChallengeVariant::Distance, &steps);
    let outcome = judged(&challenge, &followed(&challenge, HEAD));
    assert_eq!(outcome.verdict, Verdict::Verified);
    assert_eq!(outcome.evidence.liveness, "challenge_distance");
    let findings = outcome.evidence.findings.iter();
    assert!(
        findings
            .map(|finding| &finding.code)
            .all(|code| *code != FindingCode::FaceHasDepth)
    );
}

#[test]
fn people_are_not_told_which_check_failed() {
    let challenge = turns();
    let sentences: std::collections::BTreeSet<String> = [FLAT, HEAD]
        .into_iter()
        .flat_map(|nose| {
            let mut recording = followed(&challenge, nose);
            recording.camera.is_virtual_camera = Some(true);
            recording.frames[4].at = 10;
            judged(&challenge, &recording).evidence.findings
        })
        .filter_map(|finding| finding.person)
        .map(|person| person.english().into_owned())
        .collect();
    assert_eq!(sentences.len(), 1);
}
