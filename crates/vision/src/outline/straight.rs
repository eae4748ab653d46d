//! The document alone, as if photographed from straight above.

use image::RgbImage;
use observation::{Point, Quad};

use crate::picture::{Homography, crop_quad};

/// Longer sides are made no longer, in pixels.
const LONGEST: f32 = 4096.0;

/// Cuts a document out along its outline, in about as many pixels as it has in the picture, with
/// `padding` around it in shares of its shorter side. What lies outside the picture goes on as its
/// border is. `None` for an outline that encloses nothing.
pub fn straightened(pixels: &RgbImage, outline: &Quad, padding: f32) -> Option<RgbImage> {
    let (width, height) = (outline.width(), outline.height());
    let mapping = Homography::from_target(outline, width, height)?;
    let around = padding * width.min(height);
    let corner = |x: f32, y: f32| mapping.map(x, y);
    let (right, bottom) = (width + around, height + around);
    let padded: [Point; 4] = [
        corner(-around, -around),
        corner(right, -around),
        corner(right, bottom),
        corner(-around, bottom),
    ];
    let (full_width, full_height) = (width + 2.0 * around, height + 2.0 * around);
    let scale = (LONGEST / full_width.max(full_height)).min(1.0);
    let side = |length: f32| ((length * scale).round() as u32).max(1);
    Some(crop_quad(
        pixels,
        &Quad(padded),
        side(full_width),
        side(full_height),
    ))
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    fn quad(corners: [(f32, f32); 4]) -> Quad {
        Quad(corners.map(|(x, y)| Point { x, y }))
    }

    /// A tilted card: its four quarters differ.
    fn card(outline: &Quad) -> RgbImage {
        let centre = outline.centre();
        RgbImage::from_fn(200, 160, |x, y| {
            let at = Point {
                x: x as f32 + 0.5,
                y: y as f32 + 0.5,
            };
            let [r, g] = [at.x < centre.x, at.y < centre.y].map(|yes| if yes { 200 } else { 90 });
            Rgb(if outline.contains(at) {
                [r, g, 255]
            } else {
                [0; 3]
            })
        })
    }

    #[test]
    fn the_document_fills_its_crop_up_to_the_padding() {
        let outline = quad([(30.0, 35.0), (160.0, 20.0), (170.0, 110.0), (25.0, 120.0)]);
        let crop = straightened(&card(&outline), &outline, 0.1).unwrap();
        let (width, height) = crop.dimensions();
        let pad = (0.1 * outline.width().min(outline.height())) as u32;
        let inside = |x: u32, y: u32| crop.get_pixel(x, y).0[2] > 128;
        for (x, y) in [
            (pad, pad),
            (width - pad, pad),
            (width - pad, height - pad),
            (pad, height - pad),
        ] {
            let (towards_x, towards_y) = (
                if x > width / 2 { -3i32 } else { 3 },
                if y > height / 2 { -3i32 } else { 3 },
            );
            let moved = |at: u32, by: i32| at.saturating_add_signed(by).min(10_000);
            assert!(inside(moved(x, towards_x), moved(y, towards_y)), "{x} {y}");
            assert!(
                !inside(
                    moved(x, -towards_x).min(width - 1),
                    moved(y, -towards_y).min(height - 1)
                ),
                "{x} {y}"
            );
        }
        assert_eq!(crop.get_pixel(width / 4, height / 4).0, [200, 200, 255]);
        assert_eq!(
            crop.get_pixel(width * 3 / 4, height * 3 / 4).0,
            [90, 90, 255]
        );
    }

    #[test]
    fn nothing_is_cut_out_along_a_line() {
        let flat = quad([(5.0, 5.0), (50.0, 5.0), (50.0, 5.0), (5.0, 5.0)]);
        assert!(straightened(&RgbImage::new(60, 60), &flat, 0.0).is_none());
    }
}
