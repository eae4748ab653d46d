//! How well a face can be compared, after ISO/IEC 29794-5.
//!
//! Measured on what the embedder is given: blur that is gone at its size does no harm. Occlusion is not
//! measured: five landmarks are drawn onto a covered face as onto any other.

use image::{GrayImage, RgbImage};
use observation::{FaceQuality, Point};

use super::align::SIDE;
use crate::picture::grey;
use crate::quality::steps_lost_to_blur;

/// Of a face in distances between the eyes: how far the tip of the nose stands before the eyes and
/// below them, and the same of the mouth; below, where the detector puts them on people who look straight
/// ahead. The heads of people differ: a pose is right within some ten degrees.
const NOSE_BEFORE: f32 = 0.55;
const NOSE_BELOW: f32 = 0.65;
const MOUTH_BEFORE: f32 = 0.2;
const MOUTH_BELOW: f32 = 1.155;
/// The part of the aligned face that is skin whatever the hair: from left to right and from brow to chin,
/// in shares of its side.
const SKIN: (f32, f32, f32, f32) = (0.25, 0.3, 0.75, 0.95);
/// Luma from which a pixel counts as burnt out, of 255.
const BURNT: u8 = 250;
/// The share of the face's pixels that may be brighter than what counts as its highlights.
const HIGHLIGHTS: f32 = 0.05;

/// `aligned` is the face as the embedder is given it.
pub(super) fn quality(aligned: &RgbImage, landmarks: &[Point; 5]) -> FaceQuality {
    let pose = Pose::of(landmarks);
    let aligned = grey(aligned);
    let skin = skin(&aligned);
    let burnt = skin.iter().filter(|&&luma| luma >= BURNT).count();
    let brightest = (1.0 - HIGHLIGHTS) * skin.len().saturating_sub(1) as f32;
    FaceQuality {
        inter_eye_distance: landmarks[0].distance(landmarks[1]),
        yaw: pose.yaw,
        pitch: pose.pitch,
        roll: pose.roll,
        sharpness: steps_lost_to_blur(&aligned),
        highlights: skin
            .get(brightest as usize)
            .map_or(0.0, |&luma| f32::from(luma) / 255.0),
        burnt_out: burnt as f32 / skin.len().max(1) as f32,
    }
}

/// Luma of the skin, in ascending order.
fn skin(aligned: &GrayImage) -> Vec<u8> {
    let at = |share: f32| (share * SIDE as f32) as u32;
    let (left, top, right, bottom) = SKIN;
    let mut luma: Vec<u8> = aligned
        .enumerate_pixels()
        .filter(|(x, y, _)| (at(left)..at(right)).contains(x) && (at(top)..at(bottom)).contains(y))
        .map(|(_, _, pixel)| pixel.0[0])
        .collect();
    luma.sort_unstable();
    luma
}

/// Degrees.
struct Pose {
    yaw: f32,
    pitch: f32,
    roll: f32,
}

impl Pose {
    /// From where the tip of the nose lies between eyes and mouth, seen from far away.
    fn of(landmarks: &[Point; 5]) -> Self {
        let [left, right, nose, mouth_left, mouth_right] = *landmarks;
        let roll = (right.y - left.y).atan2(right.x - left.x);
        let (sine, cosine) = roll.sin_cos();
        let eyes = middle(left, right);
        let upright = |point: Point| {
            let (x, y) = (point.x - eyes.x, point.y - eyes.y);
            (x * cosine + y * sine, y * cosine - x * sine)
        };
        let distance = left.distance(right).max(f32::EPSILON);
        let (nose_beside, nose_below) = upright(nose);
        let mouth_below = upright(middle(mouth_left, mouth_right)).1;
        let yaw = (nose_beside / distance / NOSE_BEFORE).atan();
        let share = nose_below / mouth_below;
        let pitch = if share.is_finite() {
            let (down, before) = (
                MOUTH_BELOW * share - NOSE_BELOW,
                NOSE_BEFORE - MOUTH_BEFORE * share,
            );
            down.atan2(before)
        } else {
            0.0
        };
        Self {
            yaw: yaw.to_degrees(),
            pitch: pitch.to_degrees(),
            roll: roll.to_degrees(),
        }
    }
}

fn middle(a: Point, b: Point) -> Point {
    Point {
        x: f32::midpoint(a.x, b.x),
        y: f32::midpoint(a.y, b.y),
    }
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    /// Landmarks of a head that is turned, nods and leans by so many degrees.
    fn head(yaw: f32, pitch: f32, roll: f32) -> [Point; 5] {
        let points = [
            (-0.5, 0.0, 0.0),
            (0.5, 0.0, 0.0),
            (0.0, NOSE_BELOW, NOSE_BEFORE),
            (-0.4, MOUTH_BELOW, MOUTH_BEFORE),
            (0.4, MOUTH_BELOW, MOUTH_BEFORE),
        ];
        let turned = |a: f32, b: f32, degrees: f32| {
            let (sine, cosine) = degrees.to_radians().sin_cos();
            (a * cosine + b * sine, b * cosine - a * sine)
        };
        points.map(|(x, y, z)| {
            let (y, z) = turned(y, z, pitch);
            let (x, _) = turned(x, z, yaw);
            let (y, x) = turned(y, x, roll);
            Point {
                x: 100.0 * x + 300.0,
                y: 100.0 * y + 200.0,
            }
        })
    }

    #[test]
    fn pose_is_that_of_the_head() {
        for (yaw, pitch, roll) in [
            (0.0, 0.0, 0.0),
            (25.0, 0.0, 0.0),
            (0.0, 15.0, 0.0),
            (0.0, -20.0, 10.0),
            (-30.0, 0.0, -90.0),
        ] {
            let pose = Pose::of(&head(yaw, pitch, roll));
            assert!((pose.yaw - yaw).abs() < 1.0, "{yaw} {}", pose.yaw);
            assert!((pose.pitch - pitch).abs() < 1.0, "{pitch} {}", pose.pitch);
            assert!((pose.roll - roll).abs() < 1.0, "{roll} {}", pose.roll);
        }
    }

    #[test]
    fn landmarks_in_one_point_have_some_pose() {
        let pose = Pose::of(&[Point { x: 1.0, y: 1.0 }; 5]);
        assert!(
            [pose.yaw, pose.pitch, pose.roll]
                .into_iter()
                .all(f32::is_finite)
        );
    }

    #[test]
    fn exposure_is_that_of_the_skin() {
        let face = |luma: u8| {
            let aligned = RgbImage::from_fn(SIDE, SIDE, |x, _| {
                let inside = (28..84).contains(&x);
                Rgb([if inside { luma } else { 255 }; 3])
            });
            quality(&aligned, &head(0.0, 0.0, 0.0))
        };
        assert!((face(51).highlights - 0.2).abs() < 1e-6);
        assert_eq!(face(51).burnt_out, 0.0);
        assert_eq!(face(255).burnt_out, 1.0);
        assert!((face(51).inter_eye_distance - 100.0).abs() < 1e-3);
    }
}
