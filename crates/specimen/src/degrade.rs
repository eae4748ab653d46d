//! What happens to a document on its way into a file.

mod copy;
mod dark;
mod filter;
mod glare;
mod handheld;
mod recapture;

use std::{fmt, str::FromStr};

use image::RgbImage;

use crate::{Corners, Error, random::Random};

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
}

impl Degradation {
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::Handheld,
        Self::Blur,
        Self::Glare,
        Self::Dark,
        Self::Recapture,
        Self::Copy,
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
        }
    }

    pub(crate) fn apply(self, picture: RgbImage, random: &mut Random) -> RgbImage {
        match self {
            Self::None => picture,
            Self::Handheld => handheld::apply(&picture, random),
            Self::Blur => {
                let radius = random.between(3.0, 4.5) * picture.width() as f32 / 1500.0;
                filter::blur(&picture, radius)
            }
            Self::Glare => glare::apply(picture, random),
            Self::Dark => dark::apply(picture, random),
            Self::Recapture => recapture::apply(&picture, random),
            Self::Copy => copy::apply(&picture, random),
        }
    }

    /// Where the corners of `picture` come to lie, with the same `random` as in [`Self::apply`];
    /// `None` where it stays in its place.
    pub(crate) fn corners(self, picture: &RgbImage, random: &mut Random) -> Option<Corners> {
        (self == Self::Handheld).then(|| handheld::corners(picture, random))
    }

    /// The quality that the camera in question writes JPEG with.
    pub(crate) fn jpeg_quality(self) -> u8 {
        match self {
            Self::Handheld => 80,
            Self::Recapture => 84,
            Self::None | Self::Blur | Self::Glare | Self::Dark | Self::Copy => 92,
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
