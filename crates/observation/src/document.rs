use serde::{Deserialize, Serialize};

use crate::{DocumentQuality, Face, MrzObservation, Quad, Quality, Rect, Signal, TextLine};

/// What one side of a document shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentObservation {
    /// Size of the upright picture in pixels.
    pub width: u32,
    pub height: u32,
    /// Clockwise quarter turns, 0 to 3, that made the picture upright after EXIF orientation.
    pub rotation: u8,
    /// SHA-256 of the file as received, hex.
    pub picture_sha256: String,
    /// Every line outside the machine readable zone, top to bottom.
    pub lines: Vec<TextLine>,
    pub mrz: Option<MrzObservation>,
    pub barcodes: Vec<Barcode>,
    /// Largest first.
    pub faces: Vec<Face>,
    pub quality: Quality,
    pub authenticity: Vec<Signal>,
    /// Where the document lies; `None` where its edges can't be told.
    #[serde(default)]
    pub outline: Option<Outline>,
    /// `None` where neither its edges nor its text were found.
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
    /// What a file shows that is no picture.
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
    pub symbology: Symbology,
    pub bytes: Vec<u8>,
    /// What the bytes say in the character set they are in; `None` where they are no text.
    #[serde(default)]
    pub text: Option<String>,
    pub bounds: Rect,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Symbology {
    Pdf417,
    Qr,
    DataMatrix,
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
