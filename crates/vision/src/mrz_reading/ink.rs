//! Whether there is ink where a filler was read. Recognisers see nothing in most of a run of
//! fillers, so nothing is taken for one; under a light spot nothing is left of any character.

use image::{GrayImage, RgbImage};
use observation::Quad;

use crate::line::LINE_HEIGHT;
use crate::line::Lattice;
use crate::picture::{crop_quad, grey};

/// Contrast of a character against the median of those that were read, below which it is not there.
const LEAST_CONTRAST: f32 = 0.22;
/// Rows of a strip in which characters stand, as shares of its height.
const ROWS: (f32, f32) = (0.15, 0.85);
/// Width of the window about a character's place, in pitches.
const WINDOW: f32 = 0.9;

/// A line as it was cut and as it was read: where each of its characters stands.
pub(super) struct Line<'a> {
    pub(super) quad: &'a Quad,
    pub(super) lattice: &'a Lattice,
    pub(super) steps: &'a [usize],
    pub(super) text: &'a str,
}

/// Whether a filler of some line stands where there is no ink.
pub(super) fn is_missing(pixels: &RgbImage, lines: &[Line<'_>]) -> bool {
    let contrasts: Vec<Vec<f32>> = lines.iter().map(|line| line.contrasts(pixels)).collect();
    let places = || {
        lines
            .iter()
            .zip(&contrasts)
            .flat_map(|(line, contrasts)| line.text.bytes().zip(contrasts))
    };
    let mut read: Vec<f32> = places()
        .filter(|(symbol, _)| *symbol != b'<')
        .map(|(_, contrast)| *contrast)
        .collect();
    read.sort_by(f32::total_cmp);
    let Some(median) = read.get(read.len() / 2) else {
        return true;
    };
    places().any(|(symbol, contrast)| symbol == b'<' && *contrast < LEAST_CONTRAST * median)
}

impl Line<'_> {
    /// Difference between the dark and the light of each character's window.
    fn contrasts(&self, pixels: &RgbImage) -> Vec<f32> {
        let step = self.lattice.pixels_a_step;
        let width = (self.lattice.steps.len() as f32 * step).round().max(1.0) as u32;
        let strip = grey(&crop_quad(pixels, self.quad, width, LINE_HEIGHT));
        let centre = |at: usize| (at as f32 + 0.5) * step;
        let (Some(&first), Some(&last)) = (self.steps.first(), self.steps.last()) else {
            return Vec::new();
        };
        let pitch = (centre(last) - centre(first)) / (self.steps.len() - 1).max(1) as f32;
        let reach = pitch * WINDOW / 2.0;
        self.steps
            .iter()
            .map(|&at| contrast(&strip, centre(at) - reach, centre(at) + reach))
            .collect()
    }
}

/// Between the darkest and the lightest twentieth of the pixels from `left` to `right`.
fn contrast(strip: &GrayImage, left: f32, right: f32) -> f32 {
    let column = |x: f32| (x.max(0.0) as u32).min(strip.width());
    let row = |share: f32| (share * strip.height() as f32) as u32;
    let mut lumas: Vec<u8> = (row(ROWS.0)..row(ROWS.1))
        .flat_map(|y| (column(left)..column(right)).map(move |x| (x, y)))
        .map(|(x, y)| strip.get_pixel(x, y)[0])
        .collect();
    lumas.sort_unstable();
    let twentieth = lumas.len() / 20;
    match (lumas.get(twentieth), lumas.iter().rev().nth(twentieth)) {
        (Some(&dark), Some(&light)) => f32::from(light.saturating_sub(dark)),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};
    use observation::Point;

    use super::*;
    use crate::line::BLANK;

    const TEXT: &str = "AB<<CD<<<<<<";
    const PITCH: usize = 24;

    /// A bar of ink for every character but those that `erased` names.
    fn strip(erased: &[usize], ink: u8) -> RgbImage {
        let width = (TEXT.len() * PITCH) as u32;
        RgbImage::from_fn(width, LINE_HEIGHT, |x, y| {
            let (at, within) = (x as usize / PITCH, x as usize % PITCH);
            let bar = (8..16).contains(&within) && (12..36).contains(&y);
            let luma = if bar && !erased.contains(&at) {
                ink
            } else {
                235
            };
            Rgb([luma; 3])
        })
    }

    fn missing(pixels: &RgbImage) -> bool {
        let (width, height) = (pixels.width() as f32, pixels.height() as f32);
        let point = |x, y| Point { x, y };
        let quad = Quad([
            point(0.0, 0.0),
            point(width, 0.0),
            point(width, height),
            point(0.0, height),
        ]);
        let mut row = [0.0; 38];
        row[BLANK] = 1.0;
        let lattice = Lattice {
            steps: vec![row; TEXT.len() * 3],
            pixels_a_step: 8.0,
        };
        let steps: Vec<usize> = (0..TEXT.len()).map(|at| 3 * at + 1).collect();
        let line = Line {
            quad: &quad,
            lattice: &lattice,
            steps: &steps,
            text: TEXT,
        };
        is_missing(pixels, &[line])
    }

    #[test]
    fn fillers_that_are_there_are_there_however_faint() {
        assert!(!missing(&strip(&[], 30)));
        assert!(!missing(&strip(&[], 200)));
    }

    #[test]
    fn fillers_under_a_light_spot_are_missing() {
        assert!(missing(&strip(&[2, 3], 30)));
        assert!(missing(&strip(&[11], 30)));
        assert!(missing(&strip(&[8, 9, 10, 11], 120)));
    }
}
