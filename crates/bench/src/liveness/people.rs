//! Who is simulated.

use std::path::Path;

use specimen::moving::{Landmarks, Person};
use specimen::{FaceBox, Portrait};

use crate::bounded_vision::BoundedVision;

/// Of so many attempts, one is of somebody photographed, where there are photographs.
const PHOTOGRAPHED: u64 = 4;

/// Photographs of faces, beside faces that are drawn.
pub(super) struct People {
    photographs: Vec<(image::RgbImage, Landmarks)>,
}

impl People {
    /// The pictures of a folder that show a face, in the order of their names; none without a folder.
    pub(super) fn find(vision: &BoundedVision, folder: &Path) -> anyhow::Result<Self> {
        let mut paths = Vec::new();
        if folder.is_dir() {
            for entry in std::fs::read_dir(folder)? {
                paths.push(entry?.path());
            }
        }
        paths.sort();
        let mut photographs = Vec::new();
        for path in paths {
            let file = std::fs::read(path)?;
            let Some(face) = vision.faces(&file)?.into_iter().next() else {
                continue;
            };
            let landmarks = face.landmarks.map(|point| (point.x, point.y));
            photographs.push((vision.decode(&file)?.pixels().clone(), landmarks));
        }
        Ok(Self { photographs })
    }

    pub(super) fn photographs(&self) -> usize {
        self.photographs.len()
    }

    /// The photograph on the document of one attempt; `None` for a face that is drawn.
    pub(super) fn portrait(&self, seed: u64) -> Option<Portrait> {
        let (photograph, landmarks) = self.photograph(seed)?;
        let across = landmarks.map(|point| point.0);
        let down = landmarks.map(|point| point.1);
        let end =
            |of: [f32; 5], by: fn(f32, f32) -> f32| of.into_iter().reduce(by).unwrap_or_default();
        let (left, right) = (end(across, f32::min), end(across, f32::max));
        let (top, bottom) = (end(down, f32::min), end(down, f32::max));
        // From the forehead to the chin, as a detector's box has it.
        let (width, height) = (right - left, bottom - top);
        Some(Portrait {
            picture: photograph.clone(),
            face: Some(FaceBox {
                left: left - 0.5 * width,
                top: top - 0.8 * height,
                width: 2.0 * width,
                height: 2.2 * height,
            }),
        })
    }

    fn photograph(&self, seed: u64) -> Option<&(image::RgbImage, Landmarks)> {
        let count = self.photographs.len() as u64;
        let is_one = count > 0 && seed.is_multiple_of(PHOTOGRAPHED);
        is_one.then(|| &self.photographs[(seed / PHOTOGRAPHED % count) as usize])
    }

    /// Of one attempt.
    pub(super) fn person(&self, seed: u64) -> Person {
        match self.photograph(seed) {
            Some((photograph, landmarks)) => Person::photographed(photograph, landmarks, seed),
            None => Person::drawn(seed),
        }
    }
}
