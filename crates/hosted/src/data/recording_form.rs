use identity::{ChallengeFrame, ChallengeRecording, FileId};
use schemars::JsonSchema;
use serde::Deserialize;

/// Characters of a camera's name that are kept.
const LABEL: usize = 200;

/// Ours alone: what was filmed while the challenge was followed.
#[derive(Deserialize, JsonSchema)]
pub(super) struct RecordingForm {
    pub(super) frames: Vec<FrameForm>,
    /// When each step was shown, in milliseconds since the challenge was.
    pub(super) steps_shown: Vec<u32>,
    /// The name of the camera.
    pub(super) camera_label: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct FrameForm {
    pub(super) image: String,
    /// The step that was shown, from 0.
    pub(super) step: usize,
    /// Milliseconds since the challenge was shown.
    pub(super) at: u32,
}

impl RecordingForm {
    /// `None` where a file's identifier has not the form of one.
    pub(super) fn read(&self) -> Option<ChallengeRecording> {
        let frames = self.frames.iter().map(|frame| {
            Some(ChallengeFrame {
                image: FileId::parse(&frame.image)?,
                step: frame.step,
                at: frame.at,
            })
        });
        let label = self.camera_label.as_ref();
        Some(ChallengeRecording {
            frames: frames.collect::<Option<_>>()?,
            steps_shown: self.steps_shown.clone(),
            camera_label: label.map(|label| label.chars().take(LABEL).collect()),
        })
    }
}
