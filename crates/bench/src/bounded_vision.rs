//! Looking at pictures as the product does: in the places of one [`Observer`].

use std::sync::Arc;

use bonafide::arguments::ModelArguments;
use observation::{Camera, DocumentObservation, Face, RecordingObservation, SelfieObservation};
use store::ObservationKind;
use verification::{Limits, Observer};
use vision::{DocumentOptions, FrameFile, ModelError, Picture, PictureError, Seen, Vision};

/// [`Vision`], each look of which has a place of an [`Observer`]'s.
pub(crate) struct BoundedVision {
    vision: Arc<Vision>,
    observer: Observer,
}

impl BoundedVision {
    pub(crate) fn load(models: &ModelArguments, threads: usize) -> Result<Self, ModelError> {
        Ok(Self::new(models.load()?, threads))
    }

    /// With a place for each of so many threads, so that none waits and times are those of looking.
    pub(crate) fn new(vision: Vision, threads: usize) -> Self {
        let vision = Arc::new(vision);
        let networks: Arc<Vision> = Arc::clone(&vision);
        Self {
            vision,
            observer: Observer::new(networks, Limits::for_jobs(threads)),
        }
    }

    pub(crate) fn document(
        &self,
        file: &[u8],
        options: DocumentOptions,
    ) -> Result<Seen<DocumentObservation>, PictureError> {
        let look = || self.vision.document(file, options);
        self.observer.command(ObservationKind::Document, look)
    }

    pub(crate) fn selfie(&self, file: &[u8]) -> Result<Seen<SelfieObservation>, PictureError> {
        let look = || self.vision.selfie(file);
        self.observer.command(ObservationKind::Selfie, look)
    }

    pub(crate) fn recording(
        &self,
        frame_files: &[FrameFile],
        steps_shown: &[u32],
        camera: Camera,
    ) -> Result<RecordingObservation, PictureError> {
        let look = || self.vision.recording(frame_files, steps_shown, camera);
        self.observer.command(ObservationKind::Frame, look)
    }

    pub(crate) fn faces(&self, file: &[u8]) -> Result<Vec<Face>, PictureError> {
        let look = || self.vision.faces(file);
        self.observer.command(ObservationKind::Selfie, look)
    }

    pub(crate) fn largest_face(&self, file: &[u8]) -> Result<(Option<Face>, usize), PictureError> {
        let look = || self.vision.largest_face(file);
        self.observer.command(ObservationKind::Selfie, look)
    }

    pub(crate) fn published_face(&self, file: &[u8]) -> Result<Option<Vec<f32>>, PictureError> {
        let look = || self.vision.published_face(file);
        self.observer.command(ObservationKind::Selfie, look)
    }

    /// Asks no network, and so takes no place.
    pub(crate) fn decode(&self, file: &[u8]) -> Result<Picture, PictureError> {
        self.vision.decode(file)
    }
}
