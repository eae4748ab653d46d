use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage, RgbaImage};
use sha2::{Digest, Sha256};

use super::{PictureError, resize};
use crate::authenticity::{
    Evidence,
    pasted::{Map, luma_steps},
    traces::Traces,
};

/// Most scans a JPEG may have: each is a pass over the whole picture, and a small file can hold
/// thousands. Encoders write about ten.
const JPEG_SCANS: usize = 64;

/// Of a JPEG with several scans this part of the usual pixels is read: all its coefficients are
/// kept until the last scan, two bytes each.
const SCANNED_SHARE: u64 = 2;

/// What a file may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Pixels of the decoded picture.
    pub pixels: u64,
    /// Bytes of the decoded picture as the file has it: four for a pixel with transparency, twice
    /// as many where samples have 16 bits.
    pub decoded_bytes: u64,
    /// Longer side kept, in pixels; larger pictures are scaled down after decoding.
    pub long_side: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            pixels: 60_000_000,
            decoded_bytes: 240 << 20,
            long_side: 4096,
        }
    }
}

/// A decoded picture, EXIF orientation applied.
#[derive(Clone)]
pub struct Picture {
    pub(crate) pixels: RgbImage,
    /// SHA-256 of the file, hex.
    pub(crate) sha256: String,
    pub(crate) evidence: Evidence,
}

impl Picture {
    /// Red, green and blue, 8 bits each.
    pub fn pixels(&self) -> &RgbImage {
        &self.pixels
    }

    pub fn into_pixels(self) -> RgbImage {
        self.pixels
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (width, height) = self.pixels.dimensions();
        formatter
            .debug_struct("Picture")
            .field("width", &width)
            .field("height", &height)
            .finish_non_exhaustive()
    }
}

/// Decodes a JPEG, PNG, WebP or TIFF file, the first page of several.
///
/// Transparent parts show white, 16-bit samples lose their lower half, grey and CMYK become RGB.
/// A JPEG that breaks off is read as far as it goes.
///
/// # Errors
/// `not_an_image`, `too_large` or `unsupported`, with advice.
pub fn decode(file: &[u8], limits: &Limits) -> Result<Picture, PictureError> {
    decode_with(file, limits, |_| None)
}

/// As [`decode`], and looks in the file for what speaks of parts pasted into the picture.
///
/// # Errors
/// Those of [`decode`].
pub fn decode_document(file: &[u8], limits: &Limits) -> Result<Picture, PictureError> {
    let steps = luma_steps(file);
    decode_with(file, limits, |pixels| Map::of(pixels, &steps?))
}

/// `pasted` sees the picture as it lies in the file.
fn decode_with(
    file: &[u8],
    limits: &Limits,
    pasted: impl Fn(&DynamicImage) -> Option<Map>,
) -> Result<Picture, PictureError> {
    if file.is_empty() {
        return Err(PictureError::NotAnImage("the file is empty".to_owned()));
    }
    if file.len() > limits.bytes {
        return Err(PictureError::TooLarge(format!(
            "the file has {} bytes, at most {} are read: send a smaller picture",
            file.len(),
            limits.bytes
        )));
    }
    let format = format_of(file)?;
    let mut limits = *limits;
    if format == ImageFormat::Jpeg {
        let scans = jpeg_scans(file);
        if scans > JPEG_SCANS {
            return Err(PictureError::Unsupported(
                "the JPEG has too many scans: save the picture again".to_owned(),
            ));
        }
        if scans > 1 {
            limits.pixels /= SCANNED_SHARE;
        }
    }
    let limits = &limits;
    let Decoded {
        pixels,
        orientation,
        traces,
    } = read(file, format, limits)?;
    let evidence = Evidence {
        traces,
        pasted: pasted(&pixels).map(|map| map.oriented(orientation)),
    };
    let pixels = match pixels {
        DynamicImage::ImageRgb8(pixels) => pixels,
        other if other.color().has_alpha() => on_white(other.into_rgba8()),
        other => other.into_rgb8(),
    };
    // Turned once it is small: turning makes a copy.
    let mut upright = DynamicImage::ImageRgb8(within(pixels, limits.long_side));
    upright.apply_orientation(orientation);
    let sha256 = hex::encode(Sha256::digest(file));
    Ok(Picture {
        pixels: upright.into_rgb8(),
        sha256,
        evidence,
    })
}

struct Decoded {
    pixels: DynamicImage,
    orientation: Orientation,
    traces: Traces,
}

fn read(file: &[u8], format: ImageFormat, limits: &Limits) -> Result<Decoded, PictureError> {
    let broken = |_| PictureError::NotAnImage("the picture is damaged or cut short".to_owned());
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut allocation = image::Limits::default();
    allocation.max_alloc = Some(limits.decoded_bytes + (64 << 20));
    reader.limits(allocation);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > limits.pixels {
        return Err(PictureError::TooLarge(format!(
            "the picture has {width} x {height} pixels, at most {} are read: send a smaller one",
            limits.pixels
        )));
    }
    if decoder.total_bytes() > limits.decoded_bytes {
        return Err(PictureError::TooLarge(
            "the decoded picture takes too much memory: send a smaller one, 8 bits a sample"
                .to_owned(),
        ));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let blocks = [decoder.exif_metadata(), decoder.xmp_metadata()];
    let blocks: Vec<Vec<u8>> = blocks.into_iter().filter_map(|block| block.ok()?).collect();
    let pixels = DynamicImage::from_decoder(decoder).map_err(broken)?;
    if pixels.width() == 0 || pixels.height() == 0 {
        return Err(PictureError::NotAnImage(
            "the picture has no pixels".to_owned(),
        ));
    }
    Ok(Decoded {
        pixels,
        orientation,
        traces: Traces::of(&blocks),
    })
}

fn format_of(file: &[u8]) -> Result<ImageFormat, PictureError> {
    if is_heif(file) {
        return Err(PictureError::Unsupported(
            "HEIC and AVIF pictures aren't read: send a JPEG (on an iPhone, Settings, Camera, \
             Formats, Most Compatible)"
                .to_owned(),
        ));
    }
    match image::guess_format(file) {
        Ok(
            format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Tiff),
        ) => Ok(format),
        Ok(_) => Err(PictureError::Unsupported(
            "only JPEG, PNG, WebP and TIFF pictures are read: send a JPEG".to_owned(),
        )),
        Err(_) if file.starts_with(b"%PDF-") => Err(PictureError::Unsupported(
            "PDF files aren't read: send a photograph as a JPEG".to_owned(),
        )),
        Err(_) => Err(PictureError::NotAnImage(
            "the file is not a picture".to_owned(),
        )),
    }
}

/// ISO 14496-12 file type box with a brand of ISO 23008-12 (HEIF) or AV1 stills.
fn is_heif(file: &[u8]) -> bool {
    const BRANDS: [&[u8; 4]; 12] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1",
        b"avif", b"avis",
    ];
    file.get(4..8) == Some(b"ftyp")
        && file
            .get(8..12)
            .is_some_and(|brand| BRANDS.iter().any(|known| known.as_slice() == brand))
}

/// Counts start-of-scan markers; inside entropy-coded data 0xFF is always followed by 0x00 or a
/// restart marker (ITU-T T.81, B.1.1.5).
fn jpeg_scans(file: &[u8]) -> usize {
    file.windows(2).filter(|pair| pair == &[0xFF, 0xDA]).count()
}

/// Works where the pixels lie: the largest would need as much again.
fn on_white(pixels: RgbaImage) -> RgbImage {
    let blend = |value: u8, alpha: u8| {
        let (value, alpha) = (u16::from(value), u16::from(alpha));
        ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    let (width, height) = pixels.dimensions();
    let mut data = pixels.into_raw();
    let count = data.len() / 4;
    for at in 0..count {
        let [r, g, b, a] = [0, 1, 2, 3].map(|channel| data[at * 4 + channel]);
        data[at * 3..at * 3 + 3].copy_from_slice(&[blend(r, a), blend(g, a), blend(b, a)]);
    }
    data.truncate(count * 3);
    RgbImage::from_raw(width, height, data).expect("three bytes a pixel")
}

fn within(pixels: RgbImage, long_side: u32) -> RgbImage {
    let (width, height) = pixels.dimensions();
    let longer = width.max(height);
    if longer <= long_side {
        return pixels;
    }
    let scale =
        |side: u32| ((u64::from(side) * u64::from(long_side) / u64::from(longer)) as u32).max(1);
    resize(&pixels, scale(width), scale(height))
}

#[cfg(test)]
mod tests;
