//! One digit in its normal size.

use super::extent::Extent;
use super::strip::Strip;

/// Side of a glyph in pixels, and how many of them a digit is high.
pub(super) const SIDE: usize = 32;
const HIGH: f32 = 24.0;
/// Pixels beside the digit that are still its own; what is further away may be its neighbour's.
const BESIDE: f32 = 2.0;
/// Ink is not darker than this share of itself: a speck must not outweigh a stroke.
const DARKEST: f32 = 1.2;

pub(super) struct Glyph {
    /// 0 to 9.
    pub(super) digit: u8,
    /// Shares of ink, row by row, [`SIDE`] a row.
    pub(super) ink: Vec<f32>,
}

impl Glyph {
    /// The digit that has this extent in a strip, as wide in proportion as it is there.
    pub(super) fn of(strip: &Strip, digit: u8, extent: &Extent) -> Self {
        let step = extent.height() / HIGH;
        let half = (SIDE as f32 - 1.0) / 2.0;
        let (across, down) = (extent.middle(), f32::midpoint(extent.top, extent.bottom));
        let own = extent.left - BESIDE * step..=extent.right + BESIDE * step;
        let mut ink = Vec::with_capacity(SIDE * SIDE);
        for row in 0..SIDE {
            let y = down + (row as f32 - half) * step;
            for column in 0..SIDE {
                let x = across + (column as f32 - half) * step;
                let share = if own.contains(&x) {
                    strip.sample(x, y)
                } else {
                    0.0
                };
                ink.push(share.clamp(0.0, DARKEST));
            }
        }
        Self { digit, ink }
    }
}
