//! Photocopies: every document is printed in colour, a copy often is not.

use image::RgbImage;
use observation::Signal;

use crate::picture::resize;

/// Longer side on which colour is measured: sensor noise averages out.
const MEASURED_SIDE: u32 = 160;
/// A pixel has colour where its channels, each over its mean, differ by this share.
const COLOURED: f32 = 0.06;
/// Darker pixels have no colour to speak of.
const DARKEST: f32 = 24.0;
/// Share of pixels without colour from which a picture is a copy in black and white.
const THRESHOLD: f32 = 0.95;

/// Score: the share of pixels that differ from the light's colour in brightness alone. `None` for a
/// picture too dark to tell.
pub(super) fn signal(pixels: &RgbImage) -> Option<Signal> {
    let score = colourless(pixels)?;
    let reason = if score > THRESHOLD {
        "The picture has no colour: a copy in black and white."
    } else {
        "The picture has colour."
    };
    Some(crate::signal::signal(
        "missing_colour",
        score,
        THRESHOLD,
        reason,
    ))
}

fn colourless(pixels: &RgbImage) -> Option<f32> {
    let longer = pixels.width().max(pixels.height()).max(1);
    let side = |length: u32| (length * MEASURED_SIDE / longer).max(1);
    let small = resize(pixels, side(pixels.width()), side(pixels.height()));
    let bright: Vec<[f32; 3]> = small
        .pixels()
        .map(|pixel| pixel.0.map(f32::from))
        .filter(|channels| channels.iter().copied().fold(0.0, f32::max) >= DARKEST)
        .collect();
    if bright.len() * 4 < small.pixels().len() {
        return None;
    }
    // The light's own colour, under which grey paper is not grey.
    let mean = |channel: usize| {
        let sum: f32 = bright.iter().map(|channels| channels[channel]).sum();
        (sum / bright.len() as f32).max(1.0)
    };
    let means: [f32; 3] = std::array::from_fn(mean);
    let is_grey = |channels: &&[f32; 3]| {
        let shares: [f32; 3] = std::array::from_fn(|channel| channels[channel] / means[channel]);
        let most = shares.iter().copied().fold(f32::MIN, f32::max);
        let least = shares.iter().copied().fold(f32::MAX, f32::min);
        most - least < COLOURED * most.max(0.5)
    };
    Some(bright.iter().filter(is_grey).count() as f32 / bright.len() as f32)
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    fn picture(colour: impl Fn(u32, u32) -> [u8; 3]) -> RgbImage {
        RgbImage::from_fn(400, 300, |x, y| Rgb(colour(x, y)))
    }

    #[test]
    fn a_copy_under_warm_light_is_a_copy() {
        let copy = picture(|x, y| {
            let luma = 60.0 + (x / 8 * 37 % 160) as f32 + (y / 8 % 9) as f32;
            [luma as u8, (luma * 0.92) as u8, (luma * 0.75) as u8]
        });
        let signal = signal(&copy).unwrap();
        assert!(signal.score > signal.threshold, "{}", signal.score);
    }

    #[test]
    fn a_page_with_a_coloured_band_is_none() {
        let page = picture(|x, y| {
            let luma = 120 + (x / 8 * 37 % 100) as u8;
            if y < 20 { [luma, 60, 60] } else { [luma; 3] }
        });
        let signal = signal(&page).unwrap();
        assert!(signal.score < signal.threshold, "{}", signal.score);
    }

    #[test]
    fn a_black_picture_says_nothing() {
        assert!(signal(&picture(|_, _| [3, 2, 2])).is_none());
    }
}
