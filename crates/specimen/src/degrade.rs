//! What happens to a document on its way into a file.

pub(crate) mod colour_copy;
mod copy;
mod dark;
pub(crate) mod filter;
mod glare;
pub(crate) mod handheld;
pub(crate) mod recapture;

use std::{fmt, str::FromStr};

use image::RgbImage;

use crate::{
    Error,
    alter::{Alteration, Scene},
    random::Random,
    view::{View, rectangle},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Degradation {
    /// Nothing.
    None,
    /// Photographed on a table with a phone: perspective, a small turn, uneven light, slight
    /// blur, sensor noise, strong JPEG compression.
    Handheld,
    /// Out of focus.
    Blur,
    /// A lamp mirrored in the laminate.
    Glare,
    /// Too little light.
    Dark,
    /// Photographed from a screen: its pixel grid, beating with the camera's.
    Recapture,
    /// Copied in black and white.
    Copy,
    /// Photographed from a screen, whose frame is in the picture.
    RecaptureBezel,
    /// Photographed from a screen too fine for its grid to show, which glows and mirrors the room.
    RecaptureGlow,
    /// Printed by a colour printer, in dots.
    ColourCopy,
    /// The date of birth painted over and printed anew; what machines read is left as it was.
    AlteredField,
    /// The date of birth changed in print and in zone or barcode, with right check digits.
    AlteredConsistently,
    /// Another face over the holder's, with noise and compression of its own. In the document where
    /// it comes before `Handheld`, in the photograph where it comes after.
    ReplacedPortrait,
    /// The date of birth from another document's photograph pasted in.
    PastedField,
}

impl Degradation {
    pub const ALL: [Self; 14] = [
        Self::None,
        Self::Handheld,
        Self::Blur,
        Self::Glare,
        Self::Dark,
        Self::Recapture,
        Self::Copy,
        Self::RecaptureBezel,
        Self::RecaptureGlow,
        Self::ColourCopy,
        Self::AlteredField,
        Self::AlteredConsistently,
        Self::ReplacedPortrait,
        Self::PastedField,
    ];

    /// The name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Handheld => "handheld",
            Self::Blur => "blur",
            Self::Glare => "glare",
            Self::Dark => "dark",
            Self::Recapture => "recapture",
            Self::Copy => "copy",
            Self::RecaptureBezel => "recapture_bezel",
            Self::RecaptureGlow => "recapture_glow",
            Self::ColourCopy => "colour_copy",
            Self::AlteredField => "altered_field",
            Self::AlteredConsistently => "altered_consistently",
            Self::ReplacedPortrait => "replaced_portrait",
            Self::PastedField => "pasted_field",
        }
    }

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
            Self::Handheld => {
                let to_photograph = handheld::Projection::between(
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

impl fmt::Display for Degradation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Degradation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|degradation| degradation.name() == name)
            .ok_or(Error::Degradation)
    }
}
