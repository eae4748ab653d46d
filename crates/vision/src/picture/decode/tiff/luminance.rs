//! Pictures in luminance and two differences of colour (TIFF 6.0, section 21), as scanners make them.

use std::io::Cursor;

use image::codecs::tiff::TiffDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};
use tiff::decoder::Decoder;

use super::{broken, metadata, samples, unusual};
use crate::picture::PictureError;
use crate::picture::budget::Budget;
use crate::picture::decode::{Decoded, pixels_of};
use crate::picture::evidence::traces::Traces;

/// Eight bits a sample and all three for every pixel; others are refused.
///
/// # Errors
/// `not_an_image`, `too_large` or `unsupported`.
pub(super) fn read<'a>(file: &[u8], budget: &'a Budget<'_>) -> Result<Decoded<'a>, PictureError> {
    let mut reader = Decoder::new(Cursor::new(file)).map_err(broken)?;
    let (width, height) = reader.dimensions().map_err(broken)?;
    drop(reader);
    let length = 3 * u64::from(width) * u64::from(height);
    let working = budget.hold(length)?;
    let held = budget.hold(length)?;
    let (orientation, traces) = match TiffDecoder::new(Cursor::new(file)) {
        Ok(mut decoder) => metadata(&mut decoder),
        Err(_) => (Orientation::NoTransforms, Traces::of(&[])),
    };
    let mut data = samples(file)?;
    if data.len() as u64 != length {
        return Err(unusual(()));
    }
    for pixel in data.chunks_exact_mut(3) {
        let colour = colour([pixel[0], pixel[1], pixel[2]]);
        pixel.copy_from_slice(&colour);
    }
    drop(working);
    Ok(Decoded {
        pixels: pixels_of((width, height), data, RgbImage::from_raw)
            .map(DynamicImage::ImageRgb8)?,
        orientation,
        traces,
        held,
    })
}

/// By the coefficients that files have unless they say otherwise (ITU-R BT.601, full range).
fn colour([luminance, blue, red]: [u8; 3]) -> [u8; 3] {
    let [luminance, blue, red] = [
        f32::from(luminance),
        f32::from(blue) - 128.0,
        f32::from(red) - 128.0,
    ];
    [
        luminance + 1.402 * red,
        luminance - 0.344_136 * blue - 0.714_136 * red,
        luminance + 1.772 * blue,
    ]
    .map(|level| level.round().clamp(0.0, 255.0) as u8)
}

#[cfg(test)]
mod tests {
    use crate::picture::{Limits, decode};

    /// Two pixels; `subsampling` is that of the differences.
    fn drawn(pixels: &[u8], subsampling: u32) -> Vec<u8> {
        let fields: [(u16, u16, u32, u32); 10] = [
            (256, 3, 1, 2),
            (257, 3, 1, 1),
            (258, 3, 3, 16),
            (259, 3, 1, 1),
            (262, 3, 1, 6),
            (273, 4, 1, 8),
            (277, 3, 1, 3),
            (278, 3, 1, 1),
            (279, 4, 1, pixels.len() as u32),
            (530, 3, 2, subsampling | subsampling << 16),
        ];
        let mut file = b"II*\0".to_vec();
        file.extend(24u32.to_le_bytes());
        file.extend(pixels);
        file.resize(16, 0);
        file.extend([8u16; 3].iter().flat_map(|bits| bits.to_le_bytes()));
        file.resize(24, 0);
        file.extend((fields.len() as u16).to_le_bytes());
        for (tag, kind, count, value) in fields {
            file.extend(tag.to_le_bytes());
            file.extend(kind.to_le_bytes());
            file.extend(count.to_le_bytes());
            file.extend(value.to_le_bytes());
        }
        file.extend([0; 4]);
        file
    }

    #[test]
    fn luminance_and_differences_become_colours() {
        let file = drawn(&[255, 128, 128, 76, 85, 255], 1);
        let picture = decode(&file, &Limits::default()).unwrap();
        assert_eq!(picture.pixels().get_pixel(0, 0).0, [255; 3]);
        assert_eq!(picture.pixels().get_pixel(1, 0).0, [254, 0, 0]);
    }

    #[test]
    fn fewer_differences_than_pixels_are_refused_with_advice() {
        let file = drawn(&[255, 255, 128, 128], 2);
        let error = decode(&file, &Limits::default()).unwrap_err();
        assert_eq!(error.code(), "unsupported");
        assert!(error.to_string().contains("JPEG"), "{error}");
    }
}
