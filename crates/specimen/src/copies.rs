//! What somebody makes of a photograph to hand it in as one of their own: cut out, mirrored, held askew, lit
//! otherwise, saved small, shown by a screen, printed. All of it is simulated.

use std::fmt;

use image::{RgbImage, imageops};
use libm::powf;

use crate::{
    Error,
    canvas::{from_pixel, to_pixel},
    degrade::{colour_copy, recapture},
    encode, filter,
    perspective::{Projection, sample},
    random::Random,
    view::rectangle,
};

/// Ways to copy a photograph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    CutOut,
    Mirrored,
    InPerspective,
    OfAnotherGamma,
    LitFromOneSide,
    Small,
    SavedAgain,
    OutOfFocus,
    FromAScreen,
    FromAFineScreen,
    FromAPrint,
    /// From a print, mirrored, in perspective and lit from one side.
    Everything,
}

/// The longer side that screens and printers are given.
const SHOWN: u32 = 900;

impl Copied {
    pub const ALL: [Self; 12] = [
        Self::CutOut,
        Self::Mirrored,
        Self::InPerspective,
        Self::OfAnotherGamma,
        Self::LitFromOneSide,
        Self::Small,
        Self::SavedAgain,
        Self::OutOfFocus,
        Self::FromAScreen,
        Self::FromAFineScreen,
        Self::FromAPrint,
        Self::Everything,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::CutOut => "cut out",
            Self::Mirrored => "mirrored",
            Self::InPerspective => "in perspective",
            Self::OfAnotherGamma => "of another gamma",
            Self::LitFromOneSide => "lit from one side",
            Self::Small => "scaled to a third and back",
            Self::SavedAgain => "saved again as JPEG of quality 25",
            Self::OutOfFocus => "out of focus, with noise",
            Self::FromAScreen => "photographed from a screen",
            Self::FromAFineScreen => "photographed from a fine screen",
            Self::FromAPrint => "photographed from a print",
            Self::Everything => "from a print, mirrored, askew, lit from one side",
        }
    }

    /// The copy as a JPEG file.
    pub fn of(self, photograph: &RgbImage, seed: u64) -> Result<Vec<u8>, Error> {
        let mut random = Random::new(seed).fork(self.name());
        let quality = if self == Self::SavedAgain { 25 } else { 85 };
        encode(&self.made(photograph, &mut random), quality)
    }

    fn made(self, photograph: &RgbImage, random: &mut Random) -> RgbImage {
        match self {
            Self::CutOut | Self::SavedAgain => photograph.clone(),
            Self::Mirrored => imageops::flip_horizontal(photograph),
            Self::InPerspective => askew(photograph, 0.1, random),
            Self::OfAnotherGamma => {
                let gamma = *random.pick(&[0.5, 0.65, 1.5, 2.0]);
                lit(photograph, |colour, _, _| {
                    255.0 * powf(colour / 255.0, gamma)
                })
            }
            Self::LitFromOneSide => from_one_side(photograph, random),
            Self::Small => {
                let (width, height) = photograph.dimensions();
                let small = scaled(photograph, (width.max(height) / 3).max(1));
                scaled(&small, width.max(height))
            }
            Self::OutOfFocus => {
                let sharp = photograph.width().max(photograph.height()) as f32;
                let mut soft = filter::blur(photograph, sharp / 250.0);
                filter::noise(&mut soft, 4.0, random);
                soft
            }
            Self::FromAScreen => {
                let shown = recapture::apply(&scaled(photograph, SHOWN), random);
                askew(&scaled(&shown, SHOWN * 2 / 3), 0.04, random)
            }
            Self::FromAFineScreen => {
                let shown = recapture::with_glow(&scaled(photograph, SHOWN), random);
                askew(&scaled(&shown, SHOWN * 2 / 3), 0.04, random)
            }
            Self::FromAPrint => {
                let printed = colour_copy::apply(&scaled(photograph, SHOWN), random);
                askew(&scaled(&printed, SHOWN * 2 / 3), 0.05, random)
            }
            Self::Everything => {
                let printed = Self::FromAPrint.made(photograph, random);
                from_one_side(&imageops::flip_horizontal(&printed), random)
            }
        }
    }
}

impl fmt::Display for Copied {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

fn scaled(picture: &RgbImage, longer: u32) -> RgbImage {
    let (width, height) = picture.dimensions();
    let times = longer as f32 / width.max(height) as f32;
    let side = |length: u32| ((length as f32 * times) as u32).max(1);
    imageops::resize(
        picture,
        side(width),
        side(height),
        imageops::FilterType::CatmullRom,
    )
}

/// With its corners moved by up to this share of its sides; what is beyond them is the edge.
fn askew(picture: &RgbImage, by: f32, random: &mut Random) -> RgbImage {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let corners = rectangle(picture.dimensions());
    let moved = corners.map(|(x, y)| {
        (
            x + random.between(-by, by) * width,
            y + random.between(-by, by) * height,
        )
    });
    let back = Projection::between(moved, corners);
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let (u, v) = back.map((x as f32 + 0.5, y as f32 + 0.5));
        to_pixel(sample(picture, u, v))
    })
}

fn from_one_side(picture: &RgbImage, random: &mut Random) -> RgbImage {
    let dark = random.between(0.3, 0.5);
    let slope = *random.pick(&[-1.0, 1.0]);
    lit(picture, |colour, x, _| {
        colour * (dark + (1.1 - dark) * (0.5 + slope * (x - 0.5)))
    })
}

/// Every colour by where it is, in shares of width and height.
fn lit(picture: &RgbImage, light: impl Fn(f32, f32, f32) -> f32) -> RgbImage {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let mut lit = picture.clone();
    for (x, y, pixel) in lit.enumerate_pixels_mut() {
        let (x, y) = (x as f32 / width, y as f32 / height);
        *pixel = to_pixel(from_pixel(*pixel).map(|colour| light(colour, x, y)));
    }
    lit
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    #[test]
    fn copies_are_pictures_and_the_same_for_the_same_seed() {
        let photograph = RgbImage::from_fn(120, 150, |x, y| Rgb([x as u8, y as u8, 90]));
        for copied in Copied::ALL {
            let file = copied.of(&photograph, 3).unwrap();
            let copy = image::load_from_memory(&file).unwrap().into_rgb8();
            assert!(
                copy.width() > 99 && copy.height() > copy.width(),
                "{copied}"
            );
            assert_eq!(file, copied.of(&photograph, 3).unwrap(), "{copied}");
        }
    }
}
