use serde::{Deserialize, Serialize};

use crate::{Chip, Point, Quality, Rect, Signal};

/// One face in a picture.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Face {
    /// As the detector draws it: from forehead to chin, ear to ear; may reach beyond the picture.
    pub bounds: Rect,
    /// Detector score, 0 to 1.
    pub score: f32,
    /// Image-left eye, image-right eye, nose, image-left and image-right corner of the mouth.
    pub landmarks: [Point; 5],
    /// Unit-length identity vector of the aligned face; the cosine of two is their similarity.
    pub embedding: Vec<f32>,
    /// The aligned face in grey, by which two pictures are found to be one photograph. `None` where
    /// there is no embedding or embeddings have been taken out, and in observations of earlier
    /// versions.
    #[serde(default)]
    pub chip: Option<Chip>,
    /// How well the face can be compared; `None` in observations of earlier versions.
    #[serde(default)]
    pub quality: Option<FaceQuality>,
}

/// How well a face can be compared: components of ISO/IEC 29794-5 that five landmarks and the aligned
/// face tell.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FaceQuality {
    /// Pixels of the picture between the centres of the eyes.
    pub inter_eye_distance: f32,
    /// Degrees by which the nose points to the right of the picture.
    pub yaw: f32,
    /// Degrees by which the nose points down.
    pub pitch: f32,
    /// Degrees by which the head leans clockwise.
    pub roll: f32,
    /// Share of the differences between neighbouring pixels of the aligned face that a slight blur
    /// would take away, 0 to 1: little is left to take from a face that is blurred already. `None`
    /// where the face has no contrast.
    pub sharpness: Option<f32>,
    /// Luma that a twentieth of the face is brighter than, 0 to 1. It tells light on dark skin too,
    /// which has highlights where there is light.
    pub highlights: f32,
    /// Share of the face that is burnt out, 0 to 1.
    pub burnt_out: f32,
}

/// What one selfie shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SelfieObservation {
    /// Of the picture with EXIF orientation applied, in pixels.
    pub width: u32,
    /// In pixels, as the width.
    pub height: u32,
    /// SHA-256 of the file as received, hex.
    pub picture_sha256: String,
    /// Largest first.
    pub faces: Vec<Face>,
    /// Of the whole picture, surroundings included.
    pub quality: Quality,
    /// Hints about whether the picture shows a living person, and no screen or print.
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
