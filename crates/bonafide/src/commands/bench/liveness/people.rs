//! Who is simulated.

use std::path::Path;

use specimen::moving::{Landmarks, Person};
use vision::Vision;

/// Of so many attempts, one is of somebody photographed, where there are photographs.
const PHOTOGRAPHED: u64 = 4;

/// Photographs of faces, beside faces that are drawn.
pub(super) struct People {
    photographs: Vec<(image::RgbImage, Landmarks)>,
}

impl People {
    /// The pictures of a folder that show a face, in the order of their names; none without a folder.
    pub(super) fn find(vision: &Vision, folder: &Path) -> anyhow::Result<Self> {
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

    /// Of one attempt.
    pub(super) fn person(&self, seed: u64) -> Person {
        let count = self.photographs.len() as u64;
        if count > 0 && seed.is_multiple_of(PHOTOGRAPHED) {
            let at = (seed / PHOTOGRAPHED % count) as usize;
            let (photograph, landmarks) = &self.photographs[at];
            return Person::photographed(photograph, landmarks, seed);
        }
        Person::drawn(seed)
    }
}
