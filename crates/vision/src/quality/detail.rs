//! How sharp text is.

use image::{GrayImage, RgbImage};
use observation::Quad;

use crate::picture::{crop_quad, grey};

/// Height of the strips that lines are cut out as: what is lost at this size cannot be read.
const STRIP_HEIGHT: u32 = 32;
const LONGEST_STRIP: f32 = 480.0;
/// How many of the longest lines are measured.
const LINES: usize = 10;
/// Steps smaller than this share of a strip's contrast are background and noise.
const LEAST_STEP: f32 = 0.12;
/// Strips of less contrast than this, in levels, show nothing.
const LEAST_CONTRAST: f32 = 12.0;
/// Half the width of the blur that text is compared with, in pixels of a strip.
const BLUR: usize = 2;

/// The share of their steps that the longest lines of text lose when they are blurred a little
/// (Crété et al., The Blur Effect, 2007): the median, so that a light spot on one line is no blur.
/// `None` where no line has any contrast.
pub(super) fn sharpness(pixels: &RgbImage, text: &[Quad]) -> Option<f32> {
    let mut lines: Vec<&Quad> = text.iter().collect();
    lines.sort_by(|a, b| b.width().total_cmp(&a.width()));
    let mut shares: Vec<f32> = lines
        .iter()
        .take(LINES)
        .filter_map(|quad| {
            let ratio = quad.width() / quad.height().max(1.0);
            let width = (STRIP_HEIGHT as f32 * ratio).clamp(16.0, LONGEST_STRIP) as u32;
            steps_lost_to_blur(&grey(&crop_quad(
                pixels,
                &begin(quad, width),
                width,
                STRIP_HEIGHT,
            )))
        })
        .collect();
    let middle = shares.len() / 2;
    (!shares.is_empty()).then(|| *shares.select_nth_unstable_by(middle, f32::total_cmp).1)
}

/// The part of a long line that fits into a strip of this width.
fn begin(quad: &Quad, width: u32) -> Quad {
    let full = STRIP_HEIGHT as f32 * quad.width() / quad.height().max(1.0);
    let part = (width as f32 / full).min(1.0);
    let [a, b, c, d] = quad.0;
    let towards = |from: observation::Point, to: observation::Point| observation::Point {
        x: from.x + part * (to.x - from.x),
        y: from.y + part * (to.y - from.y),
    };
    Quad([a, towards(a, b), towards(d, c), d])
}

/// What a blur along and across takes of a strip's steps, 0 to 1: little is left to take from what is
/// blurred already. `None` where it has no contrast.
pub(crate) fn steps_lost_to_blur(strip: &GrayImage) -> Option<f32> {
    let mut sorted = strip.as_raw().clone();
    sorted.sort_unstable();
    let at = |share: f32| f32::from(sorted[(share * (sorted.len() - 1) as f32) as usize]);
    let contrast = at(0.97) - at(0.03);
    if contrast < LEAST_CONTRAST {
        return None;
    }
    let (width, height) = (strip.width() as usize, strip.height() as usize);
    let raw = strip.as_raw();
    let (mut steps, mut lost) = (0.0, 0.0);
    let mut along = |values: Vec<f32>| {
        let blurred: Vec<f32> = (0..values.len())
            .map(|at| {
                let (from, to) = (at.saturating_sub(BLUR), (at + BLUR + 1).min(values.len()));
                values[from..to].iter().sum::<f32>() / (to - from) as f32
            })
            .collect();
        for at in 1..values.len() {
            let step = (values[at] - values[at - 1]).abs();
            if step > LEAST_STEP * contrast {
                steps += step;
                lost += (step - (blurred[at] - blurred[at - 1]).abs()).max(0.0);
            }
        }
    };
    for y in 0..height {
        along(
            raw[y * width..(y + 1) * width]
                .iter()
                .map(|&v| f32::from(v))
                .collect(),
        );
    }
    for x in 0..width {
        along((0..height).map(|y| f32::from(raw[y * width + x])).collect());
    }
    (steps > 0.0).then_some(lost / steps)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, imageops};
    use observation::Point;

    use super::*;

    #[test]
    fn blurred_strokes_have_less_to_lose_at_any_contrast() {
        let line = Quad(
            [(0.0, 0.0), (400.0, 0.0), (400.0, 40.0), (0.0, 40.0)].map(|(x, y)| Point { x, y }),
        );
        let strokes = |dark: u8| {
            RgbImage::from_fn(400, 40, |x, y| {
                Rgb([if (10..30).contains(&y) && x % 12 < 4 {
                    dark
                } else {
                    200
                }; 3])
            })
        };
        let of = |pixels: &RgbImage| sharpness(pixels, &[line]).unwrap();
        let (strong, faint) = (strokes(20), strokes(150));
        let blurred = imageops::blur(&strong, 3.0);
        assert!(
            of(&strong) > of(&blurred) + 0.15,
            "{} {}",
            of(&strong),
            of(&blurred)
        );
        assert!((of(&strong) - of(&faint)).abs() < 0.05);
    }

    #[test]
    fn blank_lines_tell_nothing() {
        let line =
            Quad([(0.0, 0.0), (90.0, 0.0), (90.0, 30.0), (0.0, 30.0)].map(|(x, y)| Point { x, y }));
        assert_eq!(sharpness(&RgbImage::new(90, 30), &[line]), None);
    }
}
