//! Faces that don't stand upright in their picture.
//!
//! The detector finds most of them, but the further a face is turned the more its landmarks are those of
//! an upright one, and then it matches nobody. Its score says little: upright faces with glasses, or
//! filling their picture, score no more than many that lie on their side. The embedder knows better: its
//! vectors are long for faces that stand as it was taught and short for what does not (Meng and others,
//! MagFace, CVPR 2021). So what it is not sure of is looked at in other directions, and a look counts that
//! it is surer of.

use image::RgbImage;

use super::Detection;
use super::align::lean;
use super::candidates::overlap;
use super::detect::{Detector, SCORE};
use super::look::{Square, centre};
use crate::picture::resize;
use crate::runtime::NetworkError;

/// The square around a face that is looked at again: in longer sides of its box, and in pixels. Of the
/// sizes tried the detector's landmarks are best on faces of some 210 pixels.
const CLOSE: f32 = 1.5;
const CLOSE_SIDE: u32 = 320;
/// How often a face is looked at until it stands upright, and what counts as upright, in degrees.
const LOOKS: usize = 2;
const UPRIGHT: f32 = 5.0;
/// How far the middle of the landmarks may move, in longer sides of the box: beyond, it is another face.
const SAME_FACE: f32 = 0.25;
/// Side of the square for a look in another direction, in longer sides of the box.
const AROUND: f32 = 2.0;
const SIDE: u32 = 160;
/// Side of the square around the whole picture, where no face was found.
const WHOLE_SIDE: u32 = 320;
/// Degrees. The detector knows faces within 30° of upright, so these leave no direction out.
const DIRECTIONS: [f32; 7] = [45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0];
/// A look is another direction only if it leans so much further than the one before, in degrees.
const REALLY_TURNED: f32 = 30.0;
/// Looks in other directions that are given to the embedder.
const MOST_TURNS: usize = 2;

impl Detector {
    /// The same face seen closer, and upright as far as its landmarks tell how it leans.
    pub(crate) fn upright(
        &self,
        pixels: &RgbImage,
        face: &Detection,
    ) -> Result<Detection, NetworkError> {
        let square = Square::around(&face.bounds, CLOSE);
        let mut found = *face;
        for _ in 0..LOOKS {
            let Some(before) = lean(&found.landmarks) else {
                break;
            };
            let closer = self.look(pixels, &square, CLOSE_SIDE, before)?;
            let Some(closer) = closer.filter(|closer| is_same(closer, face)) else {
                break;
            };
            found.landmarks = closer.landmarks;
            let after = lean(&found.landmarks);
            if after.is_none_or(|after| between(before, after) < UPRIGHT) {
                break;
            }
        }
        Ok(found)
    }

    /// The same face as it is seen by who tilts their head: what was found in other directions than the
    /// one it was first found in, best first.
    pub(crate) fn turned(
        &self,
        pixels: &RgbImage,
        face: &Detection,
    ) -> Result<Vec<Detection>, NetworkError> {
        let square = Square::around(&face.bounds, AROUND);
        let first = lean(&face.landmarks).unwrap_or_default();
        let mut found = Vec::new();
        for degrees in DIRECTIONS {
            let look = self.look(pixels, &square, SIDE, degrees)?;
            found.extend(look.filter(|look| {
                let further = lean(&look.landmarks).map(|lean| between(first, lean));
                overlap(&look.bounds, &face.bounds) > 0.0
                    && further.is_some_and(|further| further > REALLY_TURNED)
            }));
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
        found.truncate(MOST_TURNS);
        Ok(found)
    }

    /// The best face of a picture in which none is found as it stands.
    pub(crate) fn whole_turned(
        &self,
        pixels: &RgbImage,
    ) -> Result<Option<Detection>, NetworkError> {
        let (width, height) = pixels.dimensions();
        let scale = (WHOLE_SIDE as f32 / width.max(height).max(1) as f32).min(1.0);
        let side = |length: u32| ((length as f32 * scale).round() as u32).max(1);
        let small = resize(pixels, side(width), side(height));
        let square = Square::of(&small);
        let side = small.width().max(small.height());
        let mut best: Option<Detection> = None;
        for degrees in DIRECTIONS {
            let look = self.look(&small, &square, side, degrees)?;
            let better = |look: &Detection| best.is_none_or(|best| look.score > best.score);
            if let Some(look) = look.filter(better) {
                best = Some(look);
            }
        }
        Ok(best.map(|face| face.scaled(1.0 / scale, 1.0 / scale)))
    }
}

impl Detection {
    /// Whether this is certainly a face, or scored so low that it was taken for want of another.
    pub(crate) fn is_clear(&self) -> bool {
        self.score >= SCORE
    }
}

fn is_same(closer: &Detection, face: &Detection) -> bool {
    let (a, b) = (centre(&closer.bounds), centre(&face.bounds));
    let side = face.bounds.width.max(face.bounds.height);
    a.distance(b) <= SAME_FACE * side
}

/// Degrees from one direction to another, 0 to 180.
fn between(a: f32, b: f32) -> f32 {
    ((a - b + 180.0).rem_euclid(360.0) - 180.0).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_compared_the_short_way_round() {
        for (a, b, expected) in [
            (10.0, 350.0, 20.0),
            (-90.0, 90.0, 180.0),
            (-45.0, 315.0, 0.0),
        ] {
            assert!((between(a, b) - expected).abs() < 1e-3, "{a} {b}");
        }
    }
}
