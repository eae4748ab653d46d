//! PNG: ISO/IEC 15948.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbImage, RgbaImage};
use png::{BitDepth, ColorType, Decoder, Info, Transformations};

use super::{Decoded, broken, pixels_of};
use crate::picture::PictureError;
use crate::picture::budget::Budget;
use crate::picture::evidence::traces::Traces;

/// Rows kept while one is unfiltered: it, the one before, and what is unpacked ahead.
const ROWS: u64 = 8;
/// Bytes that unpacking keeps behind and ahead of the place where it is, and the most that one packed
/// text may become.
const UNPACKING: u64 = 4 << 20;
const XMP: &str = "XML:com.adobe.xmp";

/// # Errors
/// `not_an_image` or `too_large`.
pub(super) fn read<'a>(file: &[u8], budget: &'a Budget<'_>) -> Result<Decoded<'a>, PictureError> {
    // Texts and Exif are copied out of the file as they are; packed profiles, which nothing here
    // needs, are not unpacked.
    let copies = 2 * file.len() as u64;
    let texts = budget.hold(copies)?;
    let mut decoder = Decoder::new(Cursor::new(file));
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::EXPAND);
    let header = decoder.read_header_info().map_err(broken)?;
    budget.shape(header.width, header.height)?;
    let rows = ROWS * 8 * u64::from(header.width);
    let working = budget.hold(rows + UNPACKING)?;
    decoder.set_limits(png::Limits {
        bytes: usize::try_from(copies + rows + UNPACKING).unwrap_or(usize::MAX),
    });
    let mut reader = decoder.read_info().map_err(broken)?;
    let length = reader.output_buffer_size().unwrap_or(usize::MAX);
    let held = budget.hold(length as u64)?;
    let (orientation, traces) = metadata(reader.info());
    let mut data = vec![0; length];
    reader.next_frame(&mut data).map_err(broken)?;
    let (colours, depth) = reader.output_color_type();
    let size = reader.info().size();
    drop((reader, working, texts));
    if depth == BitDepth::Sixteen {
        halve(&mut data);
    }
    let pixels = match colours {
        ColorType::Grayscale => {
            pixels_of(size, data, GrayImage::from_raw).map(DynamicImage::ImageLuma8)
        }
        ColorType::GrayscaleAlpha => {
            pixels_of(size, data, GrayAlphaImage::from_raw).map(DynamicImage::ImageLumaA8)
        }
        ColorType::Rgba => pixels_of(size, data, RgbaImage::from_raw).map(DynamicImage::ImageRgba8),
        // Palettes are expanded.
        ColorType::Rgb | ColorType::Indexed => {
            pixels_of(size, data, RgbImage::from_raw).map(DynamicImage::ImageRgb8)
        }
    };
    Ok(Decoded {
        pixels: pixels?,
        orientation,
        traces,
        held,
    })
}

fn metadata(info: &Info<'_>) -> (Orientation, Traces) {
    let exif = info.exif_metadata.as_ref().map(|exif| exif.to_vec());
    let orientation = exif.as_deref().and_then(Orientation::from_exif_chunk);
    let mut xmp = info
        .utf8_text
        .iter()
        .filter(|text| text.keyword.contains(XMP));
    let xmp = xmp.next().and_then(|text| {
        let mut text = text.clone();
        text.decompress_text().ok()?;
        Some(text.get_text().ok()?.into_bytes())
    });
    let blocks: Vec<Vec<u8>> = exif.into_iter().chain(xmp).collect();
    let orientation = orientation.unwrap_or(Orientation::NoTransforms);
    (orientation, Traces::of(&blocks))
}

/// Samples of 16 bits, the higher half first, rounded to 8 where they lie; the room stays held.
fn halve(data: &mut Vec<u8>) {
    let samples = data.len() / 2;
    for at in 0..samples {
        let sample = u16::from_be_bytes([data[2 * at], data[2 * at + 1]]);
        data[at] = ((u32::from(sample) + 128) / 257) as u8;
    }
    data.truncate(samples);
}
