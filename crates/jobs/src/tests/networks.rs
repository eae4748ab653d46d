use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use observation::{Camera, DocumentObservation, RecordingObservation, SelfieObservation};
use verification::Networks;
use vision::{FrameFile, PictureError};

/// See nothing in a document, and count how often they are asked to look.
#[derive(Default)]
pub(crate) struct Blind {
    looks: AtomicUsize,
    panics: AtomicBool,
}

impl Blind {
    pub(crate) fn looks(&self) -> usize {
        self.looks.load(Ordering::SeqCst)
    }

    pub(crate) fn panic(&self, panics: bool) {
        self.panics.store(panics, Ordering::SeqCst);
    }
}

impl Networks for Blind {
    fn document(&self, _file: &[u8]) -> Result<DocumentObservation, PictureError> {
        self.looks.fetch_add(1, Ordering::SeqCst);
        assert!(!self.panics.load(Ordering::SeqCst), "in inference");
        Ok(DocumentObservation::nothing())
    }

    fn selfie(&self, _file: &[u8]) -> Result<SelfieObservation, PictureError> {
        unreachable!("no session here asks for a selfie")
    }

    fn recording(
        &self,
        _frame_files: &[FrameFile],
        _steps_shown: &[u32],
        _camera: Camera,
    ) -> Result<RecordingObservation, PictureError> {
        unreachable!("no session here asks for a challenge")
    }

    fn models(&self) -> Vec<(String, String)> {
        vec![("network".to_owned(), "of tests".to_owned())]
    }

    fn own_model(&self) -> Option<String> {
        None
    }
}
