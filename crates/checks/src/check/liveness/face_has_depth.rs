use identity::{ChallengeStep, Finding};
use observation::{Face, Point};

use super::followed::{Followed, Step};
use super::plane::seen_again;
use super::pose::{face, middle};
use super::{AGAIN, Case};
use crate::finding::{FindingExt, code::FACE_HAS_DEPTH as CODE, failed, passed};

/// Sine of the least turn that is reckoned with: smaller ones can't be told from none by how narrow
/// the face becomes.
const LEAST_TURN: f32 = 0.4;

/// Whether the nose stands out. Eyes and mouth of a flat picture say where its nose has to be, however
/// it is held and moved; that of a head is elsewhere, to the side it is turned to, the further the more
/// it is turned. It has to be so to the left and to the right, so that a nose drawn elsewhere helps to
/// one side alone.
pub(super) fn check(case: &Case, followed: &Followed) -> Finding {
    let limit = case.policy.thresholds.nose;
    let Some(depth) = depth(followed) else {
        return failed(CODE, "No turn to either side could be measured.", AGAIN);
    };
    let finding = if depth >= limit {
        passed(CODE, "The nose stands out from the face to both sides.")
    } else {
        let operator = "The face moves like a flat picture: eyes and mouth say where its nose is.";
        failed(CODE, operator, AGAIN)
    };
    finding.scored(depth, limit)
}

/// How far the nose stands out, in lengths from between the eyes to the middle of the mouth: the smaller
/// of what both sides show.
fn depth(followed: &Followed) -> Option<f32> {
    let straight = faces(followed.steps.first()?);
    let side = |asked: ChallengeStep, towards: f32| {
        let turns = followed.steps.iter().filter(|step| step.asked == asked);
        mean(turns.filter_map(|step| Some(towards * shown(&straight, &faces(step))?)))
    };
    let left = side(ChallengeStep::TurnLeft, 1.0)?;
    let right = side(ChallengeStep::TurnRight, -1.0)?;
    Some(left.min(right))
}

fn faces<'a>(step: &Step<'a>) -> Vec<&'a Face> {
    step.held.iter().filter_map(|frame| face(frame)).collect()
}

/// What one turn shows, to the right of the picture.
fn shown(straight: &[&Face], turned: &[&Face]) -> Option<f32> {
    let pairs = turned
        .iter()
        .flat_map(|turned| straight.iter().map(move |before| (before, turned)));
    let parallax = mean(pairs.filter_map(|(before, turned)| parallax(before, turned)))?;
    let before = mean(straight.iter().map(|face| width(face)))?;
    let now = mean(turned.iter().map(|face| width(face)))?;
    let cosine = (now / before).min(1.0);
    let sine = (1.0 - cosine * cosine).sqrt().max(LEAST_TURN);
    let depth = parallax / sine;
    depth.is_finite().then_some(depth)
}

/// How far the nose is from where a plane would have it, across the face, in lengths from between the
/// eyes to the middle of the mouth.
fn parallax(straight: &Face, turned: &Face) -> Option<f32> {
    let split = |face: &Face| {
        let [left, right, nose, mouth_left, mouth_right] = face.landmarks;
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

/// Distance of the eyes in the same lengths: narrower the more a face is turned.
fn width(face: &Face) -> f32 {
    let down = down(face);
    face.landmarks[0].distance(face.landmarks[1]) / down.x.hypot(down.y)
}

/// From between the eyes to the middle of the mouth.
fn down(face: &Face) -> Point {
    let [left, right, _, mouth_left, mouth_right] = face.landmarks;
    let (eyes, mouth) = (middle(left, right), middle(mouth_left, mouth_right));
    Point {
        x: mouth.x - eyes.x,
        y: mouth.y - eyes.y,
    }
}

/// `None` of none, or where it is no number.
fn mean(values: impl Iterator<Item = f32>) -> Option<f32> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    let mean = sum / count as f32;
    mean.is_finite().then_some(mean)
}
