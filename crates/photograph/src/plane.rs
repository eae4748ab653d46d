//! A square picture in grey.

/// Row by row.
#[derive(Clone, Debug)]
pub(crate) struct Plane {
    pub(crate) side: usize,
    pub(crate) values: Vec<f32>,
}

/// Grey levels by which a picture has to vary to show anything.
const LEAST_CONTRAST: f32 = 2.0;
/// Grey levels that are added to the contrast of a spot, so that noise of flat ones stays small.
const FLOOR: f32 = 2.0;

impl Plane {
    pub(crate) fn of(pixels: &[u8], side: usize) -> Self {
        Self {
            side,
            values: pixels.iter().map(|&pixel| f32::from(pixel)).collect(),
        }
    }

    pub(crate) fn is_flat(&self) -> bool {
        let count = self.values.len() as f32;
        let mean = self.values.iter().sum::<f32>() / count;
        let square: f32 = self.values.iter().map(|value| (value - mean).powi(2)).sum();
        (square / count).sqrt() < LEAST_CONTRAST
    }

    pub(crate) fn mirrored(&self) -> Self {
        let rows = self.values.chunks_exact(self.side);
        Self {
            side: self.side,
            values: rows.flat_map(|row| row.iter().rev().copied()).collect(),
        }
    }

    /// Half as wide and high: the means of four.
    pub(crate) fn halved(&self) -> Self {
        let side = self.side / 2;
        let at = |x: usize, y: usize| self.values[y * self.side + x];
        let values = (0..side * side).map(|place| {
            let (x, y) = (2 * (place % side), 2 * (place / side));
            (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4.0
        });
        Self {
            side,
            values: values.collect(),
        }
    }

    /// With a Gaussian of this standard deviation; edge pixels go on for ever outside.
    pub(crate) fn blurred(&self, deviation: f32) -> Self {
        let reach = (3.0 * deviation).ceil() as usize;
        let weight = |at: usize| {
            let x = at as f32 - reach as f32;
            (-x * x / (2.0 * deviation * deviation)).exp()
        };
        let mut kernel: Vec<f32> = (0..=2 * reach).map(weight).collect();
        let sum: f32 = kernel.iter().sum();
        for weight in &mut kernel {
            *weight /= sum;
        }
        self.filtered(&kernel)
    }

    /// The means of squares of so many pixels, an odd number, a side.
    pub(crate) fn averaged(&self, width: usize) -> Self {
        self.filtered(&vec![1.0 / width as f32; width])
    }

    /// Across, then down.
    fn filtered(&self, kernel: &[f32]) -> Self {
        let (side, reach) = (self.side, kernel.len() / 2);
        let mut padded = vec![0.0; side + 2 * reach];
        let mut across = vec![0.0; side * side];
        for (row, target) in self
            .values
            .chunks_exact(side)
            .zip(across.chunks_exact_mut(side))
        {
            padded[..reach].fill(row[0]);
            padded[reach..reach + side].copy_from_slice(row);
            padded[reach + side..].fill(row[side - 1]);
            for (value, window) in target.iter_mut().zip(padded.windows(kernel.len())) {
                *value = window.iter().zip(kernel).map(|(a, b)| a * b).sum();
            }
        }
        let mut values = vec![0.0; side * side];
        for (y, target) in values.chunks_exact_mut(side).enumerate() {
            for (at, weight) in kernel.iter().enumerate() {
                let row = (y + at).saturating_sub(reach).min(side - 1);
                let source = &across[row * side..(row + 1) * side];
                for (value, source) in target.iter_mut().zip(source) {
                    *value += weight * source;
                }
            }
        }
        Self { side, values }
    }

    pub(crate) fn combined(&self, other: &Self, with: impl Fn(f32, f32) -> f32) -> Self {
        let pairs = self.values.iter().zip(&other.values);
        Self {
            side: self.side,
            values: pairs.map(|(a, b)| with(*a, *b)).collect(),
        }
    }

    /// Detail between two scales: what light, which changes slowly, and noise are not part of.
    pub(crate) fn band(&self, fine: f32, coarse: f32) -> Self {
        self.blurred(fine)
            .combined(&self.blurred(coarse), |fine, coarse| fine - coarse)
    }

    /// Every spot in units of the contrast around it.
    pub(crate) fn levelled(&self, fine: f32, around: f32) -> Self {
        let detail = self.band(fine, around);
        let squares = detail.combined(&detail, |a, b| a * b).blurred(around);
        detail.combined(&squares, |detail, square| {
            detail / (square.max(0.0).sqrt() + FLOOR)
        })
    }

    /// Between the four pixels around a place; `None` outside.
    pub(crate) fn sample(&self, x: f32, y: f32) -> Option<f32> {
        let last = (self.side - 1) as f32;
        if !((0.0..=last).contains(&x) && (0.0..=last).contains(&y)) {
            return None;
        }
        let (left, top) = (
            (x as usize).min(self.side - 2),
            (y as usize).min(self.side - 2),
        );
        let (dx, dy) = (x - left as f32, y - top as f32);
        let at = top * self.side + left;
        let above = self.values[at] * (1.0 - dx) + self.values[at + 1] * dx;
        let below = &self.values[at + self.side..];
        let below = below[0] * (1.0 - dx) + below[1] * dx;
        Some(above * (1.0 - dy) + below * dy)
    }
}
