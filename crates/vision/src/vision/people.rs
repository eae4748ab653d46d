//! Faces: of selfies, of pages, of any picture.

use image::RgbImage;
use observation::{Face, SelfieObservation};

use super::{Seen, Vision};
use crate::faces::Detection;
use crate::picture::PictureError;
use crate::runtime::NetworkError;
use crate::timings::Timings;
use crate::{presentation, quality};

/// Most faces that are described of one picture.
const MOST_FACES: usize = 16;

impl Vision {
    /// Everything one selfie shows.
    pub fn selfie(&self, file: &[u8]) -> Result<Seen<SelfieObservation>, PictureError> {
        let mut timings = Timings::default();
        let picture = timings.measure("decode", || self.decode(file))?;
        let faces = timings.measure("faces", || {
            let found = self.face.faces_any_way_up(&picture.pixels)?;
            self.described(&picture.pixels, &found)
        })?;
        let signals = timings.measure("presentation", || {
            let network = self.presentation.as_deref();
            presentation::signals(
                network,
                &picture.pixels,
                faces.first().map(|face| &face.bounds),
            )
        })?;
        let observation = SelfieObservation {
            signals,
            width: picture.pixels.width(),
            height: picture.pixels.height(),
            picture_sha256: picture.sha256,
            faces,
            quality: timings.measure("quality", || quality::quality(&picture.pixels)),
        };
        Ok(Seen {
            observation,
            picture: picture.pixels,
            timings,
        })
    }

    /// The faces of any picture, largest first.
    pub fn faces(&self, file: &[u8]) -> Result<Vec<Face>, PictureError> {
        let pixels = self.decode(file)?.pixels;
        let found = self.face.faces_any_way_up(&pixels)?;
        Ok(self.described(&pixels, &found)?)
    }

    /// The largest face of any picture, and how many there are: all that a comparison takes.
    pub fn largest_face(&self, file: &[u8]) -> Result<(Option<Face>, usize), PictureError> {
        let pixels = self.decode(file)?.pixels;
        let found = self.face.faces_any_way_up(&pixels)?;
        for detection in &found {
            let face = self.embedder.embed(&pixels, detection)?;
            if face.is_some() {
                return Ok((face, found.len()));
            }
        }
        Ok((None, 0))
    }

    /// The faces of an upright page.
    pub(super) fn faces_of(&self, pixels: &RgbImage) -> Result<Vec<Face>, NetworkError> {
        self.described(pixels, &self.face.faces(pixels)?)
    }

    fn described(&self, pixels: &RgbImage, found: &[Detection]) -> Result<Vec<Face>, NetworkError> {
        let mut faces = Vec::new();
        for detection in found.iter().take(MOST_FACES) {
            faces.extend(self.embedder.embed(pixels, detection)?);
        }
        Ok(faces)
    }

    /// Where faces are, largest first.
    pub(crate) fn detections(&self, pixels: &RgbImage) -> Result<Vec<Detection>, NetworkError> {
        self.face.faces(pixels)
    }

    /// The same face, its landmarks measured again.
    pub(crate) fn closer(
        &self,
        pixels: &RgbImage,
        detection: &Detection,
    ) -> Result<Detection, NetworkError> {
        self.face.closer(pixels, detection)
    }

    /// `None` where the landmarks fit no face.
    pub(crate) fn description(
        &self,
        pixels: &RgbImage,
        detection: &Detection,
    ) -> Result<Option<Face>, NetworkError> {
        self.embedder.embed(pixels, detection)
    }
}
