//! JPEG: ITU-T T.81.

use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::{Decoded, broken, pixels_of};
use crate::picture::budget::Budget;
use crate::picture::evidence::traces::Traces;
use crate::picture::{PictureError, SCAN, is_frame, segments};

/// Most scans a JPEG may have that is kept whole until its last: each is a pass over the whole picture,
/// and a small file can hold thousands. Encoders write about ten.
const MOST_SCANS: usize = 64;
/// Most segments of the kinds that can be many: whenever one is read, the parts of an extended XMP
/// packet are looked through again.
const MOST_SEGMENTS: usize = 16_384;
const MOST_XMP: usize = 2048;
/// Side of the largest unit that components are padded to: four blocks.
const UNIT: u64 = 32;
/// Bytes a column of one component takes while a row of units is worked on, at the coarsest sampling:
/// coefficients, the rows before and behind, and what they are spread to.
const COLUMN: u64 = 720;

/// # Errors
/// `not_an_image`, `too_large` or `unsupported`.
pub(super) fn read<'a>(file: &[u8], budget: &'a Budget<'_>) -> Result<Decoded<'a>, PictureError> {
    if markers(file) > MOST_SEGMENTS || pairs(file, 0xE1) > MOST_XMP {
        return Err(PictureError::Unsupported(
            "the JPEG has too many segments: save the picture again".to_owned(),
        ));
    }
    // Exif, XMP and profiles are copied out of the file, and some of it again.
    let blocks = budget.hold(3 * file.len() as u64)?;
    let mut headers = decoder(file, ColorSpace::RGB);
    headers.decode_headers().map_err(broken)?;
    let (width, height) = headers
        .info()
        .map(|info| (info.width, info.height))
        .ok_or_else(damaged)?;
    budget.shape(width.into(), height.into())?;
    let parts = u64::from(headers.info().map_or(4, |info| info.components));
    let colours = match headers.input_colorspace() {
        Some(ColorSpace::Luma) => ColorSpace::Luma,
        _ => ColorSpace::RGB,
    };
    let orientation = headers
        .exif()
        .and_then(|exif| Orientation::from_exif_chunk(exif));
    let metadata: Vec<Vec<u8>> = [headers.exif(), headers.xmp()]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let traces = Traces::of(&metadata);
    drop((headers, metadata));

    let whole = match Frame::of(file) {
        Some(frame) => frame.is_kept_whole(),
        None => true,
    };
    if whole && pairs(file, SCAN) > MOST_SCANS {
        return Err(PictureError::Unsupported(
            "the JPEG has too many scans: save the picture again".to_owned(),
        ));
    }
    let padded = |side: u16| u64::from(side) + UNIT;
    let coefficients = if whole {
        2 * parts * padded(width) * padded(height)
    } else {
        0
    };
    let working = budget.hold(coefficients + parts * COLUMN * padded(width))?;
    let channels = colours.num_components();
    let length = usize::from(width) * usize::from(height) * channels;
    let held = budget.hold(length as u64)?;
    let mut data = vec![0; length];
    decoder(file, colours)
        .decode_into(&mut data)
        .map_err(broken)?;
    drop((working, blocks));
    let size = (width.into(), height.into());
    let pixels = match colours {
        ColorSpace::Luma => {
            pixels_of(size, data, GrayImage::from_raw).map(DynamicImage::ImageLuma8)
        }
        _ => pixels_of(size, data, RgbImage::from_raw).map(DynamicImage::ImageRgb8),
    };
    Ok(Decoded {
        pixels: pixels?,
        orientation: orientation.unwrap_or(Orientation::NoTransforms),
        traces,
        held,
    })
}

fn decoder(file: &[u8], colours: ColorSpace) -> JpegDecoder<ZCursor<&[u8]>> {
    // The budget knows the sides' limit. Files that break off are read as far as they go.
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX)
        .jpeg_set_out_colorspace(colours);
    JpegDecoder::new_with_options(ZCursor::new(file), options)
}

fn damaged() -> PictureError {
    broken(())
}

/// What decides how a picture is decoded.
struct Frame {
    progressive: bool,
    parts: u8,
    in_first_scan: u8,
}

impl Frame {
    /// `None` where the segments are not in order.
    fn of(file: &[u8]) -> Option<Self> {
        let mut frame = None;
        for (marker, segment) in segments(file) {
            if is_frame(marker) {
                frame = Some((marker != 0xC0 && marker != 0xC1, *segment.get(5)?));
            } else if marker == SCAN {
                let (progressive, parts) = frame?;
                return Some(Self {
                    progressive,
                    parts,
                    in_first_scan: *segment.first()?,
                });
            }
        }
        None
    }

    /// Whether all coefficients are kept until the last scan.
    fn is_kept_whole(&self) -> bool {
        self.progressive || self.in_first_scan != self.parts
    }
}

/// How often a marker can stand in the file. Inside entropy-coded data 0xFF is always followed by 0x00 or
/// a restart marker (B.1.1.5); profiles and other blocks hold a pair by chance.
fn pairs(file: &[u8], marker: u8) -> usize {
    file.array_windows()
        .filter(|pair| **pair == [0xFF, marker])
        .count()
}

/// How many markers of segments can stand in the file.
fn markers(file: &[u8]) -> usize {
    file.array_windows()
        .filter(|[first, second]| *first == 0xFF && matches!(second, 0xC0..=0xCF | 0xD9..=0xFE))
        .count()
}
