//! Photocopies: every document is printed in colour, a copy often is not.
//!
//! Light has a colour of its own, which changes smoothly: a window on one side, a lamp on the other. What
//! remains of colour once a smooth surface is taken off belongs to the document.

use image::RgbImage;
use observation::Signal;

use crate::linear::solve;
use crate::picture::resize;
use crate::signal::real;

/// Longer side on which colour is measured: sensor noise averages out.
const MEASURED_SIDE: u32 = 160;
/// A pixel has colour where the ratio of two channels differs from the light's by this, as a natural logarithm.
const COLOURED: f64 = 0.06;
/// Darker pixels have no colour to speak of.
const DARKEST: f64 = 24.0;
/// Added to each channel: the ratios of dark pixels are noise.
const BLACK: f64 = 4.0;
/// How often the light is fitted again, with less weight on what has colour.
const ROUNDS: usize = 4;
/// Share of pixels without colour from which a picture is a copy in black and white.
const THRESHOLD: f32 = 0.95;

/// The terms of a surface of second degree.
const TERMS: usize = 6;

/// Score: the share of pixels that differ from the light's colour in brightness alone. `None` for a
/// picture too dark to tell.
pub(super) fn signal(pixels: &RgbImage) -> Option<Signal> {
    let score = colourless(pixels)?;
    let reason = if score > THRESHOLD {
        "The picture has no colour: a copy in black and white."
    } else {
        "The picture has colour."
    };
    let basis = real("mrz", 40, 0);
    Some(crate::signal::signal(
        "missing_colour",
        Some(score),
        THRESHOLD,
        basis,
        reason,
    ))
}

/// A bright pixel.
struct Sample {
    terms: [f64; TERMS],
    /// Natural logarithms of red over green and of blue over green.
    ratios: [f64; 2],
    /// The brightest channel, in grey levels.
    level: f64,
}

impl Sample {
    /// `None` where it is too dark. `x` and `y` go from -0.5 to 0.5.
    fn of(x: f64, y: f64, channels: [u8; 3]) -> Option<Self> {
        let channels = channels.map(f64::from);
        let level = channels.into_iter().fold(0.0, f64::max);
        let [red, green, blue] = channels.map(|channel| (channel + BLACK).ln());
        (level >= DARKEST).then_some(Self {
            terms: [1.0, x, y, x * x, x * y, y * y],
            ratios: [red - green, blue - green],
            level,
        })
    }

    /// How far its colour is from that of the light: the largest difference of two channels' ratio.
    fn colour(&self, light: &[[f64; TERMS]; 2]) -> f64 {
        let left: [f64; 2] = std::array::from_fn(|at| {
            let surface: f64 = self.terms.iter().zip(light[at]).map(|(a, b)| a * b).sum();
            self.ratios[at] - surface
        });
        left[0]
            .abs()
            .max(left[1].abs())
            .max((left[0] - left[1]).abs())
    }
}

fn colourless(pixels: &RgbImage) -> Option<f32> {
    let longer = pixels.width().max(pixels.height()).max(1);
    let side = |length: u32| (length * MEASURED_SIDE / longer).max(1);
    let small = resize(pixels, side(pixels.width()), side(pixels.height()));
    let place = |at: u32, side: u32| f64::from(at) / f64::from(side) - 0.5;
    let bright: Vec<Sample> = small
        .enumerate_pixels()
        .filter_map(|(x, y, pixel)| {
            Sample::of(place(x, small.width()), place(y, small.height()), pixel.0)
        })
        .collect();
    if bright.len() * 4 < small.pixels().len() {
        return None;
    }
    let light = light(&bright)?;
    let mean = bright.iter().map(|sample| sample.level).sum::<f64>() / bright.len() as f64;
    let is_grey = |sample: &&Sample| {
        // Noise weighs more in what is darker than the rest.
        let allowed = COLOURED * (0.5 * mean / sample.level).max(1.0);
        sample.colour(&light) < allowed
    };
    Some(bright.iter().filter(is_grey).count() as f32 / bright.len() as f32)
}

/// The surfaces of the light's two ratios: least squares, in which what has colour counts little (weights of
/// Cauchy). `None` where the samples don't span a surface.
fn light(samples: &[Sample]) -> Option<[[f64; TERMS]; 2]> {
    let mut weights = vec![1.0; samples.len()];
    let mut light = [[0.0; TERMS]; 2];
    for _ in 0..ROUNDS {
        light = [
            surface(samples, &weights, 0)?,
            surface(samples, &weights, 1)?,
        ];
        for (sample, weight) in samples.iter().zip(&mut weights) {
            *weight = 1.0 / (1.0 + (sample.colour(&light) / COLOURED).powi(2));
        }
    }
    Some(light)
}

fn surface(samples: &[Sample], weights: &[f64], ratio: usize) -> Option<[f64; TERMS]> {
    let mut rows = [[0.0; TERMS + 1]; TERMS];
    for (sample, weight) in samples.iter().zip(weights) {
        for (row, term) in rows.iter_mut().zip(sample.terms) {
            for (value, other) in row.iter_mut().zip(sample.terms) {
                *value += weight * term * other;
            }
            row[TERMS] += weight * term * sample.ratios[ratio];
        }
    }
    solve(rows)
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
        assert!(signal.suspects(), "{:?}", signal.score);
    }

    #[test]
    fn a_copy_between_a_lamp_and_a_window_is_a_copy() {
        let copy = picture(|x, y| {
            let luma = 80.0 + (x / 8 * 37 % 120) as f32 + (y / 8 % 9) as f32;
            let lamp = 1.0 - x as f32 / 400.0;
            let tinted = |warm: f32, cool: f32| (luma * (warm * lamp + cool * (1.0 - lamp))) as u8;
            [tinted(1.0, 0.9), tinted(0.9, 0.95), tinted(0.7, 1.0)]
        });
        let signal = signal(&copy).unwrap();
        assert!(signal.suspects(), "{:?}", signal.score);
    }

    #[test]
    fn a_pale_page_with_a_portrait_is_none() {
        let page = picture(|x, y| {
            let luma = 150 + (x / 8 * 37 % 60) as u8;
            let portrait = (20..100).contains(&x) && (60..180).contains(&y);
            if portrait {
                [luma, luma - 15, luma - 25]
            } else {
                [luma; 3]
            }
        });
        let signal = signal(&page).unwrap();
        assert!(!signal.suspects(), "{:?}", signal.score);
    }

    #[test]
    fn a_page_with_a_coloured_band_is_none() {
        let page = picture(|x, y| {
            let luma = 120 + (x / 8 * 37 % 100) as u8;
            if y < 20 { [luma, 60, 60] } else { [luma; 3] }
        });
        let signal = signal(&page).unwrap();
        assert!(!signal.suspects(), "{:?}", signal.score);
    }

    #[test]
    fn a_black_picture_says_nothing() {
        assert!(signal(&picture(|_, _| [3, 2, 2])).is_none());
    }
}
