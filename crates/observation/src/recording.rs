use serde::{Deserialize, Serialize};

use crate::{Face, Point};

/// What the frames show that were taken while a challenge was followed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordingObservation {
    pub camera: Camera,
    /// When each step was shown, in milliseconds since the challenge was, as the client says.
    pub steps_shown: Vec<u32>,
    /// In the order in which they were sent.
    pub frames: Vec<RecordingFrame>,
}

/// What the client says about the camera.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Camera {
    /// The name that the browser shows; `None` where it shows none.
    pub label: Option<String>,
    /// Stripe's field of the same name.
    pub is_virtual_camera: Option<bool>,
}

/// One frame.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordingFrame {
    /// The step that was shown, from 0.
    pub step: usize,
    /// Milliseconds since the challenge was shown, as the client says.
    pub at: u32,
    /// In pixels.
    pub width: u32,
    pub height: u32,
    /// SHA-256 of the file as received, hex.
    pub picture_sha256: String,
    /// Largest first. Embedding and chip are there only in the last frame of each step, of the largest
    /// face.
    pub faces: Vec<Face>,
    /// The whole frame in grey, [`Overview::WIDTH`] × [`Overview::HEIGHT`] whatever its shape.
    pub overview: Overview,
    /// How much it differs from the earlier frame that is most like it: the 95th percentile, over
    /// blocks, of the mean absolute difference of grey levels, without what the whole picture became
    /// lighter or darker. `None` for the first frame.
    pub novelty: Option<f32>,
    /// What is left of it when it is saved anew: parts of 24 bits, of which each can be looked for alone.
    /// Empty where there is nothing to know it by.
    #[serde(default)]
    pub perceptual_hash: Vec<u32>,
    /// How much of the noise of the flattest blocks is another than in the frame before: 1 for noise
    /// of its own, 0 for the same. `None` for the first frame and where there is no noise to see.
    pub fresh_noise: Option<f32>,
    /// Where the landmarks of the largest face of each frame of the first step are in this one, by what
    /// is to be seen there. Empty in those frames themselves.
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

/// A picture made very small, row by row: shows cuts, and nobody's face.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Overview(pub Vec<u8>);

impl Overview {
    pub const WIDTH: usize = 24;
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
