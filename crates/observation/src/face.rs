use serde::{Deserialize, Serialize};

use crate::{Point, Quality, Rect, Signal};

/// Side of [`Face::thumbnail`] in pixels.
pub const THUMBNAIL_SIDE: usize = 32;

/// One face in a picture.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Face {
    pub bounds: Rect,
    /// Detector score, 0 to 1.
    pub score: f32,
    /// Image-left eye, image-right eye, nose, image-left and image-right corner of the mouth.
    pub landmarks: [Point; 5],
    /// Unit-length identity vector of the aligned face; the cosine of two is their similarity.
    pub embedding: Vec<f32>,
    /// The aligned face in grey, [`THUMBNAIL_SIDE`] squared bytes, row by row: enough to notice
    /// that two pictures show the very same photograph, too small to recognise anybody else by.
    pub thumbnail: Vec<u8>,
}

/// What one selfie shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SelfieObservation {
    pub width: u32,
    pub height: u32,
    /// SHA-256 of the file as received, hex.
    pub picture_sha256: String,
    /// Largest first.
    pub faces: Vec<Face>,
    pub quality: Quality,
    /// Hints about whether it shows a person.
    #[serde(default)]
    pub signals: Vec<Signal>,
}

// Biometrics never reach a log: `Debug` shows geometry alone.
impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Face")
            .field("bounds", &self.bounds)
            .field("score", &self.score)
            .finish_non_exhaustive()
    }
}
