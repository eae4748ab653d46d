//! Somebody, or something flat, that follows a challenge.

use identity::{Challenge, ChallengeStep, ChallengeVariant, KnownFrames, LivenessLevel, Timestamp};
use observation::{
    Camera, Face, FoundAgain, Overview, Point, RecordingFrame, RecordingObservation, Rect,
};

use super::face;
use crate::{Answer, Liveness};

/// How far a nose stands out, in distances between the eyes.
pub(crate) const HEAD: f32 = 0.4;
pub(crate) const FLAT: f32 = 0.0;

/// Distances between the eyes from which a face is looked at.
const DISTANCE: f32 = 8.0;
/// Milliseconds of a step.
const STEP: u32 = 1800;

/// The moment at which sample challenges are issued.
const ISSUED: Timestamp = Timestamp(1000);
pub(crate) const RECEIVED: Timestamp = Timestamp(1030);

pub(crate) fn challenge(variant: ChallengeVariant, steps: &[ChallengeStep]) -> Challenge {
    Challenge {
        variant,
        steps: steps.to_vec(),
        issued: ISSUED,
    }
}

/// All moves, both ways.
pub(crate) fn turns() -> Challenge {
    use ChallengeStep::{ComeCloser, LookStraight, MoveAway, TurnLeft, TurnRight};
    let steps = [
        LookStraight,
        TurnLeft,
        ComeCloser,
        TurnRight,
        MoveAway,
        TurnLeft,
    ];
    challenge(ChallengeVariant::Turns, &steps)
}

pub(crate) fn answer<'a>(
    challenge: &'a Challenge,
    recording: &'a RecordingObservation,
) -> Liveness<'a> {
    Liveness {
        level: LivenessLevel::Challenge,
        answer: Some(Answer {
            challenge,
            recording,
            received: RECEIVED,
            known: KnownFrames::default(),
        }),
    }
}

/// How a face is held.
#[derive(Clone, Copy)]
pub(crate) struct Held {
    /// In radians, to the person's left.
    pub(crate) yaw: f32,
    /// In shares of the usual.
    pub(crate) distance: f32,
}

pub(crate) fn held(step: ChallengeStep) -> Held {
    let (yaw, distance) = match step {
        ChallengeStep::LookStraight => (0.0, 1.0),
        ChallengeStep::TurnLeft => (0.4, 1.0),
        ChallengeStep::TurnRight => (-0.4, 1.0),
        ChallengeStep::ComeCloser => (0.0, 0.75),
        ChallengeStep::MoveAway => (0.0, 1.3),
    };
    Held { yaw, distance }
}

/// Two frames for every step: one before anybody can have moved, one at the end.
pub(crate) fn followed(challenge: &Challenge, nose: f32) -> RecordingObservation {
    let mut frames = Vec::new();
    let mut steps_shown = Vec::new();
    let mut before = held(ChallengeStep::LookStraight);
    for (step, asked) in challenge.steps.iter().enumerate() {
        let shown = STEP * step as u32;
        steps_shown.push(shown);
        let after = held(*asked);
        for (delay, held) in [(150, before), (1600, after)] {
            let number = frames.len();
            frames.push(frame(step, shown + delay, face_held(held, nose), number));
        }
        before = after;
    }
    RecordingObservation {
        camera: Camera {
            label: Some("FaceTime HD Camera".to_owned()),
            is_virtual_camera: Some(false),
        },
        steps_shown,
        frames,
    }
}

fn frame(step: usize, at: u32, face: Face, number: usize) -> RecordingFrame {
    let found_again = if step == 0 {
        Vec::new()
    } else {
        found_again(&face)
    };
    RecordingFrame {
        step,
        at,
        width: 480,
        height: 640,
        picture_sha256: format!("frame {number}"),
        faces: vec![face],
        overview: Overview(vec![90; Overview::WIDTH * Overview::HEIGHT]),
        novelty: (number > 0).then_some(6.0),
        perceptual_hash: Vec::new(),
        fresh_noise: (number > 0).then_some(0.9),
        found_again,
    }
}

/// The two faces of the first step, found where this face is.
pub(crate) fn found_again(face: &Face) -> Vec<FoundAgain> {
    let found = |of| FoundAgain {
        of,
        landmarks: face.landmarks,
        likeness: 0.9,
    };
    vec![found(0), found(1)]
}

/// A face with a nose that stands out so far, seen by a camera.
pub(crate) fn face_held(held: Held, nose: f32) -> Face {
    let points = [
        [-0.5, 0.0, 0.0],
        [0.5, 0.0, 0.0],
        [0.0, 0.6, nose],
        [-0.4, 1.15, 0.0],
        [0.4, 1.15, 0.0],
    ];
    let (sin, cos) = held.yaw.sin_cos();
    let landmarks = points.map(|[x, y, z]: [f32; 3]| {
        let (x, z) = (x * cos + z * sin, z * cos - x * sin);
        let scale = 560.0 / (DISTANCE * held.distance - z);
        Point {
            x: 240.0 + scale * x,
            y: 280.0 + scale * y,
        }
    });
    let side = 1.6 * 560.0 / (DISTANCE * held.distance);
    let bounds = Rect {
        x: 240.0 - side / 2.0,
        y: 300.0 - side / 2.0,
        width: side,
        height: side,
    };
    Face {
        bounds,
        landmarks,
        chip: None,
        ..face(1, side)
    }
}
