use identity::{ChallengeStep, Finding, FindingCode};
use observation::Point;

use super::followed::{Followed, Step};
use super::plane::seen_again;
use super::pose::{face, middle};
use super::{AGAIN, CheckInput};
use crate::finding::{FindingExt, failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::FaceHasDepth;

/// Sine of the least turn that is reckoned with: smaller ones can't be told from none by how narrow
/// the face becomes.
const LEAST_TURN: f32 = 0.4;

/// From which correlation on a spot of a face counts as found again.
const LIKE: f32 = 0.35;

/// Whether the nose stands out. Eyes and mouth of a flat picture say where its nose has to be, however
/// it is held and moved; that of a head is elsewhere, to the side it is turned to, the further the more
/// it is turned. It has to be so to the left and to the right, so that a nose drawn elsewhere helps to
/// one side alone.
///
/// It is asked twice. The detector's landmarks are sure on any face, but it knows faces, and moves the
/// nose of a bent or slanted picture as it would that of a head. The same spots found again by what the
/// picture shows are where they are.
pub(super) fn check(case: &CheckInput, answer: &Answer, followed: &Followed) -> Finding {
    let thresholds = &case.policy.thresholds;
    let by_landmarks = depth(followed, |step| detected(followed, step));
    let by_spots = depth(followed, |step| found_again(answer, step));
    let (Some(by_landmarks), Some(by_spots)) = (by_landmarks, by_spots) else {
        return failed(CODE, "No turn to either side could be measured.", AGAIN);
    };
    let finding = if by_landmarks >= thresholds.nose && by_spots >= thresholds.relief {
        passed(CODE, "The nose stands out from the face to both sides.")
    } else {
        let operator = "The face moves like a flat picture: eyes and mouth say where its nose is.";
        failed(CODE, operator, AGAIN)
    };
    finding.scored(by_spots, thresholds.relief)
}

/// Landmarks of a face that looks straight, and of the same face turned.
type Pair = ([Point; 5], [Point; 5]);

/// How far the nose stands out, in lengths from between the eyes to the middle of the mouth: the smaller
/// of what both sides show.
fn depth<'a>(followed: &Followed<'a>, pairs: impl Fn(&Step<'a>) -> Vec<Pair>) -> Option<f32> {
    let side = |asked: ChallengeStep, towards: f32| {
        let turns = followed.steps.iter().filter(|step| step.asked == asked);
        mean(turns.filter_map(|step| Some(towards * shown(&pairs(step))?)))
    };
    let left = side(ChallengeStep::TurnLeft, 1.0)?;
    let right = side(ChallengeStep::TurnRight, -1.0)?;
    Some(left.min(right))
}

/// Pairs with the landmarks that the detector found in each frame.
fn detected(followed: &Followed, step: &Step) -> Vec<Pair> {
    let faces = |step: &Step| -> Vec<[Point; 5]> {
        let faces = step.held.iter().filter_map(|frame| face(frame));
        faces.map(|face| face.landmarks).collect()
    };
    let straight = followed.steps.first().map(faces).unwrap_or_default();
    let turned = faces(step);
    let pairs = turned
        .iter()
        .flat_map(|&now| straight.iter().map(move |&before| (before, now)));
    pairs.collect()
}

/// Pairs with the same spots of the face found again by what the pictures show.
fn found_again(answer: &Answer, step: &Step) -> Vec<Pair> {
    let found = step.held.iter().flat_map(|frame| &frame.found_again);
    let pairs = found.filter(|found| found.likeness >= LIKE);
    let pairs = pairs.filter_map(|found| {
        let before = face(answer.recording.frames.get(found.of)?)?;
        Some((before.landmarks, found.landmarks))
    });
    pairs.collect()
}

/// How far the nose stands out by the pairs of one turn, in the lengths of [`depth`]; positive where it
/// moves to the right of the picture.
fn shown(pairs: &[Pair]) -> Option<f32> {
    let parallax = mean(
        pairs
            .iter()
            .filter_map(|(before, now)| parallax(before, now)),
    )?;
    let before = mean(pairs.iter().map(|(before, _)| width(before)))?;
    let now = mean(pairs.iter().map(|(_, now)| width(now)))?;
    let cosine = (now / before).min(1.0);
    let sine = (1.0 - cosine * cosine).sqrt().max(LEAST_TURN);
    let depth = parallax / sine;
    depth.is_finite().then_some(depth)
}

/// How far the nose is from where a plane would have it, across the face, in lengths from between the
/// eyes to the middle of the mouth.
fn parallax(straight: &[Point; 5], turned: &[Point; 5]) -> Option<f32> {
    let split = |landmarks: &[Point; 5]| {
        let [left, right, nose, mouth_left, mouth_right] = *landmarks;
        ([left, right, mouth_left, mouth_right], nose)
    };
    let ((before, nose_before), (now, nose)) = (split(straight), split(turned));
    let expected = seen_again(before, nose_before, now)?;
    let down = down(turned);
    let square = down.x * down.x + down.y * down.y;
    let cross = down.x * (nose.y - expected.y) - down.y * (nose.x - expected.x);
    let parallax = -cross / square;
    parallax.is_finite().then_some(parallax)
}

/// Distance of the eyes, in lengths from between the eyes to the middle of the mouth: less the more a
/// face is turned.
fn width(landmarks: &[Point; 5]) -> f32 {
    let down = down(landmarks);
    landmarks[0].distance(landmarks[1]) / down.x.hypot(down.y)
}

/// From between the eyes to the middle of the mouth.
fn down(landmarks: &[Point; 5]) -> Point {
    let [left, right, _, mouth_left, mouth_right] = *landmarks;
    let (eyes, mouth) = (middle(left, right), middle(mouth_left, mouth_right));
    Point {
        x: mouth.x - eyes.x,
        y: mouth.y - eyes.y,
    }
}

/// The mean of some values; `None` where there are none, or where the mean is no finite number.
fn mean(values: impl Iterator<Item = f32>) -> Option<f32> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    let mean = sum / count as f32;
    mean.is_finite().then_some(mean)
}
