//! How a face is held, from its five landmarks.

use observation::{Face, Point, RecordingFrame};

/// A face's turn and size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pose {
    /// Where the nose is beside the line from between the eyes to the middle of the mouth, in lengths
    /// of that line: positive to the right of the picture, the person's own left. A flat picture's
    /// nose stays on the line however it is held, but for a little perspective.
    pub(super) turn: f32,
    /// Length of that line in shares of the frame's longer side. Turning leaves it as it is.
    pub(super) size: f32,
}

impl Pose {
    /// The pose of the frame's largest face. `None` where there is no face, or its landmarks coincide.
    pub(super) fn of(frame: &RecordingFrame) -> Option<Self> {
        let [left, right, nose, mouth_left, mouth_right] = face(frame)?.landmarks;
        let eyes = middle(left, right);
        let mouth = middle(mouth_left, mouth_right);
        let (x, y) = (mouth.x - eyes.x, mouth.y - eyes.y);
        let square = x * x + y * y;
        let cross = x * (nose.y - eyes.y) - y * (nose.x - eyes.x);
        let pose = Self {
            turn: -cross / square,
            size: square.sqrt() / frame.width.max(frame.height) as f32,
        };
        let usable = pose.turn.is_finite() && pose.size.is_finite() && pose.size > 0.0;
        usable.then_some(pose)
    }

    /// The mean of some poses; `None` where there are none.
    pub(super) fn mean(poses: impl Iterator<Item = Self>) -> Option<Self> {
        let poses: Vec<Self> = poses.collect();
        let count = poses.len() as f32;
        (!poses.is_empty()).then(|| Self {
            turn: poses.iter().map(|pose| pose.turn).sum::<f32>() / count,
            size: poses.iter().map(|pose| pose.size).sum::<f32>() / count,
        })
    }
}

/// The largest face.
pub(super) fn face(frame: &RecordingFrame) -> Option<&Face> {
    let mut faces = frame.faces.iter();
    let first = faces.next()?;
    Some(faces.fold(first, |largest, face| {
        if face.bounds.area() > largest.bounds.area() {
            face
        } else {
            largest
        }
    }))
}

pub(super) fn middle(a: Point, b: Point) -> Point {
    Point {
        x: f32::midpoint(a.x, b.x),
        y: f32::midpoint(a.y, b.y),
    }
}
