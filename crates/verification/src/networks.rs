//! What looks at pictures.

use models::{Runtime, library, manifest};
use observation::{Camera, DocumentObservation, RecordingObservation, SelfieObservation};
use vision::{DocumentOptions, FrameFile, PictureError, Vision};

/// Pictures to observations. Takes about a second of one core, and blocks.
pub trait Networks: Send + Sync + 'static {
    fn document(&self, file: &[u8]) -> Result<DocumentObservation, PictureError>;
    fn selfie(&self, file: &[u8]) -> Result<SelfieObservation, PictureError>;
    fn recording(
        &self,
        frame_files: &[FrameFile],
        steps_shown: &[u32],
        camera: Camera,
    ) -> Result<RecordingObservation, PictureError>;
    /// Name and SHA-256 of every network that takes part, and of the library that runs them where it is not
    /// part of this binary: as reports list them.
    fn models(&self) -> Vec<(String, String)>;
    /// SHA-256 of a network of the operator's own.
    fn own_model(&self) -> Option<String>;
}

impl Networks for Vision {
    fn document(&self, file: &[u8]) -> Result<DocumentObservation, PictureError> {
        let seen = Vision::document(self, file, DocumentOptions::default())?;
        Ok(seen.observation)
    }

    fn selfie(&self, file: &[u8]) -> Result<SelfieObservation, PictureError> {
        Ok(Vision::selfie(self, file)?.observation)
    }

    fn recording(
        &self,
        frame_files: &[FrameFile],
        steps_shown: &[u32],
        camera: Camera,
    ) -> Result<RecordingObservation, PictureError> {
        Vision::recording(self, frame_files, steps_shown, camera)
    }

    fn models(&self) -> Vec<(String, String)> {
        let runtime = self.runtime();
        let networks = manifest().models_of(runtime);
        let networks = networks.map(|model| (model.title.clone(), model.sha256.clone()));
        let library = library().filter(|_| runtime == Runtime::OnnxRuntime);
        let library = library.map(|library| (library.title.clone(), library.sha256.clone()));
        networks.chain(library).collect()
    }

    fn own_model(&self) -> Option<String> {
        self.presentation_sha256().map(str::to_owned)
    }
}
