use serde::{Deserialize, Serialize};

use crate::{DocumentQuality, Face, MrzObservation, Quad, Quality, Rect, Signal, TextLine};

/// What one side of a document shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentObservation {
    /// Size of the upright picture in pixels.
    pub width: u32,
    /// In pixels, as the width.
    pub height: u32,
    /// Clockwise quarter turns, 0 to 3, that made the picture upright after EXIF orientation.
    pub rotation: u8,
    /// SHA-256 of the file as received, hex.
    pub picture_sha256: String,
    /// Every line outside the machine readable zone, top to bottom.
    pub lines: Vec<TextLine>,
    /// The zone of the document itself; `None` where none was found, or no format fits what was read.
    pub mrz: Option<MrzObservation>,
    /// All that could be decoded, whatever they say.
    pub barcodes: Vec<Barcode>,
    /// Largest first.
    pub faces: Vec<Face>,
    /// Of the whole picture, surroundings included.
    pub quality: Quality,
    /// Hints about whether the document is genuine, each kind at most once. A missing one could not be
    /// measured.
    pub authenticity: Vec<Signal>,
    /// Where the document lies; `None` where its edges can't be told.
    #[serde(default)]
    pub outline: Option<Outline>,
    /// How well the document itself can be seen; `None` where neither its edges nor its text were
    /// found.
    #[serde(default)]
    pub document_quality: Option<DocumentQuality>,
    /// Where further documents lie in the same picture.
    #[serde(default)]
    pub other_outlines: Vec<Outline>,
    /// The machine readable zones of further documents in the same picture.
    #[serde(default)]
    pub other_mrzs: Vec<MrzObservation>,
}

impl DocumentObservation {
    /// The observation of a file that is no picture: nothing was seen.
    pub fn nothing() -> Self {
        Self {
            width: 0,
            height: 0,
            rotation: 0,
            picture_sha256: String::new(),
            lines: Vec::new(),
            mrz: None,
            barcodes: Vec::new(),
            faces: Vec::new(),
            quality: Quality {
                sharpness: 0.0,
                brightness: 0.0,
                glare: 0.0,
                long_side: 0,
            },
            authenticity: Vec::new(),
            outline: None,
            document_quality: None,
            other_outlines: Vec::new(),
            other_mrzs: Vec::new(),
        }
    }
}

/// The edge of a document.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// Where its sides would meet if its corners were not round; may lie outside the picture.
    pub corners: Quad,
    /// How much of the sides was seen, and how much their shape is a document's; 0 to 1.
    pub confidence: f32,
}

/// One decoded barcode.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Barcode {
    /// How its bits are arranged.
    pub symbology: Symbology,
    /// The data as encoded, after error correction.
    pub bytes: Vec<u8>,
    /// The bytes as text, in the character set that the symbol names; `None` where they are no text.
    #[serde(default)]
    pub text: Option<String>,
    /// Where it is in the picture.
    pub bounds: Rect,
    /// Whether the picture lacks some of the symbols that share its message (Macro PDF417, ISO/IEC 15438;
    /// structured append of the others): bytes and text are those of the parts that are there.
    #[serde(default)]
    pub incomplete: bool,
}

/// Kinds of two-dimensional barcodes, by the standards that define them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Symbology {
    /// ISO/IEC 15438; on North American licences (AAMVA DL/ID Card Design Standard, annex D).
    Pdf417,
    /// QR Code, ISO/IEC 18004.
    Qr,
    /// Data Matrix, ISO/IEC 16022.
    DataMatrix,
    /// Aztec Code, ISO/IEC 24778.
    Aztec,
}

impl std::fmt::Debug for Barcode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Barcode")
            .field("symbology", &self.symbology)
            .field("bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}
