//! Submissions on a real database, looked at by networks that see what the file says.

mod failing;
mod once;
mod world;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

use observation::{
    Camera, DocumentObservation, Face, Overview, Point, Quality, RecordingFrame,
    RecordingObservation, Rect, SelfieObservation,
};
use vision::{FrameFile, PictureError};

use crate::Networks;

/// Files are text: their first word says what they are.
#[derive(Default)]
pub(crate) struct Scripted {
    model: &'static str,
    own_model: Option<&'static str>,
    pub(crate) documents: AtomicUsize,
    pub(crate) selfies: AtomicUsize,
    pub(crate) frames: AtomicUsize,
    pub(crate) panics: AtomicBool,
    /// Looks don't end before this is false.
    shut: Mutex<bool>,
    opened: Condvar,
}

impl Scripted {
    pub(crate) fn with_model(model: &'static str) -> Self {
        Self {
            model,
            ..Self::default()
        }
    }

    pub(crate) fn with_own_model(model: &'static str) -> Self {
        Self {
            own_model: Some(model),
            ..Self::default()
        }
    }

    pub(crate) fn shut(&self, shut: bool) {
        *self.shut.lock().unwrap() = shut;
        self.opened.notify_all();
    }

    /// Documents, selfies and frames that were looked at.
    pub(crate) fn looks(&self) -> [usize; 3] {
        [&self.documents, &self.selfies, &self.frames].map(|count| count.load(Ordering::SeqCst))
    }

    fn look(&self, count: &AtomicUsize, file: &[u8]) -> Result<u8, PictureError> {
        count.fetch_add(1, Ordering::SeqCst);
        let mut shut = self.shut.lock().unwrap_or_else(PoisonError::into_inner);
        while *shut {
            shut = self
                .opened
                .wait(shut)
                .unwrap_or_else(PoisonError::into_inner);
        }
        drop(shut);
        assert!(!self.panics.load(Ordering::SeqCst), "in inference");
        match file {
            [b'p', number] => Ok(*number),
            _ => Err(PictureError::NotAnImage("no picture".to_owned())),
        }
    }
}

impl Networks for Scripted {
    fn document(&self, file: &[u8]) -> Result<DocumentObservation, PictureError> {
        self.look(&self.documents, file).map(document)
    }

    fn selfie(&self, file: &[u8]) -> Result<SelfieObservation, PictureError> {
        self.look(&self.selfies, file).map(selfie)
    }

    fn recording(
        &self,
        frame_files: &[FrameFile],
        steps_shown: &[u32],
        camera: Camera,
    ) -> Result<RecordingObservation, PictureError> {
        let frames = frame_files.iter().map(|frame_file| {
            let number = self.look(&self.frames, frame_file.file)?;
            Ok(frame(number, frame_file))
        });
        Ok(RecordingObservation {
            camera,
            steps_shown: steps_shown.to_vec(),
            frames: frames.collect::<Result<_, PictureError>>()?,
        })
    }

    fn models(&self) -> Vec<(String, String)> {
        vec![("network".to_owned(), self.model.to_owned())]
    }

    fn own_model(&self) -> Option<String> {
        self.own_model.map(str::to_owned)
    }
}

fn face(number: u8) -> Face {
    let part = 1.0 / f32::from(number.max(1)).sqrt();
    Face {
        bounds: Rect {
            x: 10.3,
            y: 20.7,
            width: 100.1,
            height: 120.9,
        },
        score: 0.87 * part,
        landmarks: [0.1, 0.2, 0.3, 0.4, 0.5].map(|x| Point {
            x: x * 7.3,
            y: part,
        }),
        embedding: (0..128).map(|at| (at as f32 * part).sin() / 11.3).collect(),
        chip: None,
        quality: None,
    }
}

/// What a document shows.
pub(crate) fn document(number: u8) -> DocumentObservation {
    DocumentObservation {
        width: 1600,
        height: 1131,
        picture_sha256: format!("{number:064x}"),
        faces: vec![face(number)],
        quality: quality(),
        ..DocumentObservation::nothing()
    }
}

/// What a selfie shows; nobody where the number is 0.
pub(crate) fn selfie(number: u8) -> SelfieObservation {
    SelfieObservation {
        width: 640,
        height: 480,
        picture_sha256: format!("{number:064x}"),
        faces: if number == b'0' {
            Vec::new()
        } else {
            vec![face(number)]
        },
        quality: quality(),
        signals: Vec::new(),
    }
}

fn frame(number: u8, frame_file: &FrameFile) -> RecordingFrame {
    RecordingFrame {
        step: frame_file.step,
        at: frame_file.at,
        width: 640,
        height: 480,
        picture_sha256: format!("{number:064x}"),
        faces: vec![face(number)],
        overview: Overview(vec![number; Overview::WIDTH * Overview::HEIGHT]),
        novelty: Some(f32::from(number) / 7.0),
        perceptual_hash: vec![u32::from(number)],
        fresh_noise: None,
        found_again: Vec::new(),
    }
}

fn quality() -> Quality {
    Quality {
        sharpness: 23.456_789,
        brightness: 0.543_21,
        glare: 0.000_123,
        long_side: 1600,
    }
}
