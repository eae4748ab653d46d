//! TIFF 6.0, the first picture of several.

use std::io::Cursor;

use image::codecs::tiff::TiffDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder as _, Limits};
use tiff::decoder::{Decoder, DecodingResult};
use tiff::tags::{CompressionMethod, PhotometricInterpretation, Tag};

use super::{Decoded, broken};
use crate::picture::PictureError;
use crate::picture::budget::Budget;
use crate::picture::evidence::traces::Traces;

mod directory;
mod luminance;
mod palette;

/// Most values of a field that is read; of all such fields, offsets of strips have the most.
const MOST_VALUES: u64 = 1_000_000;
/// Bytes that a value takes while it is read, and how many fields are held at once.
const VALUE: u64 = 48;
const FIELDS: u64 = 3;
/// How much wider than the picture its tiles may be, in pixels: what lies outside is unpacked too.
const OVERHANG: u32 = 1024;
/// Samples a pixel may have, those included that are not shown.
const MOST_SAMPLES: u16 = 8;

/// # Errors
/// `not_an_image`, `too_large` or `unsupported`.
pub(super) fn read<'a>(file: &[u8], budget: &'a Budget<'_>) -> Result<Decoded<'a>, PictureError> {
    let most = directory::most_values(file).ok_or_else(|| broken(()))?;
    if most > MOST_VALUES {
        return Err(PictureError::Unsupported(
            "the TIFF has too many parts: save the picture as a JPEG".to_owned(),
        ));
    }
    let fields = budget.hold(FIELDS * VALUE * most + file.len() as u64)?;
    let Checked { row, colours } = check(file, budget)?;
    match colours {
        Some(PhotometricInterpretation::RGBPalette) => return palette::read(file, budget),
        Some(PhotometricInterpretation::YCbCr) => return luminance::read(file, budget),
        _ => {}
    }
    let mut decoder = TiffDecoder::new(Cursor::new(file)).map_err(broken)?;
    // What is unpacked is copied to where it stays; ink has four samples for three of light.
    let unpacked = match decoder.original_color_type() {
        ExtendedColorType::Cmyk8 | ExtendedColorType::Cmyk16 => decoder.total_bytes() / 3 * 4,
        _ => decoder.total_bytes(),
    };
    let working = budget.hold(row + unpacked)?;
    let held = budget.hold(decoder.total_bytes())?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(unpacked + file.len() as u64);
    decoder.set_limits(limits).map_err(broken)?;
    let (orientation, traces) = metadata(&mut decoder);
    let pixels = DynamicImage::from_decoder(decoder).map_err(broken)?;
    drop((working, fields));
    Ok(Decoded {
        pixels,
        orientation,
        traces,
        held,
    })
}

/// How the picture is to be turned, and what its blocks say of its making.
fn metadata(decoder: &mut TiffDecoder<Cursor<&[u8]>>) -> (Orientation, Traces) {
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let blocks = [decoder.exif_metadata(), decoder.xmp_metadata()];
    let blocks: Vec<Vec<u8>> = blocks.into_iter().filter_map(|block| block.ok()?).collect();
    (orientation, Traces::of(&blocks))
}

/// Samples of eight bits or less, as they lie in the file, each row from a whole byte on.
fn samples(file: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut reader = Decoder::new(Cursor::new(file)).map_err(broken)?;
    match reader.read_image().map_err(unusual)? {
        DecodingResult::U8(samples) => Ok(samples),
        _ => Err(unusual(())),
    }
}

/// Colours in one of the many ways that hardly anybody uses.
fn unusual<E>(_: E) -> PictureError {
    PictureError::Unsupported(
        "the TIFF has its colours in a way that isn't read: save the picture as a JPEG".to_owned(),
    )
}

/// What is known of a file whose pixels can be unpacked.
struct Checked {
    /// Bytes of a packed row.
    row: u64,
    colours: Option<PhotometricInterpretation>,
}

/// Refuses what would take far more than the picture itself.
fn check(file: &[u8], budget: &Budget<'_>) -> Result<Checked, PictureError> {
    let mut reader = Decoder::new(Cursor::new(file)).map_err(broken)?;
    let (width, height) = reader.dimensions().map_err(broken)?;
    budget.shape(width, height)?;
    let mut number = |tag, otherwise| match reader.find_tag(tag) {
        Ok(Some(value)) => value.into_u16().map_err(broken),
        Ok(None) => Ok(otherwise),
        Err(error) => Err(broken(error)),
    };
    let method = CompressionMethod::from_u16_exhaustive(number(Tag::Compression, 1)?);
    let samples = number(Tag::SamplesPerPixel, 1)?;
    let colours = number(Tag::PhotometricInterpretation, 0)?;
    let colours = PhotometricInterpretation::from_u16(colours);
    let readable = matches!(
        method,
        CompressionMethod::None
            | CompressionMethod::LZW
            | CompressionMethod::Deflate
            | CompressionMethod::OldDeflate
            | CompressionMethod::PackBits
            | CompressionMethod::Fax4
    );
    if !readable {
        // A JPEG in a TIFF may be of any size, and stand for every strip.
        return Err(PictureError::Unsupported(
            "the TIFF is packed in a way that isn't read: save the picture as a JPEG".to_owned(),
        ));
    }
    let (across, _) = reader.chunk_dimensions();
    if samples > MOST_SAMPLES || across > width.saturating_add(OVERHANG) {
        return Err(PictureError::Unsupported(
            "the TIFF holds more than a picture: save it as a JPEG".to_owned(),
        ));
    }
    // Samples have eight bytes at most.
    Ok(Checked {
        row: u64::from(across) * u64::from(samples) * 8,
        colours,
    })
}
