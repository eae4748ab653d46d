//! Landmarks with a fraction of the error of the detector's first look.

use image::{RgbImage, imageops};
use observation::{Point, Rect};

use super::{Detection, Detector};
use crate::picture::resize;
use crate::runtime::NetworkError;

/// Side of the part that is looked at, in sides of the face.
const AROUND: f32 = 1.9;
/// Its side in pixels of the network.
const SIDE: u32 = 256;

impl Detector {
    /// Looks again at one face, larger and once more in a mirror, and takes the middle: what the network
    /// adds to one side is taken back on the other.
    pub(crate) fn closer(
        &self,
        pixels: &RgbImage,
        face: &Detection,
    ) -> Result<Detection, NetworkError> {
        let Some((left, top, side)) = part(pixels, &face.bounds) else {
            return Ok(*face);
        };
        let cropped = imageops::crop_imm(pixels, left, top, side, side).to_image();
        let enlarged = resize(&cropped, SIDE, SIDE);
        let mirrored = imageops::flip_horizontal(&enlarged);
        let scale = side as f32 / SIDE as f32;
        let place = |point: Point| Point {
            x: left as f32 + scale * point.x,
            y: top as f32 + scale * point.y,
        };
        let straight = self.largest(&enlarged)?;
        let turned = self.largest(&mirrored)?.map(unmirrored);
        let (Some(straight), Some(turned)) = (straight, turned) else {
            return Ok(*face);
        };
        let landmarks = std::array::from_fn(|at| {
            let (a, b) = (place(straight[at]), place(turned[at]));
            Point {
                x: f32::midpoint(a.x, b.x),
                y: f32::midpoint(a.y, b.y),
            }
        });
        Ok(Detection { landmarks, ..*face })
    }

    fn largest(&self, pixels: &RgbImage) -> Result<Option<[Point; 5]>, NetworkError> {
        let faces = self.faces_at(pixels, SIDE)?;
        Ok(faces.first().map(|face| face.landmarks))
    }
}

/// Left, top and side of a square around a face, inside the picture.
fn part(pixels: &RgbImage, face: &Rect) -> Option<(u32, u32, u32)> {
    let (width, height) = pixels.dimensions();
    let side = (AROUND * face.width.max(face.height)) as u32;
    let side = side.min(width).min(height);
    let start = |middle: f32, length: u32| {
        let start = (middle - side as f32 / 2.0).max(0.0) as u32;
        start.min(length - side)
    };
    let left = start(face.x + face.width / 2.0, width);
    let top = start(face.y + face.height / 2.0, height);
    (side > 0).then_some((left, top, side))
}

/// Landmarks of a mirrored picture, as they are without the mirror: left and right change places.
fn unmirrored(landmarks: [Point; 5]) -> [Point; 5] {
    let [left, right, nose, mouth_left, mouth_right] = landmarks.map(|point| Point {
        x: SIDE as f32 - point.x,
        y: point.y,
    });
    [right, left, nose, mouth_right, mouth_left]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_lies_inside_the_picture() {
        let pixels = RgbImage::new(300, 200);
        let face = |x, y, width| Rect {
            x,
            y,
            width,
            height: 60.0,
        };
        assert_eq!(part(&pixels, &face(100.0, 80.0, 50.0)), Some((68, 53, 114)));
        assert_eq!(part(&pixels, &face(-20.0, -9.0, 50.0)), Some((0, 0, 114)));
        assert_eq!(
            part(&pixels, &face(280.0, 190.0, 500.0)),
            Some((100, 0, 200))
        );
        assert_eq!(part(&RgbImage::new(0, 9), &face(0.0, 0.0, 5.0)), None);
    }

    #[test]
    fn a_mirror_changes_left_and_right() {
        let points = [40.0, 90.0, 60.0, 45.0, 85.0].map(|x| Point { x, y: x });
        let back = unmirrored(points).map(|point| (point.x, point.y));
        assert_eq!(back[0], (166.0, 90.0));
        assert_eq!(back[2], (196.0, 60.0));
        assert_eq!(unmirrored(unmirrored(points)), points);
    }
}
