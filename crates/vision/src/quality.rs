//! How good a picture is.

mod detail;
mod document;

use image::{GrayImage, RgbImage};
use observation::Quality;

use crate::picture::{grey, resize};
pub(crate) use detail::steps_lost_to_blur;
pub(crate) use document::document_quality;

/// Longer side on which sharpness is measured, so that figures of different cameras compare.
const MEASURED_SIDE: u32 = 640;
/// Luma from which a pixel counts as blown out.
const BLOWN_OUT: u8 = 250;

/// A small grey copy to measure on.
pub(crate) struct Copy {
    grey: GrayImage,
    /// Pixels of the copy in one of the picture.
    scale: f32,
    long_side: u32,
}

impl Copy {
    pub(crate) fn of(pixels: &RgbImage) -> Self {
        let (width, height) = pixels.dimensions();
        let long_side = width.max(height);
        let side = |length: u32| {
            let scaled = u64::from(length) * u64::from(MEASURED_SIDE) / u64::from(long_side.max(1));
            (scaled as u32).max(1)
        };
        Self {
            grey: grey(&resize(pixels, side(width), side(height))),
            scale: MEASURED_SIDE as f32 / long_side.max(1) as f32,
            long_side,
        }
    }

    /// How good the whole picture is.
    pub(crate) fn quality(&self) -> Quality {
        let luma = self.grey.as_raw();
        let count = luma.len().max(1) as f32;
        let sum: u64 = luma.iter().map(|&luma| u64::from(luma)).sum();
        let blown_out = luma.iter().filter(|&&luma| luma >= BLOWN_OUT).count();
        Quality {
            sharpness: laplacian_deviation(&self.grey),
            brightness: sum as f32 / count / 255.0,
            glare: blown_out as f32 / count,
            long_side: self.long_side,
        }
    }
}

pub(crate) fn quality(pixels: &RgbImage) -> Quality {
    Copy::of(pixels).quality()
}

/// Standard deviation of the four-neighbour Laplacian.
fn laplacian_deviation(grey: &GrayImage) -> f32 {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    if width < 3 || height < 3 {
        return 0.0;
    }
    let raw = grey.as_raw();
    let (mut sum, mut squares) = (0.0f64, 0.0f64);
    for y in 1..height - 1 {
        for x in 1..width - 1 {
            let at = y * width + x;
            let neighbours = i32::from(raw[at - 1])
                + i32::from(raw[at + 1])
                + i32::from(raw[at - width])
                + i32::from(raw[at + width]);
            let value = f64::from(neighbours - 4 * i32::from(raw[at]));
            sum += value;
            squares += value * value;
        }
    }
    let count = ((width - 2) * (height - 2)) as f64;
    let mean = sum / count;
    (squares / count - mean * mean).max(0.0).sqrt() as f32
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    #[test]
    fn a_flat_picture_has_no_sharpness_and_white_is_all_glare() {
        let white = quality(&RgbImage::from_pixel(300, 200, Rgb([255; 3])));
        assert_eq!(
            (white.sharpness, white.brightness, white.glare),
            (0.0, 1.0, 1.0)
        );
        assert_eq!(white.long_side, 300);
    }

    #[test]
    fn edges_are_sharper_than_gradients() {
        let edges = RgbImage::from_fn(640, 480, |x, _| {
            Rgb([if x / 8 % 2 == 0 { 0 } else { 200 }; 3])
        });
        let gradient = RgbImage::from_fn(640, 480, |x, _| Rgb([(x / 4) as u8; 3]));
        assert!(quality(&edges).sharpness > 20.0);
        assert!(quality(&gradient).sharpness < 4.0);
    }

    #[test]
    fn a_single_pixel_is_measured_too() {
        assert_eq!(quality(&RgbImage::new(1, 1)).brightness, 0.0);
    }
}
