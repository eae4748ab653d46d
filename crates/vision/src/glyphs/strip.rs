//! A field cut out of its picture, as shares of ink.

use image::RgbImage;
use observation::Quad;

use crate::picture::{crop_quad, grey};

/// Height of the strips that fields are cut out as, in pixels: lines reach above and below their
/// digits, which are about half as high.
pub(super) const HEIGHT: usize = 64;
/// Widest strip in pixels; wider fields are squeezed into it.
const WIDEST: f32 = 1024.0;
const NARROWEST: f32 = 16.0;
/// Lines less high, in pixels of the picture, are too small to tell typefaces apart.
const LEAST_HEIGHT: f32 = 16.0;
/// Shares of a strip's pixels that are darker than its ink, and than its paper.
const INK: f32 = 0.04;
const PAPER: f32 = 0.8;
/// Less contrast, in levels, is too faint to tell typefaces apart.
const LEAST_CONTRAST: f32 = 40.0;

/// Part of a line, upright.
pub(super) struct Strip {
    /// Row by row, how much of each pixel is ink: 0 paper, 1 ink. What is lighter or darker than these
    /// lies beyond.
    ink: Vec<f32>,
    pub(super) width: usize,
    /// Pixels of the picture in one of the strip.
    pub(super) scale: f32,
}

impl Strip {
    /// `None` where the part is too small or too faint, or no part of a picture.
    pub(super) fn cut(pixels: &RgbImage, part: &Quad) -> Option<Self> {
        let (width, height) = (part.width(), part.height());
        let is_large_enough = width.is_finite() && (LEAST_HEIGHT..f32::MAX).contains(&height);
        if !is_large_enough || pixels.is_empty() {
            return None;
        }
        let width = (HEIGHT as f32 * width / height).clamp(NARROWEST, WIDEST) as u32;
        let grey = grey(&crop_quad(pixels, part, width, HEIGHT as u32));
        let mut sorted = grey.as_raw().clone();
        sorted.sort_unstable();
        let level = |share: f32| f32::from(sorted[(share * (sorted.len() - 1) as f32) as usize]);
        let (ink, paper) = (level(INK), level(PAPER));
        let share = |luma: &u8| (paper - f32::from(*luma)) / (paper - ink);
        (paper - ink >= LEAST_CONTRAST).then(|| Self {
            ink: grey.as_raw().iter().map(share).collect(),
            width: width as usize,
            scale: height / HEIGHT as f32,
        })
    }

    /// The share of ink at a pixel of the strip.
    pub(super) fn at(&self, x: usize, y: usize) -> f32 {
        self.ink[y * self.width + x]
    }

    /// Between the four pixels around a point; pixel centres lie at whole numbers. Edges go on outside.
    pub(super) fn sample(&self, x: f32, y: f32) -> f32 {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (HEIGHT - 1) as f32);
        let (left, top) = (x as usize, y as usize);
        let (right, bottom) = ((left + 1).min(self.width - 1), (top + 1).min(HEIGHT - 1));
        let (dx, dy) = (x - left as f32, y - top as f32);
        let above = self.at(left, top) * (1.0 - dx) + self.at(right, top) * dx;
        let below = self.at(left, bottom) * (1.0 - dx) + self.at(right, bottom) * dx;
        above * (1.0 - dy) + below * dy
    }
}
