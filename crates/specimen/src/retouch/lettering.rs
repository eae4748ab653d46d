//! Letters of another typeface, set by hand.

use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _, point};
use image::{GrayImage, Luma, RgbImage, imageops};

use crate::{
    canvas::{Colour, from_pixel, mix, to_pixel},
    random::Random,
};

/// Letters are drawn so many times larger and made smaller.
const FINER: u32 = 4;

/// What a forger has whose fonts do not include the document's: none of them is used for documents or by
/// `alter`.
static TYPEFACES: LazyLock<[FontRef<'static>; 4]> = LazyLock::new(|| {
    let parse = |bytes| FontRef::try_from_slice(bytes).expect("the fonts in this crate parse");
    [
        parse(include_bytes!("../../fonts/Arimo-Bold.ttf")),
        parse(include_bytes!("../../fonts/Caladea-Bold.ttf")),
        parse(include_bytes!("../../fonts/OpenSans-Bold.ttf")),
        parse(include_bytes!("../../fonts/Roboto-Medium.ttf")),
    ]
});

/// How a text is set.
pub(super) struct Lettering {
    typeface: &'static FontRef<'static>,
    /// Heights of capitals, as a share of those of the genuine text.
    size: f32,
    /// Added between letters, in heights of a capital.
    tracking: f32,
    ink: Colour,
    opacity: f32,
}

impl Lettering {
    /// Some typeface, at about the right size, in about the ink of the rest.
    pub(super) fn draw(ink: Colour, random: &mut Random) -> Self {
        let lighter = random.between(-8.0, 14.0);
        Self {
            typeface: &TYPEFACES[random.whole(0, TYPEFACES.len() as u32 - 1) as usize],
            size: random.between(0.96, 1.07),
            tracking: random.between(-0.02, 0.05),
            ink: ink.map(|channel| channel + lighter),
            opacity: random.between(0.93, 1.0),
        }
    }

    /// Sets `text` with its left end and baseline at `at`, its capitals as high as told, less where it
    /// would be wider than `room`. All in pixels of the patch.
    pub(super) fn set(
        &self,
        patch: &mut RgbImage,
        text: &str,
        height: f32,
        at: (f32, f32),
        room: f32,
    ) {
        let finer = FINER as f32;
        let capital = self.capital();
        let mut scale = PxScale::from(1000.0 * height * self.size * finer / capital);
        let tracking = self.tracking * height * finer;
        let advance = |scale: PxScale| {
            let font = self.typeface.as_scaled(scale);
            let widths = text
                .chars()
                .map(|c| font.h_advance(font.glyph_id(c)) + tracking);
            widths.sum::<f32>()
        };
        let shrink = (room * finer / advance(scale)).min(1.0);
        scale = PxScale::from(scale.y * shrink);
        let (width, rows) = patch.dimensions();
        let mut mask = GrayImage::new(width * FINER, rows * FINER);
        let mut caret = at.0 * finer;
        let font = self.typeface.as_scaled(scale);
        for letter in text.chars() {
            let id = font.glyph_id(letter);
            let placed = id.with_scale_and_position(scale, point(caret, at.1 * finer));
            if let Some(outline) = self.typeface.outline_glyph(placed) {
                let corner = outline.px_bounds().min;
                outline.draw(|x, y, share| {
                    let (x, y) = (corner.x as i32 + x as i32, corner.y as i32 + y as i32);
                    let inside = u32::try_from(x).ok().zip(u32::try_from(y).ok());
                    if let Some(pixel) = inside.and_then(|(x, y)| mask.get_pixel_mut_checked(x, y))
                    {
                        *pixel = Luma([pixel.0[0].max((share.min(1.0) * 255.0) as u8)]);
                    }
                });
            }
            caret += font.h_advance(id) + tracking;
        }
        let mask = imageops::resize(&mask, width, rows, imageops::FilterType::CatmullRom);
        for (pixel, share) in patch.pixels_mut().zip(mask.pixels()) {
            let share = f32::from(share.0[0]) / 255.0 * self.opacity;
            *pixel = to_pixel(mix(from_pixel(*pixel), self.ink, share));
        }
    }

    /// Height of a capital at a scale of 1000.
    fn capital(&self) -> f32 {
        let probe = self
            .typeface
            .glyph_id('H')
            .with_scale(PxScale::from(1000.0));
        self.typeface.outline_glyph(probe).map_or(700.0, |outline| {
            let bounds = outline.px_bounds();
            bounds.max.y - bounds.min.y
        })
    }
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;
    use crate::names;

    #[test]
    fn every_typeface_has_what_dates_are_written_in() {
        let letters = names::letters().into_iter();
        let months: Vec<char> = letters.filter(char::is_ascii_uppercase).collect();
        for typeface in TYPEFACES.iter() {
            for letter in months
                .iter()
                .copied()
                .chain('0'..='9')
                .chain(['.', '/', ' ', 'É', 'Û'])
            {
                assert_ne!(typeface.glyph_id(letter).0, 0, "{letter}");
            }
        }
    }

    #[test]
    fn letters_stand_on_their_baseline_within_their_room() {
        let mut random = Random::new(4);
        for _ in 0..8 {
            let lettering = Lettering::draw([10.0; 3], &mut random);
            let mut patch = RgbImage::from_pixel(200, 40, Rgb([255; 3]));
            lettering.set(&mut patch, "12 AUG 1974", 20.0, (10.0, 32.0), 150.0);
            let dark = |x, y| patch.get_pixel(x, y).0[0] < 90;
            assert!((0..200).any(|x| dark(x, 29)));
            assert!(!(0..200).any(|x| (36..40).any(|y| dark(x, y))));
            assert!(!(165..200).any(|x| (0..40).any(|y| dark(x, y))));
        }
    }
}
