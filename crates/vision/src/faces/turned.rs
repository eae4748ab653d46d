//! Faces that don't stand upright in their picture.
//!
//! The detector finds most of them, but the further a face is turned the more its landmarks are those of
//! an upright one, and then it matches nobody. Its score tells: upright faces score 0.9 and more, and the
//! further they are turned the less. So what scores less is looked at in other directions too.

use image::RgbImage;
use observation::{Point, Rect};

use super::detect::{Detection, Detector, SCORE, overlap};
use crate::picture::{Homography, resize, warp};
use crate::runtime::NetworkError;

/// Faces that score less may be turned.
const UPRIGHT_SCORE: f32 = 0.9;
/// Side of the square around a face that is looked at again, in longer sides of its box and in pixels.
const AROUND: f32 = 2.0;
const SIDE: u32 = 160;
/// Side of the square around the whole picture, where no face was found.
const WHOLE_SIDE: u32 = 320;
/// Degrees. The detector knows faces within 30° of upright, so these leave no direction out.
const QUARTERS: [f32; 3] = [90.0, 180.0, 270.0];
const TILTS: [f32; 2] = [-30.0, 30.0];

impl Detector {
    /// As [`Detector::faces`]; the largest is looked at in all directions where it may not be upright,
    /// and so is the picture where none is found.
    pub(crate) fn faces_any_way_up(
        &self,
        pixels: &RgbImage,
    ) -> Result<Vec<Detection>, NetworkError> {
        let mut faces = self.faces(pixels)?;
        let Some(face) = faces.first().copied() else {
            return Ok(self.whole_turned(pixels)?.into_iter().collect());
        };
        if face.score >= UPRIGHT_SCORE {
            return Ok(faces);
        }
        let square = Square::around(&face.bounds);
        let turned = self.best_turn(pixels, &square, SIDE)?;
        if let Some(turned) = turned.filter(|turned| overlap(&turned.bounds, &face.bounds) > 0.0) {
            faces[0] = turned;
        } else if face.score < SCORE
            && let Some(found) = self.whole_turned(pixels)?
        {
            return Ok(vec![found]);
        }
        Ok(faces)
    }

    fn whole_turned(&self, pixels: &RgbImage) -> Result<Option<Detection>, NetworkError> {
        let (width, height) = pixels.dimensions();
        let scale = WHOLE_SIDE as f32 / width.max(height).max(1) as f32;
        if scale >= 1.0 {
            let square = Square::of(pixels);
            return self.best_turn(pixels, &square, width.max(height));
        }
        let side = |length: u32| ((length as f32 * scale).round() as u32).max(1);
        let small = resize(pixels, side(width), side(height));
        let found = self.best_turn(&small, &Square::of(&small), WHOLE_SIDE)?;
        Ok(found.map(|face| face.scaled(1.0 / scale, 1.0 / scale)))
    }

    /// The face that scores best in a square, the quarter turns tried first and then a tilt.
    fn best_turn(
        &self,
        pixels: &RgbImage,
        square: &Square,
        side: u32,
    ) -> Result<Option<Detection>, NetworkError> {
        let mut best = self.at(pixels, square, side, 0.0)?;
        for degrees in QUARTERS {
            best = better(best, self.at(pixels, square, side, degrees)?);
        }
        let Some((_, quarter)) = best else {
            return Ok(None);
        };
        for tilt in TILTS {
            best = better(best, self.at(pixels, square, side, quarter + tilt)?);
        }
        Ok(best.map(|(face, _)| face))
    }

    /// The best face of a square that is turned by so much.
    fn at(
        &self,
        pixels: &RgbImage,
        square: &Square,
        side: u32,
        degrees: f32,
    ) -> Result<Option<(Detection, f32)>, NetworkError> {
        let step = square.side / side as f32;
        let mapping = square.turned(degrees, step);
        let turned = warp(pixels, &mapping, side, side, step);
        let faces = self.faces_in(&turned)?;
        let best = faces
            .into_iter()
            .filter(|face| face.score >= SCORE)
            .max_by(|a, b| a.score.total_cmp(&b.score));
        Ok(best.map(|face| (mapped(&face, &mapping, step, degrees), degrees)))
    }
}

fn better(a: Option<(Detection, f32)>, b: Option<(Detection, f32)>) -> Option<(Detection, f32)> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.0.score > a.0.score { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// A part of a picture.
struct Square {
    centre: Point,
    side: f32,
}

impl Square {
    fn around(bounds: &Rect) -> Self {
        Self {
            centre: Point {
                x: bounds.x + bounds.width / 2.0,
                y: bounds.y + bounds.height / 2.0,
            },
            side: (AROUND * bounds.width.max(bounds.height)).max(1.0),
        }
    }

    fn of(pixels: &RgbImage) -> Self {
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

/// A face of the turned copy in the picture. Its box stays a box: around the same centre, lying where it
/// stood if the turn is nearer to that.
fn mapped(face: &Detection, mapping: &Homography, step: f32, degrees: f32) -> Detection {
    let bounds = &face.bounds;
    let centre = mapping.map(
        bounds.x + bounds.width / 2.0,
        bounds.y + bounds.height / 2.0,
    );
    let lies = degrees.to_radians().sin().abs() > std::f32::consts::FRAC_1_SQRT_2;
    let (width, height) = if lies {
        (bounds.height * step, bounds.width * step)
    } else {
        (bounds.width * step, bounds.height * step)
    };
    Detection {
        bounds: Rect {
            x: centre.x - width / 2.0,
            y: centre.y - height / 2.0,
            width,
            height,
        },
        score: face.score,
        landmarks: face.landmarks.map(|point| mapping.map(point.x, point.y)),
    }
}

#[cfg(test)]
mod tests {
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
