//! What happens to a document on its way into a file.

pub(crate) mod colour_copy;
mod copy;
mod dark;
mod glare;
pub(crate) mod handheld;
pub(crate) mod recapture;

use image::RgbImage;

use crate::{
    Error,
    alter::{Alteration, Scene},
    degradation::Degradation,
    filter,
    perspective::Projection,
    random::Random,
    retouch,
    view::{View, rectangle},
};

impl Degradation {
    /// What it makes of the picture of one side. `random` is the document's own, `label` names this
    /// turn of this side.
    pub(crate) fn apply(
        self,
        mut view: View,
        scene: &Scene,
        random: &Random,
        label: &str,
    ) -> Result<View, Error> {
        let mut turn = random.fork(label);
        if let Some(quality) = self.jpeg_quality() {
            view.jpeg_quality = view.jpeg_quality.min(quality);
        }
        if let Some(alteration) = self.alteration() {
            alteration.apply(&mut view, scene, random)?;
            return Ok(view);
        }
        match self {
            Self::RetouchedField if scene.is_front => {
                retouch::birth_date(&mut view, scene, random)?;
            }
            Self::Handheld => {
                let to_photograph = Projection::between(
                    rectangle(view.pixels.dimensions()),
                    handheld::corners(&view.pixels, &mut random.fork(label)),
                );
                view.corners = view.corners.map(|corner| to_photograph.map(corner));
                view.is_photograph = true;
                view.pixels = handheld::apply(&view.pixels, &mut turn);
            }
            Self::RecaptureBezel => recapture::with_bezel(&mut view, &mut turn),
            _ => view.pixels = self.filter(view.pixels, &mut turn),
        }
        Ok(view)
    }

    fn alteration(self) -> Option<Alteration> {
        match self {
            Self::AlteredField => Some(Alteration::Field),
            Self::AlteredConsistently => Some(Alteration::Consistently),
            Self::ReplacedPortrait => Some(Alteration::Portrait),
            Self::PastedField => Some(Alteration::PastedField),
            _ => None,
        }
    }

    /// Those that leave every point where it is.
    fn filter(self, picture: RgbImage, random: &mut Random) -> RgbImage {
        match self {
            Self::Blur => {
                let radius = random.between(3.0, 4.5) * picture.width() as f32 / 1500.0;
                filter::blur(&picture, radius)
            }
            Self::Glare => glare::apply(picture, random),
            Self::Dark => dark::apply(picture, random),
            Self::Recapture => recapture::apply(&picture, random),
            Self::RecaptureGlow => recapture::with_glow(&picture, random),
            Self::Copy => copy::apply(&picture, random),
            Self::ColourCopy => colour_copy::apply(&picture, random),
            _ => picture,
        }
    }

    /// The quality that the camera in question writes JPEG with.
    fn jpeg_quality(self) -> Option<u8> {
        match self {
            Self::Handheld => Some(80),
            Self::Recapture | Self::RecaptureBezel | Self::RecaptureGlow => Some(84),
            _ => None,
        }
    }
}
