//! Turning a face upright to the pose the embedder was trained on.

use image::RgbImage;
use observation::Point;

use crate::picture::{Homography, warp};

/// Side of the aligned face in pixels.
pub(super) const SIDE: u32 = 112;

/// Where the five landmarks lie in the aligned face (the template SFace was trained with).
const TEMPLATE: [(f32, f32); 5] = [
    (38.2946, 51.6963),
    (73.5318, 51.5014),
    (56.0252, 71.7366),
    (41.5493, 92.3655),
    (70.7299, 92.2041),
];

/// The face, turned, scaled and moved so that its landmarks fit the template best.
pub(super) fn aligned(pixels: &RgbImage, landmarks: &[Point; 5]) -> Option<RgbImage> {
    let similarity = Similarity::onto_template(landmarks)?;
    let mapping = similarity.inverse();
    Some(warp(
        pixels,
        &mapping,
        SIDE,
        SIDE,
        1.0 / similarity.scale().max(1e-3),
    ))
}

/// Degrees by which the face leans clockwise in the picture, by all five landmarks. `None` where they fit
/// no face.
pub(super) fn lean(landmarks: &[Point; 5]) -> Option<f32> {
    let similarity = Similarity::onto_template(landmarks)?;
    Some((-similarity.b).atan2(similarity.a).to_degrees())
}

/// Rotation and scale as the complex number `a + bi`, then a shift.
struct Similarity {
    a: f32,
    b: f32,
    shift: Point,
}

impl Similarity {
    /// Least squares over the five points (Umeyama, 1991); in the plane and without reflection it
    /// has this closed form. `None` when all points coincide.
    fn onto_template(landmarks: &[Point; 5]) -> Option<Self> {
        let mean = |points: &[(f32, f32); 5]| {
            let sum = points
                .iter()
                .fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
            (sum.0 / 5.0, sum.1 / 5.0)
        };
        let source = landmarks.map(|point| (point.x, point.y));
        let (from, to) = (mean(&source), mean(&TEMPLATE));
        let (mut dot, mut cross, mut square) = (0.0, 0.0, 0.0);
        for (point, target) in source.into_iter().zip(TEMPLATE) {
            let (x, y) = (point.0 - from.0, point.1 - from.1);
            let (u, v) = (target.0 - to.0, target.1 - to.1);
            dot += x * u + y * v;
            cross += x * v - y * u;
            square += x * x + y * y;
        }
        if !square.is_finite() || square < 1e-6 || dot.hypot(cross) < 1e-6 {
            return None;
        }
        let (a, b) = (dot / square, cross / square);
        let shift = Point {
            x: to.0 - (a * from.0 - b * from.1),
            y: to.1 - (b * from.0 + a * from.1),
        };
        Some(Self { a, b, shift })
    }

    fn scale(&self) -> f32 {
        self.a.hypot(self.b)
    }

    /// From the template back to the picture, for pixel centres at half coordinates: landmarks
    /// and template count pixel centres as whole numbers.
    fn inverse(&self) -> Homography {
        let square = self.a * self.a + self.b * self.b;
        let (a, b) = (self.a / square, -self.b / square);
        let x = -(a * (self.shift.x + 0.5) - b * (self.shift.y + 0.5)) + 0.5;
        let y = -(b * (self.shift.x + 0.5) + a * (self.shift.y + 0.5)) + 0.5;
        Homography::affine([a, -b, x, b, a, y])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_face_is_mapped_back_onto_the_template() {
        let (sin, cos) = 0.4f32.sin_cos();
        let place = |(x, y): (f32, f32)| Point {
            x: 2.0 * (x * cos - y * sin) + 300.0,
            y: 2.0 * (x * sin + y * cos) + 40.0,
        };
        let similarity = Similarity::onto_template(&TEMPLATE.map(place)).unwrap();
        assert!((similarity.scale() - 0.5).abs() < 1e-5);
        let mapping = similarity.inverse();
        for (x, y) in TEMPLATE {
            let at = mapping.map(x + 0.5, y + 0.5);
            let expected = place((x, y));
            let expected = Point {
                x: expected.x + 0.5,
                y: expected.y + 0.5,
            };
            assert!(at.distance(expected) < 1e-2, "{at:?} {expected:?}");
        }
    }

    #[test]
    fn a_face_leans_as_far_as_it_was_turned() {
        for degrees in [-170.0f32, -30.0, 0.0, 12.0, 90.0] {
            let (sin, cos) = degrees.to_radians().sin_cos();
            let leaning = TEMPLATE.map(|(x, y)| Point {
                x: x * cos - y * sin,
                y: x * sin + y * cos,
            });
            assert!((lean(&leaning).unwrap() - degrees).abs() < 1e-2);
        }
    }

    #[test]
    fn landmarks_in_one_point_give_nothing() {
        assert!(Similarity::onto_template(&[Point { x: 3.0, y: 3.0 }; 5]).is_none());
    }
}
