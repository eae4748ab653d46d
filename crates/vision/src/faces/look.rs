//! Looking again at a part of a picture, turned.

use image::RgbImage;
use observation::{Point, Rect};

use super::Detection;
use super::detect::{Detector, SCORE};
use crate::picture::{Homography, warp};
use crate::runtime::NetworkError;

/// A square part of a picture.
pub(super) struct Square {
    pub(super) centre: Point,
    pub(super) side: f32,
}

impl Square {
    /// The square around the middle of a box, `times` as large as the box's longer side.
    pub(super) fn around(bounds: &Rect, times: f32) -> Self {
        Self {
            centre: centre(bounds),
            side: (times * bounds.width.max(bounds.height)).max(1.0),
        }
    }

    pub(super) fn of(pixels: &RgbImage) -> Self {
        let (width, height) = (pixels.width() as f32, pixels.height() as f32);
        Self {
            centre: Point {
                x: width / 2.0,
                y: height / 2.0,
            },
            side: width.max(height).max(1.0),
        }
    }

    /// From the turned copy to the picture; `step` pixels of the picture are one of the copy.
    fn turned(&self, degrees: f32, step: f32) -> Homography {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let (a, b) = (step * cosine, step * sine);
        let middle = self.side / step / 2.0;
        Homography::affine([
            a,
            -b,
            self.centre.x - middle * (a - b),
            b,
            a,
            self.centre.y - middle * (b + a),
        ])
    }
}

impl Detector {
    /// The best face of a square that leans clockwise by so many degrees, seen upright in a copy of `side`
    /// pixels.
    pub(super) fn look(
        &self,
        pixels: &RgbImage,
        square: &Square,
        side: u32,
        degrees: f32,
    ) -> Result<Option<Detection>, NetworkError> {
        let step = square.side / side as f32;
        let mapping = square.turned(degrees, step);
        let turned = warp(pixels, &mapping, side, side, step);
        let faces = self.faces_in(&turned)?;
        let best = faces
            .into_iter()
            .filter(|face| face.score >= SCORE)
            .max_by(|a, b| a.score.total_cmp(&b.score));
        Ok(best.map(|face| mapped(&face, &mapping, step, degrees)))
    }
}

pub(super) fn centre(bounds: &Rect) -> Point {
    Point {
        x: bounds.x + bounds.width / 2.0,
        y: bounds.y + bounds.height / 2.0,
    }
}

/// A face of the turned copy in the picture. Its box stays a box: around the same centre, lying where it
/// stood if the turn is nearer to that.
fn mapped(face: &Detection, mapping: &Homography, step: f32, degrees: f32) -> Detection {
    let bounds = &face.bounds;
    let middle = centre(bounds);
    let middle = mapping.map(middle.x, middle.y);
    let lies = degrees.to_radians().sin().abs() > std::f32::consts::FRAC_1_SQRT_2;
    let (width, height) = if lies {
        (bounds.height * step, bounds.width * step)
    } else {
        (bounds.width * step, bounds.height * step)
    };
    Detection {
        bounds: Rect {
            x: middle.x - width / 2.0,
            y: middle.y - height / 2.0,
            width,
            height,
        },
        score: face.score,
        landmarks: face.landmarks.map(|point| mapping.map(point.x, point.y)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::candidates::overlap;
    use super::*;

    #[test]
    fn what_is_found_in_a_turned_copy_lies_where_it_was() {
        let square = Square {
            centre: Point { x: 300.0, y: 200.0 },
            side: 320.0,
        };
        let step = 2.0;
        let mapping = square.turned(90.0, step);
        // 40 pixels above the middle of the copy are 80 beside the middle of the picture.
        let at = Point { x: 80.0, y: 40.0 };
        let face = Detection {
            bounds: Rect {
                x: at.x - 10.0,
                y: at.y - 15.0,
                width: 20.0,
                height: 30.0,
            },
            score: 0.9,
            landmarks: [at; 5],
        };
        let found = mapped(&face, &mapping, step, 90.0);
        for point in found.landmarks {
            assert!(
                point.distance(Point { x: 380.0, y: 200.0 }) < 1e-3,
                "{point:?}"
            );
        }
        let expected = Rect {
            x: 350.0,
            y: 180.0,
            width: 60.0,
            height: 40.0,
        };
        assert!(
            overlap(&found.bounds, &expected) > 0.999,
            "{:?}",
            found.bounds
        );
    }
}
