//! WebP: RFC 9649.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, RgbImage, RgbaImage};
use image_webp::WebPDecoder;

use super::{Decoded, broken, pixels_of};
use crate::picture::PictureError;
use crate::picture::budget::Budget;
use crate::picture::evidence::traces::Traces;

/// Bytes a pixel of a lossy picture takes beside the result: its planes.
const PLANES: u64 = 2;
/// Bytes that a pixel of a lossless picture, or of a plane of transparency, takes beside the result:
/// its pixels and those of its transforms.
const LOSSLESS: u64 = 7;
/// Bytes of tables for each byte of a lossless stream, at most: eleven bytes describe a prefix code
/// whose table has 1,024 entries of four bytes. And the most that all tables of a stream take: 65,536
/// groups of five.
const TABLES: u64 = 400;
const MOST_TABLES: u64 = 65_536 * 5 * 4500;
/// Planes are padded to blocks of this side.
const BLOCK: u64 = 16;

/// # Errors
/// `not_an_image`, `too_large` or `unsupported`.
pub(super) fn read<'a>(file: &[u8], budget: &'a Budget<'_>) -> Result<Decoded<'a>, PictureError> {
    let blocks = budget.hold(2 * file.len() as u64)?;
    let mut decoder = WebPDecoder::new(Cursor::new(file)).map_err(broken)?;
    let (width, height) = decoder.dimensions();
    budget.shape(width, height)?;
    if decoder.is_animated() {
        return Err(PictureError::Unsupported(
            "animated pictures aren't read: send a photograph as a JPEG".to_owned(),
        ));
    }
    let working = budget.hold(working((width, height), file)?)?;
    let length = decoder.output_buffer_size().unwrap_or(usize::MAX);
    let held = budget.hold(length as u64)?;
    decoder.set_memory_limit(file.len());
    let exif = decoder.exif_metadata().ok().flatten();
    let orientation = exif.as_deref().and_then(Orientation::from_exif_chunk);
    let xmp = decoder.xmp_metadata().ok().flatten();
    let metadata: Vec<Vec<u8>> = exif.into_iter().chain(xmp).collect();
    let traces = Traces::of(&metadata);
    drop(metadata);
    let mut data = vec![0; length];
    decoder.read_image(&mut data).map_err(broken)?;
    let size = (width, height);
    let pixels = if decoder.has_alpha() {
        pixels_of(size, data, RgbaImage::from_raw).map(DynamicImage::ImageRgba8)
    } else {
        pixels_of(size, data, RgbImage::from_raw).map(DynamicImage::ImageRgb8)
    };
    drop((decoder, working, blocks));
    Ok(Decoded {
        pixels: pixels?,
        orientation: orientation.unwrap_or(Orientation::NoTransforms),
        traces,
        held,
    })
}

/// Bytes that decoding keeps beside the result.
fn working((width, height): (u32, u32), file: &[u8]) -> Result<u64, PictureError> {
    let pixels = (u64::from(width) + BLOCK) * (u64::from(height) + BLOCK);
    let tables = |stream: &[u8]| MOST_TABLES.min(TABLES * stream.len() as u64);
    let mut bytes = 0;
    for (name, chunk) in chunks(file) {
        bytes += match &name {
            // The frame inside is decoded before it is compared with the canvas.
            b"VP8 " if lossy_size(chunk) != Some((width, height)) => return Err(broken(())),
            b"VP8 " => PLANES * pixels,
            b"VP8L" | b"ALPH" => LOSSLESS * pixels + tables(chunk),
            _ => 0,
        };
    }
    Ok(bytes)
}

/// The chunks of the file with their names; the last as far as it goes.
fn chunks(file: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut rest = file.get(12..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (name, after) = rest.split_first_chunk::<4>()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = u32::from_le_bytes(*length) as usize;
        let chunk = &after[..length.min(after.len())];
        rest = after.get(length + length % 2..).unwrap_or_default();
        Some((*name, chunk))
    })
}

/// RFC 6386, 9.1.
fn lossy_size(chunk: &[u8]) -> Option<(u32, u32)> {
    let [w, wide, h, high] = *chunk.get(6..)?.first_chunk()?;
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3FFF);
    Some((side(w, wide), side(h, high)))
}
