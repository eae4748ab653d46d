//! Faces: of selfies, of pages, of any picture.

use image::RgbImage;
use observation::{Face, SelfieObservation};

use super::{Seen, Vision};
use crate::faces::{Detection, Look, published};
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
        let faces = timings.measure("faces", || self.any_way_up(&picture.pixels))?;
        let signals = timings.measure("presentation", || {
            let network = self.presentation.as_deref();
            presentation::signals(
                network,
                &picture.pixels,
                picture.evidence.saving,
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
        Ok(self.any_way_up(&pixels)?)
    }

    /// The largest face of any picture, and how many there are: all that a comparison takes.
    pub fn largest_face(&self, file: &[u8]) -> Result<(Option<Face>, usize), PictureError> {
        let pixels = self.decode(file)?.pixels;
        let found = self.found(&pixels)?;
        for detection in &found {
            let face = self.turned_up(&pixels, detection)?;
            if face.is_some() {
                return Ok((face, found.len()));
            }
        }
        Ok((None, 0))
    }

    /// The identity vector of the largest face as the networks' publishers make it, to compare ours with.
    pub fn published_face(&self, file: &[u8]) -> Result<Option<Vec<f32>>, PictureError> {
        let pixels = self.decode(file)?.pixels;
        let face = published::largest_face(&self.face, &self.embedder, &pixels)?;
        Ok(face)
    }

    /// The faces of an upright page.
    pub(super) fn faces_of(&self, pixels: &RgbImage) -> Result<Vec<Face>, NetworkError> {
        self.described(pixels, &self.face.faces(pixels)?)
    }

    /// The faces of a picture of people: the largest whichever way up it is.
    fn any_way_up(&self, pixels: &RgbImage) -> Result<Vec<Face>, NetworkError> {
        let found = self.found(pixels)?;
        let Some((largest, others)) = found.split_first() else {
            return Ok(Vec::new());
        };
        let mut faces = Vec::from_iter(self.turned_up(pixels, largest)?);
        faces.extend(self.described(pixels, others)?);
        faces.truncate(MOST_FACES);
        Ok(faces)
    }

    /// Where faces are; where none is found as the picture stands, the best one in any direction.
    fn found(&self, pixels: &RgbImage) -> Result<Vec<Detection>, NetworkError> {
        let found = self.face.faces(pixels)?;
        if found.iter().any(Detection::is_clear) {
            return Ok(found);
        }
        let turned = self.face.whole_turned(pixels)?;
        Ok(turned.map_or(found, |turned| vec![turned]))
    }

    /// One face, looked at in other directions where its vector is too short to be that of an upright
    /// face.
    fn turned_up(
        &self,
        pixels: &RgbImage,
        detection: &Detection,
    ) -> Result<Option<Face>, NetworkError> {
        let mut best = self.look(pixels, detection)?;
        if !best.as_ref().is_some_and(Look::is_sure) {
            for turned in self.face.turned(pixels, detection)? {
                let look = self.look(pixels, &turned)?;
                let surer = |look: &Look| best.as_ref().is_none_or(|best| look.is_surer_than(best));
                if look.as_ref().is_some_and(surer) {
                    best = look;
                }
            }
        }
        best.map_or(Ok(None), |best| self.embedder.face(best))
    }

    fn look(&self, pixels: &RgbImage, detection: &Detection) -> Result<Option<Look>, NetworkError> {
        let upright = self.face.upright(pixels, detection)?;
        self.embedder.look(pixels, &upright)
    }

    fn described(&self, pixels: &RgbImage, found: &[Detection]) -> Result<Vec<Face>, NetworkError> {
        let mut faces = Vec::new();
        for detection in found.iter().take(MOST_FACES) {
            let upright = self.face.upright(pixels, detection)?;
            faces.extend(self.description(pixels, &upright)?);
        }
        Ok(faces)
    }

    /// Where faces are, largest first.
    pub(crate) fn detections(&self, pixels: &RgbImage) -> Result<Vec<Detection>, NetworkError> {
        self.face.faces(pixels)
    }

    /// The face with its landmarks measured again on a larger copy.
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
        let look = self.embedder.look(pixels, detection)?;
        look.map_or(Ok(None), |look| self.embedder.face(look))
    }
}
