use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use sha2::{Digest, Sha256};

use super::budget::{Budget, Held};
use super::evidence::Evidence;
use super::evidence::lattice;
use super::evidence::pasted::{Map, luma_steps};
use super::evidence::traces::Traces;
use super::{Limits, PictureError, Saving, resize, resize_cost};
use crate::gate::Gate;

mod jpeg;
mod png;
mod tiff;
mod webp;

/// Bytes that looking for pasted parts takes, in pictures small enough for it, and more than looking for a
/// lattice takes.
const JUDGING: u64 = 16 << 20;

/// Bytes of a file type box that are looked at.
const MOST_BRANDS: usize = 256;

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

    /// The pixels alone, without a copy.
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
    Decoding::new(limits).picture(file)
}

/// As [`decode`], and looks in the file for what speaks of parts pasted into the picture, and of a
/// screen or print that it shows.
///
/// # Errors
/// Those of [`decode`].
pub fn decode_document(file: &[u8], limits: &Limits) -> Result<Picture, PictureError> {
    Decoding::new(limits).document(file)
}

/// How files become pictures.
pub(crate) struct Decoding<'a> {
    limits: &'a Limits,
    /// Where large pictures wait for each other.
    gate: Option<&'a Gate>,
}

impl<'a> Decoding<'a> {
    fn new(limits: &'a Limits) -> Self {
        Self { limits, gate: None }
    }

    /// With a gate that is shared by all who decode.
    pub(crate) fn behind(limits: &'a Limits, gate: &'a Gate) -> Self {
        Self {
            limits,
            gate: Some(gate),
        }
    }

    pub(crate) fn picture(&self, file: &[u8]) -> Result<Picture, PictureError> {
        self.decode(file, |_| (None, None))
    }

    pub(crate) fn document(&self, file: &[u8]) -> Result<Picture, PictureError> {
        let steps = luma_steps(file);
        self.decode(file, |pixels| {
            let pasted = steps.as_ref().and_then(|steps| Map::of(pixels, steps));
            let part = |left, top, side| pixels.crop_imm(left, top, side, side).into_luma8();
            let lattice = lattice::measure((pixels.width(), pixels.height()), part);
            (pasted, lattice)
        })
    }

    /// `judge` sees the picture as it lies in the file.
    fn decode(
        &self,
        file: &[u8],
        judge: impl Fn(&DynamicImage) -> (Option<Map>, Option<f32>),
    ) -> Result<Picture, PictureError> {
        if file.is_empty() {
            return Err(PictureError::NotAnImage("the file is empty".to_owned()));
        }
        let budget = Budget::new(self.limits, self.gate);
        budget.file(file.len())?;
        let Decoded {
            pixels,
            orientation,
            traces,
            held,
        } = match format_of(file)? {
            ImageFormat::Jpeg => jpeg::read(file, &budget),
            ImageFormat::Png => png::read(file, &budget),
            ImageFormat::WebP => webp::read(file, &budget),
            _ => tiff::read(file, &budget),
        }?;
        let judging = budget.hold(JUDGING)?;
        let (pasted, lattice) = judge(&pixels);
        let size = (pixels.width(), pixels.height());
        let evidence = Evidence {
            traces,
            saving: Saving::of(luma_steps(file).as_ref(), size),
            lattice,
            pasted: pasted.map(|map| map.oriented(orientation)),
        };
        drop(judging);
        let (pixels, held) = in_colour(pixels, held, &budget)?;
        let (pixels, held) = within(pixels, held, &budget, self.limits.long_side)?;
        // Turned once it is small: turning makes a copy.
        let turned = budget.hold(3 * u64::from(pixels.width()) * u64::from(pixels.height()))?;
        let mut upright = DynamicImage::ImageRgb8(pixels);
        upright.apply_orientation(orientation);
        drop((turned, held));
        let sha256 = hex::encode(Sha256::digest(file));
        Ok(Picture {
            pixels: upright.into_rgb8(),
            sha256,
            evidence,
        })
    }
}

/// What a file holds, as it lies there.
struct Decoded<'a> {
    pixels: DynamicImage,
    orientation: Orientation,
    traces: Traces,
    /// The bytes of the pixels.
    held: Held<'a>,
}

fn broken<E>(_: E) -> PictureError {
    PictureError::NotAnImage("the picture is damaged or cut short".to_owned())
}

/// Samples as pixels.
fn pixels_of<P>(
    (width, height): (u32, u32),
    samples: Vec<u8>,
    make: impl Fn(u32, u32, Vec<u8>) -> Option<P>,
) -> Result<P, PictureError> {
    make(width, height, samples).ok_or_else(|| broken(()))
}

/// Red, green and blue of eight bits.
fn in_colour<'a>(
    pixels: DynamicImage,
    held: Held<'a>,
    budget: &'a Budget<'_>,
) -> Result<(RgbImage, Held<'a>), PictureError> {
    match pixels {
        DynamicImage::ImageRgb8(pixels) => Ok((pixels, held)),
        DynamicImage::ImageRgba8(pixels) => Ok((on_white(pixels), held)),
        other => {
            let transparent = other.color().has_alpha();
            let channels = if transparent { 4 } else { 3 };
            let count = u64::from(other.width()) * u64::from(other.height());
            let coloured = budget.hold(channels * count)?;
            let pixels = if transparent {
                on_white(other.into_rgba8())
            } else {
                other.into_rgb8()
            };
            Ok((pixels, coloured))
        }
    }
}

fn format_of(file: &[u8]) -> Result<ImageFormat, PictureError> {
    if is_heif(file) {
        return Err(PictureError::Unsupported(
            "HEIC and AVIF pictures aren't read: convert it to JPEG (on an iPhone, choose Settings, \
             Camera, Formats, Most Compatible, and take it again)"
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

/// ISO/IEC 14496-12 file type box with a brand of ISO/IEC 23008-12 (HEIF) or AV1 stills, its own or among
/// those that it is compatible with: some writers name another first.
fn is_heif(file: &[u8]) -> bool {
    const BRANDS: [&[u8; 4]; 14] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1",
        b"avif", b"avis", b"miaf", b"MA1B",
    ];
    if file.get(4..8) != Some(b"ftyp") {
        return false;
    }
    let length = file
        .first_chunk()
        .map_or(0, |size| u32::from_be_bytes(*size));
    let end = (length as usize).clamp(12, MOST_BRANDS).min(file.len());
    let mut brands = file.get(8..end).unwrap_or_default().chunks_exact(4);
    // The second four bytes are a version.
    brands.any(|brand| BRANDS.iter().any(|known| known.as_slice() == brand))
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

fn within<'a>(
    pixels: RgbImage,
    held: Held<'a>,
    budget: &'a Budget<'_>,
    long_side: u32,
) -> Result<(RgbImage, Held<'a>), PictureError> {
    let (width, height) = pixels.dimensions();
    let longer = width.max(height);
    if longer <= long_side {
        return Ok((pixels, held));
    }
    let scale =
        |side: u32| ((u64::from(side) * u64::from(long_side) / u64::from(longer)) as u32).max(1);
    let target = (scale(width), scale(height));
    let mut scaled = budget.hold(resize_cost((width, height), target))?;
    let pixels = resize(&pixels, target.0, target.1);
    scaled.shrink(3 * u64::from(target.0) * u64::from(target.1));
    Ok((pixels, scaled))
}

#[cfg(test)]
mod tests;
