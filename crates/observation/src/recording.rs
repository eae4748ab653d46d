use serde::{Deserialize, Serialize};

use crate::{Face, Point};

/// What the recording of a challenge shows: the frames that were taken while a person followed it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordingObservation {
    /// As the client states it; nothing of it is seen in the frames.
    pub camera: Camera,
    /// When each step was shown, in milliseconds from the moment at which the first was, as the client
    /// states it.
    pub steps_shown: Vec<u32>,
    /// In the order in which the client sent them.
    pub frames: Vec<RecordingFrame>,
}

/// What the client states about the camera.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Camera {
    /// The camera's name as the browser has it; `None` where it has none.
    pub label: Option<String>,
    /// `best_is_virtual_camera` of Stripe's protocol; `None` where the client doesn't say.
    pub is_virtual_camera: Option<bool>,
}

/// What one frame of a recording shows.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordingFrame {
    /// The step that was shown, from 0.
    pub step: usize,
    /// When it was taken, in milliseconds from the moment at which the first step was shown, as the
    /// client states it.
    pub at: u32,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// SHA-256 of the file as received, hex.
    pub picture_sha256: String,
    /// Largest first. Embedding and chip are there only in the last frame of each step, of the largest
    /// face.
    pub faces: Vec<Face>,
    /// The whole frame in grey, [`Overview::WIDTH`] × [`Overview::HEIGHT`] whatever its shape.
    pub overview: Overview,
    /// How much the frame differs from the earlier frame that is most like it: the 95th percentile,
    /// over blocks, of the mean absolute difference in grey levels, after taking off what the whole
    /// picture became lighter or darker. `None` for the first frame.
    pub novelty: Option<f32>,
    /// Perceptual hash, most of which the frame keeps when it is compressed or scaled again: six parts
    /// of 24 bits, each of which can be looked for alone. Empty where the frame is too flat to have
    /// one.
    #[serde(default)]
    pub perceptual_hash: Vec<u32>,
    /// How much of the noise in the flattest blocks differs from that of the frame before: 1 for noise
    /// of its own, 0 for the same noise. `None` for the first frame and where no noise is seen.
    pub fresh_noise: Option<f32>,
    /// The landmarks of the largest face in frames of the first step, found again in this frame by what
    /// the pictures show. Empty in the frames of the first step.
    #[serde(default)]
    pub found_again: Vec<FoundAgain>,
}

/// The five points of an earlier frame's face in a later frame: the same spots of skin, wherever a
/// network that expects a face would put its landmarks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoundAgain {
    /// Which frame of the recording, from 0.
    pub of: usize,
    /// In the order of [`Face::landmarks`].
    pub landmarks: [Point; 5],
    /// The least of the five correlations, −1 to 1.
    pub likeness: f32,
}

/// A picture made very small, a byte of grey for each cell, row by row: enough to see cuts, and too
/// little to know anybody's face.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Overview(pub Vec<u8>);

impl Overview {
    /// Cells in a row.
    pub const WIDTH: usize = 24;
    /// Rows.
    pub const HEIGHT: usize = 24;
}

impl std::fmt::Debug for RecordingFrame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecordingFrame")
            .field("step", &self.step)
            .field("at", &self.at)
            .field("faces", &self.faces.len())
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Overview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Overview").finish_non_exhaustive()
    }
}
