//! Where the points of a face are in a later frame. The detector puts landmarks where a face would have
//! them: of a flat picture that is turned it believes that its nose moves. So the spots themselves are
//! looked for, by correlation, near where the plane of eyes and mouth would have them.

use image::RgbImage;
use observation::{FoundAgain, Point};

use crate::picture::{Homography, grey, warp};

/// Width and height of the upright copy of a face that is compared, in pixels. From between the eyes to
/// the middle of the mouth it measures [`LENGTH`].
const WIDTH: u32 = 144;
const HEIGHT: u32 = 144;
const LENGTH: f32 = 52.0;
/// Where the copy has the middle between the eyes.
const EYES: (f32, f32) = (72.0, 44.0);
/// Half the side of the square that is compared around a point, in pixels of the copy.
const HALF: i32 = 12;
/// How far to the sides, and up and down, a spot is looked for, in pixels of the copy.
const ACROSS: i32 = 18;
const DOWN: i32 = 7;
/// Looks, each from where the one before has found the corners.
const LOOKS: usize = 2;

/// A face that is looked for in other frames.
pub(super) struct Known {
    /// Index of its frame in the recording.
    of: usize,
    chip: Chip,
    /// Its landmarks in the chip.
    points: [Point; 5],
}

impl Known {
    /// `None` where the landmarks are no face's.
    pub(super) fn new(of: usize, pixels: &RgbImage, landmarks: &[Point; 5]) -> Option<Self> {
        let upright = Upright::of(landmarks)?;
        let chip = Chip::cut(pixels, &upright.mapping(), upright.length / LENGTH);
        Some(Self {
            of,
            chip,
            points: landmarks.map(|point| upright.place(point)),
        })
    }

    /// Looks for the points near `landmarks`.
    pub(super) fn found(&self, pixels: &RgbImage, landmarks: &[Point; 5]) -> Option<FoundAgain> {
        let step = Upright::of(landmarks)?.length / LENGTH;
        let mut found = FoundAgain {
            of: self.of,
            landmarks: *landmarks,
            likeness: 1.0,
        };
        for _ in 0..LOOKS {
            let mapping = Homography::of_points(corners(&self.points), corners(&found.landmarks))?;
            let chip = Chip::cut(pixels, &mapping, step);
            found.likeness = 1.0;
            for (at, point) in self.points.into_iter().enumerate() {
                let (place, likeness) = self.chip.spot(point, &chip)?;
                found.landmarks[at] = mapping.map(place.x, place.y);
                found.likeness = found.likeness.min(likeness);
            }
        }
        let whole = found
            .landmarks
            .iter()
            .all(|p| p.x.is_finite() && p.y.is_finite());
        whole.then_some(found)
    }
}

/// Eyes and corners of the mouth.
fn corners(landmarks: &[Point; 5]) -> [Point; 4] {
    let [left, right, _, mouth_left, mouth_right] = *landmarks;
    [left, right, mouth_left, mouth_right]
}

/// A face put upright.
struct Upright {
    eyes: Point,
    /// Length of the line from between the eyes to the middle of the mouth, in pixels of the picture,
    /// and its direction.
    length: f32,
    down: Point,
}

impl Upright {
    fn of(landmarks: &[Point; 5]) -> Option<Self> {
        let middle = |a: Point, b: Point| Point {
            x: f32::midpoint(a.x, b.x),
            y: f32::midpoint(a.y, b.y),
        };
        let eyes = middle(landmarks[0], landmarks[1]);
        let mouth = middle(landmarks[3], landmarks[4]);
        let length = eyes.distance(mouth);
        let down = Point {
            x: (mouth.x - eyes.x) / length,
            y: (mouth.y - eyes.y) / length,
        };
        (length.is_finite() && length >= 4.0).then_some(Self { eyes, length, down })
    }

    /// From the chip to the picture.
    fn mapping(&self) -> Homography {
        let scale = self.length / LENGTH;
        let (x, y) = (scale * self.down.x, scale * self.down.y);
        Homography::affine([
            y,
            x,
            self.eyes.x - y * EYES.0 - x * EYES.1,
            -x,
            y,
            self.eyes.y + x * EYES.0 - y * EYES.1,
        ])
    }

    /// From the picture to the chip.
    fn place(&self, point: Point) -> Point {
        let scale = LENGTH / self.length;
        let (x, y) = (point.x - self.eyes.x, point.y - self.eyes.y);
        Point {
            x: EYES.0 + scale * (x * self.down.y - y * self.down.x),
            y: EYES.1 + scale * (x * self.down.x + y * self.down.y),
        }
    }
}

/// A face in grey, `WIDTH` × `HEIGHT`.
struct Chip(Vec<f32>);

impl Chip {
    fn cut(pixels: &RgbImage, mapping: &Homography, step: f32) -> Self {
        let cut = grey(&warp(pixels, mapping, WIDTH, HEIGHT, step));
        Self(cut.as_raw().iter().map(|&luma| f32::from(luma)).collect())
    }

    /// Where `other` has what this copy shows around `point`, and the correlation there, −1 to 1.
    fn spot(&self, point: Point, other: &Self) -> Option<(Point, f32)> {
        let (x, y) = (point.x.round() as i32, point.y.round() as i32);
        let mine = self.patch(x, y)?;
        let mut likeness = vec![f32::MIN; ((2 * ACROSS + 1) * (2 * DOWN + 1)) as usize];
        let width = 2 * ACROSS + 1;
        for down in -DOWN..=DOWN {
            for across in -ACROSS..=ACROSS {
                if let Some(theirs) = other.patch(x + across, y + down) {
                    let at = (down + DOWN) * width + across + ACROSS;
                    likeness[at as usize] = mine.iter().zip(&theirs).map(|(a, b)| a * b).sum();
                }
            }
        }
        let best = (0..likeness.len()).max_by(|&a, &b| likeness[a].total_cmp(&likeness[b]))?;
        let (across, down) = (best as i32 % width, best as i32 / width);
        let value = |across: i32, down: i32| {
            let inside = (0..width).contains(&across) && (0..2 * DOWN + 1).contains(&down);
            inside.then(|| likeness[(down * width + across) as usize])
        };
        let between =
            |before: Option<f32>, after: Option<f32>| summit(before?, likeness[best], after?);
        let beside = between(value(across - 1, down), value(across + 1, down)).unwrap_or(0.0);
        let below = between(value(across, down - 1), value(across, down + 1)).unwrap_or(0.0);
        let place = Point {
            x: point.x + (across - ACROSS) as f32 + beside,
            y: point.y + (down - DOWN) as f32 + below,
        };
        (likeness[best] > f32::MIN).then_some((place, likeness[best]))
    }

    /// The pixels of the square around a point, shifted to a mean of 0 and scaled to length 1. `None`
    /// at the edge of the copy, and where all pixels are alike.
    fn patch(&self, x: i32, y: i32) -> Option<Vec<f32>> {
        let (width, height) = (WIDTH as i32, HEIGHT as i32);
        let inside = |at: i32, most: i32| at >= HALF && at + HALF < most;
        if !inside(x, width) || !inside(y, height) {
            return None;
        }
        let mut patch = Vec::with_capacity(((2 * HALF + 1) * (2 * HALF + 1)) as usize);
        for row in y - HALF..=y + HALF {
            let start = (row * width + x - HALF) as usize;
            patch.extend_from_slice(&self.0[start..=start + 2 * HALF as usize]);
        }
        let mean = patch.iter().sum::<f32>() / patch.len() as f32;
        for value in &mut patch {
            *value -= mean;
        }
        let length = patch.iter().map(|value| value * value).sum::<f32>().sqrt();
        for value in &mut patch {
            *value /= length;
        }
        (length > 1.0).then_some(patch)
    }
}

/// Where a parabola through three neighbours is highest, from the middle one.
fn summit(before: f32, at: f32, after: f32) -> Option<f32> {
    let bend = before - 2.0 * at + after;
    let known = before > f32::MIN && after > f32::MIN && bend < -1e-6;
    known.then(|| (0.5 * (before - after) / bend).clamp(-0.5, 0.5))
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    /// Spots that differ from each other, on a plane.
    fn scene(x: f32, y: f32) -> Rgb<u8> {
        let wave = |a: f32, b: f32, c: f32| (a * x + b * y + c).sin();
        let value = 128.0
            + 40.0 * wave(0.21, 0.07, 1.0)
            + 40.0 * wave(-0.08, 0.19, 2.0)
            + 30.0 * wave(0.13, -0.16, 0.5) * wave(0.03, 0.05, 0.0);
        Rgb([value.clamp(0.0, 255.0) as u8; 3])
    }

    fn point(x: f32, y: f32) -> Point {
        Point { x, y }
    }

    fn face() -> [Point; 5] {
        [
            point(120.0, 110.0),
            point(180.0, 112.0),
            point(150.0, 148.0),
            point(128.0, 180.0),
            point(172.0, 181.0),
        ]
    }

    #[test]
    fn spots_are_found_where_they_are_and_not_where_landmarks_are() {
        let before = RgbImage::from_fn(320, 300, |x, y| scene(x as f32, y as f32));
        // As a plane that is turned: narrower, and moved.
        let moved = |p: Point| point(0.8 * p.x + 35.0, p.y + 6.0);
        let after = RgbImage::from_fn(320, 300, |x, y| {
            scene((x as f32 - 35.0) / 0.8, y as f32 - 6.0)
        });
        let known = Known::new(3, &before, &face()).unwrap();
        let mut landmarks = face().map(moved);
        // A detector that takes the nose for a head's, and is not exact elsewhere.
        landmarks[2].x += 9.0;
        landmarks[0].y += 1.5;
        landmarks[4].x -= 2.0;
        let found = known.found(&after, &landmarks).unwrap();
        assert_eq!(found.of, 3);
        assert!(found.likeness > 0.9, "{}", found.likeness);
        for (found, before) in found.landmarks.into_iter().zip(face()) {
            assert!(found.distance(moved(before)) < 0.8, "{found:?} {before:?}");
        }
    }

    #[test]
    fn other_pictures_are_not_alike() {
        let before = RgbImage::from_fn(320, 300, |x, y| scene(x as f32, y as f32));
        let other = RgbImage::from_fn(320, 300, |x, y| {
            Rgb([(x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) as u8; 3])
        });
        let known = Known::new(0, &before, &face()).unwrap();
        assert!(
            known
                .found(&other, &face())
                .is_none_or(|found| found.likeness < 0.35)
        );
        assert!(known.found(&RgbImage::new(320, 300), &face()).is_none());
    }

    #[test]
    fn landmarks_that_are_no_face_are_nothing() {
        let picture = RgbImage::new(40, 40);
        for landmarks in [[point(3.0, 3.0); 5], [point(f32::NAN, 0.0); 5]] {
            assert!(Known::new(0, &picture, &landmarks).is_none());
            let known = Known::new(0, &picture, &face()).unwrap();
            assert!(known.found(&picture, &landmarks).is_none());
        }
    }
}
