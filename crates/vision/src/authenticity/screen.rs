//! Pictures of screens and of raster prints: their grid stands out in the spectrum.
//!
//! Print and skin have energy at all frequencies; a pixel grid or a halftone screen has it at one and
//! its multiples, the same all over the picture. The logarithm of the power spectrum is averaged
//! over tiles, so that what only some tiles show goes under, and the highest peak is compared with the
//! median at the same distance from zero frequency.

use std::sync::Arc;

use image::{GrayImage, RgbImage};
use observation::Signal;
use rustfft::num_complex::Complex32;
use rustfft::{Fft, FftPlanner};

use crate::picture::grey;

/// Side of a tile, in pixels.
const TILE: usize = 128;
/// Tiles across and down.
const TILES: (usize, usize) = (8, 6);
/// Frequencies looked at, in cycles a pixel: below are letters and guilloches.
const LEAST_FREQUENCY: f32 = 0.2;
/// Blocks of JPEG (ITU-T T.81) make peaks of their own, this many bins apart.
const BLOCKS: f32 = (TILE / 8) as f32;
/// Width of the rings over which the median is taken, in bins.
const RING: f32 = 3.0;
/// Natural logarithm of peak over median from which the peak is a grid's.
const THRESHOLD: f32 = 7.5;
/// Deviation of grey levels below which a tile is too flat to measure.
const LEAST_DEVIATION: f32 = 0.5;

/// Score: how far the highest peak stands out, as a natural logarithm. `None` for a picture too small
/// for it, or too flat.
pub(super) fn signal(pixels: &RgbImage) -> Option<Signal> {
    let score = peak(&spectrum(&grey(pixels))?);
    let reason = if score > THRESHOLD {
        "A grid of pixels or print dots runs through the whole picture: a screen or a print was \
         photographed."
    } else {
        "No grid of pixels or print dots stands out."
    };
    Some(crate::signal::signal("raster", score, THRESHOLD, reason))
}

/// Mean of the logarithms of the tiles' power spectra.
fn spectrum(pixels: &GrayImage) -> Option<Vec<f32>> {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    if width.min(height) < 2 * TILE {
        return None;
    }
    let transform = FftPlanner::new().plan_fft_forward(TILE);
    let mut sum = vec![0.0f32; TILE * TILE];
    let mut count = 0usize;
    for row in 0..TILES.1 {
        for column in 0..TILES.0 {
            let left = (width - TILE) * column / (TILES.0 - 1);
            let top = (height - TILE) * row / (TILES.1 - 1);
            if let Some(tile) = tile(pixels, left, top) {
                for (sum, value) in sum.iter_mut().zip(transformed(tile, &transform)) {
                    *sum += (value.norm_sqr() + 1.0).ln();
                }
                count += 1;
            }
        }
    }
    let half = TILES.0 * TILES.1 / 2;
    (count >= half).then(|| sum.iter().map(|value| value / count as f32).collect())
}

/// One tile under a Hann window, its mean taken off. `None` where it is flat.
fn tile(pixels: &GrayImage, left: usize, top: usize) -> Option<Vec<Complex32>> {
    let stride = pixels.width() as usize;
    let raw = pixels.as_raw();
    let luma = |at: usize| f32::from(raw[(top + at / TILE) * stride + left + at % TILE]);
    let area = (TILE * TILE) as f32;
    let mean = (0..TILE * TILE).map(luma).sum::<f32>() / area;
    let squares: f32 = (0..TILE * TILE).map(|at| (luma(at) - mean).powi(2)).sum();
    if (squares / area).sqrt() < LEAST_DEVIATION {
        return None;
    }
    let window = |at: usize| {
        let phase = std::f32::consts::TAU * at as f32 / (TILE - 1) as f32;
        0.5 - 0.5 * phase.cos()
    };
    let windows: Vec<f32> = (0..TILE).map(window).collect();
    let windowed = |at: usize| (luma(at) - mean) * windows[at % TILE] * windows[at / TILE];
    Some((0..TILE * TILE).map(|at| windowed(at).into()).collect())
}

/// The two-dimensional transform, rows and columns swapped.
fn transformed(mut tile: Vec<Complex32>, transform: &Arc<dyn Fft<f32>>) -> Vec<Complex32> {
    transform.process(&mut tile);
    let mut turned: Vec<Complex32> = (0..TILE * TILE)
        .map(|at| tile[(at % TILE) * TILE + at / TILE])
        .collect();
    transform.process(&mut turned);
    turned
}

/// The highest value over the median of its ring.
fn peak(spectrum: &[f32]) -> f32 {
    let signed = |bin: usize| {
        if bin < TILE / 2 {
            bin as f32
        } else {
            bin as f32 - TILE as f32
        }
    };
    let place = |at: usize| (signed(at % TILE), signed(at / TILE));
    let ring = |at: usize| {
        let (x, y) = place(at);
        (x.hypot(y) / RING).round() as usize
    };
    let mut rings: Vec<Vec<f32>> = Vec::new();
    for (at, &value) in spectrum.iter().enumerate() {
        let ring = ring(at);
        if rings.len() <= ring {
            rings.resize(ring + 1, Vec::new());
        }
        rings[ring].push(value);
    }
    let medians: Vec<f32> = rings
        .into_iter()
        .map(|mut values| {
            values.sort_by(f32::total_cmp);
            values.get(values.len() / 2).copied().unwrap_or(0.0)
        })
        .collect();
    let of_blocks = |bin: f32| {
        let off = bin.abs() % BLOCKS;
        off.min(BLOCKS - off) < 1.1
    };
    spectrum
        .iter()
        .enumerate()
        .filter(|(at, _)| {
            let (x, y) = place(*at);
            x.hypot(y) > LEAST_FREQUENCY * TILE as f32 && !(of_blocks(x) && of_blocks(y))
        })
        .map(|(at, value)| value - medians[ring(at)])
        .fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    /// Blots of all sizes, and a grid where `pitch` is given.
    fn picture(pitch: Option<f32>) -> RgbImage {
        RgbImage::from_fn(700, 500, |x, y| {
            let mixed = x
                .wrapping_mul(374_761_393)
                .wrapping_add(y.wrapping_mul(668_265_263));
            let mixed = (mixed ^ (mixed >> 13)).wrapping_mul(1_274_126_177);
            let noise = ((mixed ^ (mixed >> 16)) & 0xFF) as f32 / 255.0;
            let blots = (x as f32 / 37.0).sin() * (y as f32 / 23.0).cos();
            let luma = 90.0 + 30.0 * blots + 14.0 * noise;
            let grid = pitch.map_or(1.0, |pitch| {
                let (x, y) = (x as f32 + 0.04 * y as f32, y as f32 - 0.04 * x as f32);
                let wave = |at: f32| 1.0 - 0.12 * (std::f32::consts::TAU * at / pitch).cos();
                wave(x) * wave(y)
            });
            Rgb([(luma * grid) as u8; 3])
        })
    }

    #[test]
    fn a_grid_stands_out() {
        let without = signal(&picture(None)).unwrap();
        assert!(without.score < 3.0, "{}", without.score);
        let with = signal(&picture(Some(3.3))).unwrap();
        assert!(with.score > without.score + 4.0, "{}", with.score);
    }

    #[test]
    fn small_and_flat_pictures_say_nothing() {
        assert!(signal(&RgbImage::new(200, 900)).is_none());
        assert!(signal(&RgbImage::from_pixel(600, 600, Rgb([200; 3]))).is_none());
    }
}
