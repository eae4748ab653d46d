//! The coefficients of a picture's blocks, as its file has them.

use image::DynamicImage;

use super::{FREQUENCIES, LARGEST};

const SIDE: usize = 8;
/// Row and column of a frequency, in zigzag order from the first behind the mean.
const ORDER: [(usize, usize); FREQUENCIES] = [
    (0, 1),
    (1, 0),
    (2, 0),
    (1, 1),
    (0, 2),
    (0, 3),
    (1, 2),
    (2, 1),
    (3, 0),
];
/// Frequencies of one dimension that these take.
const WAVES: usize = 4;
/// Samples outside are clipped, or were before the picture was saved again.
const UNCLIPPED: std::ops::RangeInclusive<u8> = 6..=249;
/// Smaller pictures have no distributions.
const LEAST_BLOCKS: usize = 16;
/// Pictures of more blocks than a phone's 12 megapixels have were mostly made larger: their windows
/// hold next to nothing, and what little they hold misleads.
const MOST_BLOCKS: usize = 195_000;

pub(super) struct Blocks {
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// For each block its coefficients in steps; whatever is larger than [`LARGEST`] counts as one more
    /// than that.
    values: Vec<[i8; FREQUENCIES]>,
    usable: Vec<bool>,
}

impl Blocks {
    /// `None` for pictures that are small or huge, or neither grey nor red, green and blue.
    pub(super) fn of(pixels: &DynamicImage, steps: &[u16; 64]) -> Option<Self> {
        let (samples, channels) = match pixels {
            DynamicImage::ImageRgb8(pixels) => (pixels.as_raw().as_slice(), 3),
            DynamicImage::ImageLuma8(pixels) => (pixels.as_raw().as_slice(), 1),
            _ => return None,
        };
        let width = pixels.width() as usize;
        let (columns, rows) = (width / SIDE, pixels.height() as usize / SIDE);
        if columns.min(rows) < LEAST_BLOCKS || columns * rows > MOST_BLOCKS {
            return None;
        }
        let cosines = cosines();
        let mut values = Vec::with_capacity(columns * rows);
        let mut whole = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let mut block = [[0.0_f32; SIDE]; SIDE];
                let mut clipped = false;
                for (y, line) in block.iter_mut().enumerate() {
                    let start = ((row * SIDE + y) * width + column * SIDE) * channels;
                    let line_samples = &samples[start..start + SIDE * channels];
                    clipped |= line_samples
                        .iter()
                        .any(|sample| !UNCLIPPED.contains(sample));
                    for (luma, pixel) in line.iter_mut().zip(line_samples.chunks_exact(channels)) {
                        *luma = match pixel {
                            // ITU-T T.871, 7: what JFIF takes as luma.
                            [r, g, b] => {
                                0.299 * f32::from(*r)
                                    + 0.587 * f32::from(*g)
                                    + 0.114 * f32::from(*b)
                            }
                            _ => f32::from(pixel[0]),
                        };
                    }
                }
                values.push(transformed(&block, &cosines, steps));
                whole.push(!clipped);
            }
        }
        // Chroma of one block may have been shared with its neighbours.
        let usable = (0..columns * rows).map(|at| {
            let (column, row) = (at % columns, at / columns);
            let around = |at: usize, of: usize| at.saturating_sub(1)..=(at + 1).min(of - 1);
            around(row, rows)
                .all(|row| around(column, columns).all(|column| whole[row * columns + column]))
        });
        Some(Self {
            columns,
            rows,
            usable: usable.collect(),
            values,
        })
    }

    pub(super) fn count(&self) -> usize {
        self.columns * self.rows
    }

    /// Blocks and what they have at this frequency, in steps; without those that are clipped.
    pub(super) fn values(&self, frequency: usize) -> impl Iterator<Item = (usize, i16)> {
        let blocks = self.values.iter().zip(&self.usable).enumerate();
        blocks
            .filter(|(_, (_, usable))| **usable)
            .map(move |(at, (values, _))| (at, i16::from(values[frequency])))
    }
}

/// The rows of the transform's matrix (ITU-T T.81, A.3.3).
fn cosines() -> [[f32; SIDE]; WAVES] {
    std::array::from_fn(|wave| {
        let scale = if wave == 0 { 0.125_f32 } else { 0.25 }.sqrt();
        std::array::from_fn(|at| {
            let turn = (2 * at + 1) as f32 * wave as f32 * std::f32::consts::PI / 16.0;
            scale * turn.cos()
        })
    })
}

fn transformed(
    block: &[[f32; SIDE]; SIDE],
    cosines: &[[f32; SIDE]; WAVES],
    steps: &[u16; 64],
) -> [i8; FREQUENCIES] {
    let mut along = [[0.0_f32; WAVES]; SIDE];
    for (sums, line) in along.iter_mut().zip(block) {
        for (sum, wave) in sums.iter_mut().zip(cosines) {
            *sum = line.iter().zip(wave).map(|(a, b)| a * b).sum();
        }
    }
    let most = f32::from(LARGEST + 1);
    std::array::from_fn(|frequency| {
        let (row, column) = ORDER[frequency];
        let sums = along.iter().zip(&cosines[row]);
        let value: f32 = sums.map(|(sums, wave)| sums[column] * wave).sum();
        let in_steps = (value / f32::from(steps[frequency + 1])).round();
        in_steps.clamp(-most, most) as i8
    })
}
