//! Ways of looking for a barcode.

use image::{GrayImage, imageops};
use observation::{Rect, Symbology};
use zxingcpp::{
    BarcodeFormat, BarcodeReader, Binarizer, ContentType, ImageFormat, ImageView, TextMode,
};

use super::bounds;

/// A way of looking.
pub(super) struct Attempt {
    stretched: bool,
    enlarged: u32,
    /// Unsharp masking, twice: for edges that the camera blurred into each other.
    sharpened: bool,
    binarizer: Binarizer,
}

/// The first way: the picture as it is.
pub(super) const FIRST: Attempt = Attempt {
    stretched: false,
    enlarged: 1,
    sharpened: false,
    binarizer: Binarizer::LocalAverage,
};

/// Ways of looking at a region in which [`FIRST`] found nothing, cheapest first.
pub(super) static ATTEMPTS: [Attempt; 10] = [
    Attempt::new(1, false, Binarizer::LocalAverage),
    Attempt::new(1, false, Binarizer::GlobalHistogram),
    Attempt::new(1, true, Binarizer::LocalAverage),
    Attempt::new(2, false, Binarizer::LocalAverage),
    Attempt::new(2, false, Binarizer::GlobalHistogram),
    Attempt::new(2, true, Binarizer::FixedThreshold),
    Attempt::new(3, false, Binarizer::LocalAverage),
    Attempt::new(3, true, Binarizer::GlobalHistogram),
    Attempt::new(2, true, Binarizer::LocalAverage).sharpened(),
    Attempt::new(3, true, Binarizer::LocalAverage).sharpened(),
];

/// A symbol and where it is.
pub(super) struct Found {
    pub(super) symbology: Symbology,
    pub(super) bytes: Vec<u8>,
    /// The bytes as text in the character set that the symbol names; `None` where they are no text.
    pub(super) text: Option<String>,
    pub(super) bounds: Rect,
    /// Its place among the symbols that make up one message.
    pub(super) part: Option<Part>,
}

/// Macro PDF417 (ISO/IEC 15438, annex H) and structured append of the other symbologies.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) message: String,
    pub(super) index: i32,
    /// How many there are; `None` where only the last symbol says so, and this is another.
    pub(super) count: Option<i32>,
}

impl Attempt {
    const fn new(enlarged: u32, stretched: bool, binarizer: Binarizer) -> Self {
        Self {
            stretched,
            enlarged,
            sharpened: false,
            binarizer,
        }
    }

    const fn sharpened(mut self) -> Self {
        self.sharpened = true;
        self
    }

    /// Pixels that are looked at in this way.
    pub(super) fn pixels(&self, grey: &GrayImage) -> u64 {
        u64::from(grey.width()) * u64::from(grey.height()) * u64::from(self.enlarged).pow(2)
    }

    /// What this way finds.
    pub(super) fn of(&self, grey: &GrayImage) -> Vec<Found> {
        let mut changed: Option<GrayImage> = self.stretched.then(|| stretched(grey));
        if self.enlarged > 1 {
            let grey = changed.as_ref().unwrap_or(grey);
            let (width, height) = (grey.width() * self.enlarged, grey.height() * self.enlarged);
            changed = Some(imageops::resize(
                grey,
                width,
                height,
                imageops::FilterType::CatmullRom,
            ));
        }
        if self.sharpened {
            let radius = self.enlarged as f32;
            let once = imageops::unsharpen(changed.as_ref().unwrap_or(grey), radius, 0);
            changed = Some(imageops::unsharpen(&once, radius, 0));
        }
        look(
            changed.as_ref().unwrap_or(grey),
            self.binarizer,
            self.enlarged as f32,
        )
    }
}

fn look(grey: &GrayImage, binarizer: Binarizer, scale: f32) -> Vec<Found> {
    let view = ImageView::from_slice(grey.as_raw(), grey.width(), grey.height(), ImageFormat::Lum);
    let reader = BarcodeReader::new()
        .formats([
            BarcodeFormat::PDF417,
            BarcodeFormat::QRCode,
            BarcodeFormat::DataMatrix,
            BarcodeFormat::Aztec,
        ])
        .binarizer(binarizer)
        .text_mode(TextMode::Plain)
        .try_harder(true)
        .try_rotate(true)
        .try_invert(true)
        .try_downscale(true);
    // A picture too small for the reader has no barcode.
    let found = view.and_then(|view| reader.from(view)).unwrap_or_default();
    found
        .iter()
        .filter_map(|barcode| {
            Some(Found {
                symbology: symbology(barcode.symbology())?,
                bytes: barcode.bytes(),
                text: text(barcode),
                bounds: bounds(barcode.position(), scale),
                part: part(barcode),
            })
        })
        .collect()
}

/// A symbol that is the only one of its message is no part of one; a count of nought is an unknown one.
fn part(barcode: &zxingcpp::Barcode) -> Option<Part> {
    let (count, index) = (barcode.sequence_size(), barcode.sequence_index());
    (index >= 0 && count >= 0 && (count, index) != (1, 0)).then(|| Part {
        message: barcode.sequence_id(),
        index,
        count: (count > 0).then_some(count),
    })
}

fn symbology(format: BarcodeFormat) -> Option<Symbology> {
    match format {
        BarcodeFormat::PDF417 => Some(Symbology::Pdf417),
        BarcodeFormat::QRCode => Some(Symbology::Qr),
        BarcodeFormat::DataMatrix => Some(Symbology::DataMatrix),
        BarcodeFormat::Aztec => Some(Symbology::Aztec),
        _ => None,
    }
}

/// The reader takes control characters, such as those of a driving licence, for a sign of binary
/// data.
fn text(barcode: &zxingcpp::Barcode) -> Option<String> {
    let kind = barcode.content_type();
    // Without a word about the character set PDF417 has ISO/IEC 8859-1 (ISO/IEC 15438, 5.5.3.2), and issuers
    // write UTF-8 too; the reader would guess among more.
    if barcode.symbology() == BarcodeFormat::PDF417 && !barcode.has_eci() {
        let latin = |bytes: &[u8]| bytes.iter().copied().map(char::from).collect();
        return match String::from_utf8(barcode.bytes()) {
            Ok(text) => Some(text),
            Err(error) if kind == ContentType::Text => Some(latin(error.as_bytes())),
            Err(_) => None,
        };
    }
    match kind {
        ContentType::Text | ContentType::GS1 | ContentType::ISO15434 => Some(barcode.text()),
        ContentType::Mixed if barcode.has_eci() => Some(barcode.text()),
        _ => String::from_utf8(barcode.bytes()).ok(),
    }
}

/// With the darkest and the lightest fiftieth of the pixels made black and white.
fn stretched(grey: &GrayImage) -> GrayImage {
    let mut histogram = [0u64; 256];
    for &luma in grey.as_raw() {
        histogram[usize::from(luma)] += 1;
    }
    let cut = grey.as_raw().len() as u64 / 50;
    let dark = reached(&histogram, cut, 0..256);
    let light = reached(&histogram, cut, (0..256).rev());
    let span = (light - dark).max(1.0);
    let mut stretched = grey.clone();
    for luma in stretched.iter_mut() {
        *luma = ((f32::from(*luma) - dark) / span * 255.0).clamp(0.0, 255.0) as u8;
    }
    stretched
}

/// The level by which more than `cut` pixels were counted.
fn reached(histogram: &[u64; 256], cut: u64, mut levels: impl Iterator<Item = usize>) -> f32 {
    let mut sum = 0;
    let level = levels.find(|&level| {
        sum += histogram[level];
        sum > cut
    });
    level.unwrap_or(0) as f32
}
