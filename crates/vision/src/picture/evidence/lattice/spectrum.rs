//! The spectrum of a patch of tiles, and the peaks of a lattice in it.

use std::sync::Arc;

use image::GrayImage;
use rustfft::num_complex::Complex32;
use rustfft::{Fft, FftPlanner};

use super::{STEP, TILE, TILES};

/// Least frequency of a peak, in bins of a tile: 0.2 cycles a pixel. Below are letters, cloth and
/// guilloches.
const LEAST_BINS: f32 = 26.0;
/// Blocks of JPEG (ITU-T T.81) make peaks of their own, this many bins apart.
const BLOCKS: f32 = (TILE / 8) as f32;
/// How near to a multiple of [`BLOCKS`] a bin has to be to be one of theirs.
const NEAR_BLOCKS: f32 = 1.1;
/// Side of the square that a peak is compared with, and of its middle, which is left out; in bins.
const AROUND: usize = 9;
const MIDDLE: usize = 3;
/// Power that no picture falls below, so that flat tiles have no peaks: of grey levels far less than one.
const FLOOR: f32 = 100.0;
/// The least angle between the two vectors of a lattice: 20 degrees.
const INDEPENDENT: f32 = std::f32::consts::PI / 9.0;

const BINS: usize = TILE * TILE;

/// What is the same for all patches.
pub(super) struct Spectra {
    transform: Arc<dyn Fft<f32>>,
    /// One side of a Hann window.
    window: Vec<f32>,
    /// The bins where peaks are looked for, each with its direction in radians. Half of the plane: the other
    /// half mirrors it.
    places: Vec<(usize, f32)>,
}

impl Spectra {
    pub(super) fn new() -> Self {
        let window = |at: usize| {
            let phase = std::f32::consts::TAU * at as f32 / TILE as f32;
            0.5 - 0.5 * phase.cos()
        };
        Self {
            transform: FftPlanner::new().plan_fft_forward(TILE),
            window: (0..TILE).map(window).collect(),
            places: (0..BINS).filter_map(place).collect(),
        }
    }

    /// The second of the two highest independent peaks of a patch, as a natural logarithm over its
    /// surroundings, in the mean of its tiles.
    pub(super) fn lattice(&self, patch: &GrayImage) -> f32 {
        let mut sum = vec![0.0f32; BINS];
        for row in 0..TILES {
            for column in 0..TILES {
                let power = self.power(patch, column * STEP, row * STEP);
                let (around, middle) = (squares(&power, AROUND), squares(&power, MIDDLE));
                let area = (AROUND * AROUND - MIDDLE * MIDDLE) as f32;
                for (at, sum) in sum.iter_mut().enumerate() {
                    // Rounding may leave less than the floor that each bin has.
                    let surroundings = ((around[at] - middle[at]) / area).max(FLOOR);
                    *sum += (power[at] / surroundings).ln();
                }
            }
        }
        self.second_peak(&sum) / (TILES * TILES) as f32
    }

    fn second_peak(&self, heights: &[f32]) -> f32 {
        let highest = |wanted: &dyn Fn(f32) -> bool| {
            let places = self.places.iter().filter(|(_, angle)| wanted(*angle));
            places
                .map(|(at, angle)| (heights[*at], *angle))
                .max_by(|a, b| a.0.total_cmp(&b.0))
        };
        let Some((_, first)) = highest(&|_| true) else {
            return 0.0;
        };
        // Directions are half turns.
        let apart = |angle: f32| {
            let turn = (angle - first).rem_euclid(std::f32::consts::PI);
            turn.min(std::f32::consts::PI - turn)
        };
        highest(&|angle| apart(angle) > INDEPENDENT).map_or(0.0, |(height, _)| height)
    }

    /// The power spectrum of one tile under the window, its mean taken off.
    fn power(&self, patch: &GrayImage, left: usize, top: usize) -> Vec<f32> {
        let (stride, raw) = (patch.width() as usize, patch.as_raw());
        let luma = |at: usize| f32::from(raw[(top + at / TILE) * stride + left + at % TILE]);
        let mean = (0..BINS).map(luma).sum::<f32>() / BINS as f32;
        let windowed =
            |at: usize| (luma(at) - mean) * self.window[at % TILE] * self.window[at / TILE];
        let mut tile: Vec<Complex32> = (0..BINS).map(|at| windowed(at).into()).collect();
        self.transform.process(&mut tile);
        let mut tile = transposed(&tile);
        self.transform.process(&mut tile);
        tile.iter().map(|value| value.norm_sqr() + FLOOR).collect()
    }
}

/// The bin and its direction, where it can be a lattice's.
fn place(at: usize) -> Option<(usize, f32)> {
    let signed = |bin: usize| {
        let bin = bin as f32;
        if bin < TILE as f32 / 2.0 {
            bin
        } else {
            bin - TILE as f32
        }
    };
    let of_blocks = |bin: f32| {
        let off = bin.abs() % BLOCKS;
        off.min(BLOCKS - off) < NEAR_BLOCKS
    };
    let (x, y) = (signed(at % TILE), signed(at / TILE));
    let in_half = y > 0.0 || (y == 0.0 && x > 0.0);
    let wanted = in_half && x.hypot(y) >= LEAST_BINS && !(of_blocks(x) && of_blocks(y));
    wanted.then(|| (at, y.atan2(x)))
}

fn transposed<T: Copy>(values: &[T]) -> Vec<T> {
    (0..BINS)
        .map(|at| values[(at % TILE) * TILE + at / TILE])
        .collect()
}

/// For each bin the sum over the square of this side around it; beyond the borders the spectrum begins
/// anew.
fn squares(values: &[f32], side: usize) -> Vec<f32> {
    transposed(&lines(&transposed(&lines(values, side)), side))
}

/// The same along the lines alone.
fn lines(values: &[f32], side: usize) -> Vec<f32> {
    let reach = side / 2;
    let mut sums = Vec::with_capacity(BINS);
    for line in values.chunks_exact(TILE) {
        // Peaks are a million times their surroundings: a running sum in `f32` would lose these.
        sums.extend((0..TILE).map(|at| {
            (0..side)
                .map(|off| line[(at + TILE + off - reach) % TILE])
                .sum::<f32>()
        }));
    }
    sums
}
