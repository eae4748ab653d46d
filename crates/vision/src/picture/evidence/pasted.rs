//! Pictures into which something was pasted after the camera had written them.
//!
//! A camera compresses the whole picture once; saved again at a higher quality, every coefficient of
//! the cosine transform (ITU-T T.81, A.3.3) has been rounded to multiples of two steps, which leaves
//! gaps and peaks in the distribution of its values. What was pasted in between has been rounded to
//! the second step alone, and lies in the gaps. The steps of the first compression are estimated from
//! the whole picture; then each block tells how much likelier it was compressed twice than once.
//! After T. Bianchi and A. Piva, "Image Forgery Localization via Block-Grained Analysis of JPEG
//! Artifacts", IEEE Transactions on Information Forensics and Security 7 (3), 2012.
//!
//! A picture that was compressed once, or scaled in between, or saved worse than before, shows
//! nothing either way.

use image::{DynamicImage, RgbImage, metadata::Orientation};
use observation::{Point, Quad, Signal};

use crate::picture::raster::turn;

mod blocks;
mod steps;

use blocks::Blocks;
pub(crate) use steps::luma_steps;

/// Coefficients looked at: the first in zigzag order that are not the mean.
const FREQUENCIES: usize = 9;
/// Larger values are too rare to tell anything.
const LARGEST: i16 = 40;
/// Steps that the first compression may have had.
const STEPS: std::ops::RangeInclusive<u16> = 2..=23;
/// Standard deviation of what rounding and clipping of pixels does to a coefficient.
const ROUNDING: f64 = 0.6;
/// Values nearer to zero than this share of the first step had none, or only rounding.
const NEAREST: f64 = 0.75;
/// Fewer values of one frequency are no distribution.
const FEWEST_VALUES: f64 = 500.0;
/// Nats a value has to speak for two compressions on average, for a frequency to count.
const LEAST_GAIN: f64 = 0.1;
/// Nats a value has to speak for two compressions on average over all frequencies and the whole
/// picture, for the picture to count.
const LEAST_EVIDENCE: f64 = 0.4;
/// Side of the window that is judged, in blocks, and how many values it has to have.
const WINDOW: usize = 6;
const FEWEST_IN_WINDOW: f64 = 40.0;
/// No value speaks louder than this, in nats.
const MOST_AGAINST: f64 = -3.0;
const MOST_FOR: f64 = 2.0;
/// Mean nats a value by which a window speaks for one compression, from which it was pasted.
const THRESHOLD: f32 = 0.5;
/// The map's steps in one nat.
const UNIT: f64 = 100.0;

/// For each block of a picture that was compressed twice, how much its surroundings look pasted; red
/// alone is used.
#[derive(Clone, Debug)]
pub(crate) struct Map(RgbImage);

impl Map {
    /// The map of a picture as it lies in its file, whose luma was quantised with these `steps`, in
    /// zigzag order. `None` where nothing can be told.
    pub(crate) fn of(pixels: &DynamicImage, steps: &[u16; 64]) -> Option<Self> {
        let blocks = Blocks::of(pixels, steps)?;
        let mut nats = vec![0.0; blocks.count()];
        let mut values = vec![0.0; blocks.count()];
        for frequency in 0..FREQUENCIES {
            let step = steps[frequency + 1];
            let Some(ratios) = likeliest(&blocks, frequency, step) else {
                continue;
            };
            for (at, value) in blocks.values(frequency) {
                if let Some(ratio) = ratios.of(value) {
                    nats[at] += ratio.clamp(MOST_AGAINST, MOST_FOR);
                    values[at] += 1.0;
                }
            }
        }
        let all: f64 = values.iter().sum();
        if all < FEWEST_VALUES || nats.iter().sum::<f64>() < LEAST_EVIDENCE * all {
            return None;
        }
        Some(Self(windows(&blocks, &nats, &values)))
    }

    pub(crate) fn oriented(self, orientation: Orientation) -> Self {
        let mut map = DynamicImage::ImageRgb8(self.0);
        map.apply_orientation(orientation);
        Self(map.into_rgb8())
    }

    /// Turned clockwise.
    pub(crate) fn turned(&self, quarters: u8) -> Self {
        Self(turn(&self.0, quarters))
    }

    /// The highest value whose place in a picture of this size is `wanted`.
    fn worst(&self, (width, height): (u32, u32), wanted: impl Fn(Point) -> bool) -> f32 {
        let scale = |at: u32, side: u32, of: u32| (at as f32 + 0.5) * side as f32 / of as f32;
        let (columns, rows) = self.0.dimensions();
        self.0
            .enumerate_pixels()
            .filter(|(x, y, pixel)| {
                pixel[0] > 0
                    && wanted(Point {
                        x: scale(*x, width, columns),
                        y: scale(*y, height, rows),
                    })
            })
            .map(|(.., pixel)| f32::from(pixel[0]) / UNIT as f32)
            .fold(0.0, f32::max)
    }
}

/// Score: mean nats a value by which some part of the document speaks against having been compressed
/// together with the rest. `size` is the picture's, `document` where the document lies.
pub(crate) fn signal(map: &Map, size: (u32, u32), document: &Quad) -> Signal {
    let score = map.worst(size, |point| document.contains(point));
    let reason = if score > THRESHOLD {
        "A part of the document was put into the picture after the rest had been saved."
    } else {
        "All parts of the document were saved together."
    };
    let basis = crate::signal::real("recapture", 15, 0);
    crate::signal::signal("pasted_region", Some(score), THRESHOLD, basis, reason)
}

/// How much likelier each value is after two compressions than after one, in nats.
struct Ratios {
    nearest: i16,
    /// One entry for each value, from `-LARGEST` to `LARGEST`.
    nats: Vec<f64>,
}

impl Ratios {
    /// Ratios for a first compression with the step `first` and a second one with `second`. A value is
    /// likely after both if the interval that the second step rounds to it holds multiples of the first
    /// step.
    fn new(first: u16, second: u16) -> Self {
        let (first, second) = (f64::from(first), f64::from(second));
        let below = |at: f64| 0.5 * (1.0 + libm::erf(at / (ROUNDING * std::f64::consts::SQRT_2)));
        let nats = (-LARGEST..=LARGEST).map(|value| {
            let (low, high) = (
                (f64::from(value) - 0.5) * second,
                (f64::from(value) + 0.5) * second,
            );
            let reach = 5.0 * ROUNDING;
            let multiples =
                ((low - reach) / first).floor() as i32..=((high + reach) / first).ceil() as i32;
            let held: f64 = multiples
                .map(|multiple| f64::from(multiple) * first)
                .map(|multiple| below(high - multiple) - below(low - multiple))
                .sum();
            (first / second * held).max(1e-9).ln()
        });
        Self {
            nearest: (NEAREST * first / second).ceil().max(1.0) as i16,
            nats: nats.collect(),
        }
    }

    fn of(&self, value: i16) -> Option<f64> {
        let far = (self.nearest..=LARGEST).contains(&value.abs());
        far.then(|| self.nats[(value + LARGEST) as usize])
    }
}

/// The ratios for the first step that explains the values of one frequency best.
fn likeliest(blocks: &Blocks, frequency: usize, second: u16) -> Option<Ratios> {
    let mut counts = vec![0.0_f64; 2 * LARGEST as usize + 1];
    for (_, value) in blocks.values(frequency) {
        if value.abs() <= LARGEST {
            counts[(value + LARGEST) as usize] += 1.0;
        }
    }
    let gain = |ratios: &Ratios| {
        let (mut nats, mut seen) = (0.0, 0.0);
        for (value, count) in (-LARGEST..=LARGEST).zip(&counts) {
            if let Some(ratio) = ratios.of(value) {
                // Some blocks were compressed once, without being pasted.
                nats += count * (0.85 * ratio.exp() + 0.15).ln();
                seen += count;
            }
        }
        nats / seen.max(FEWEST_VALUES)
    };
    STEPS
        .filter(|first| *first != second)
        .map(|first| (first, Ratios::new(first, second)))
        .map(|(first, ratios)| (gain(&ratios), first, ratios))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(gain, first, _)| *gain > LEAST_GAIN && first != STEPS.end())
        .map(|(.., ratios)| ratios)
}

/// The mean of each window against two compressions, at its middle.
fn windows(blocks: &Blocks, nats: &[f64], values: &[f64]) -> RgbImage {
    let (columns, rows) = (blocks.columns, blocks.rows);
    let (nats, values) = (Sums::of(nats, columns), Sums::of(values, columns));
    let mut map = RgbImage::new(columns as u32, rows as u32);
    for row in 0..=rows.saturating_sub(WINDOW) {
        for column in 0..=columns.saturating_sub(WINDOW) {
            let seen = values.window(column, row);
            if seen >= FEWEST_IN_WINDOW {
                let against = -nats.window(column, row) / seen;
                let (x, y) = (column + WINDOW / 2, row + WINDOW / 2);
                map.put_pixel(
                    x as u32,
                    y as u32,
                    image::Rgb([(UNIT * against) as u8, 0, 0]),
                );
            }
        }
    }
    map
}

/// Sums of everything above and left.
struct Sums {
    columns: usize,
    sums: Vec<f64>,
}

impl Sums {
    fn of(values: &[f64], columns: usize) -> Self {
        let width = columns + 1;
        let mut sums = vec![0.0; width];
        for (row, line) in values.chunks_exact(columns).enumerate() {
            let mut along = 0.0;
            sums.push(0.0);
            for (column, value) in line.iter().enumerate() {
                along += value;
                sums.push(along + sums[row * width + column + 1]);
            }
        }
        Self {
            columns: width,
            sums,
        }
    }

    fn window(&self, column: usize, row: usize) -> f64 {
        let at = |column: usize, row: usize| self.sums[row * self.columns + column];
        let (right, low) = (column + WINDOW, row + WINDOW);
        at(right, low) - at(column, low) - at(right, row) + at(column, row)
    }
}

#[cfg(test)]
mod tests;
