use image::{GrayImage, RgbImage, imageops};
use observation::Point;

/// Scales to exactly `width` × `height`: bilinear where it grows, the weighted mean of all pixels
/// covered where it shrinks (a triangle filter, down first, then across).
pub(crate) fn resize(pixels: &RgbImage, width: u32, height: u32) -> RgbImage {
    let (width, height) = (width.max(1), height.max(1));
    if pixels.dimensions() == (width, height) {
        return pixels.clone();
    }
    let across = taps(pixels.width(), width);
    let length = pixels.width() as usize * 3;
    let mut line = vec![0.0f32; length];
    let mut data = Vec::with_capacity(width as usize * 3 * height as usize);
    for taps in taps(pixels.height(), height) {
        line.fill(0.5);
        let covered = pixels.as_raw()[taps.first * length..].chunks_exact(length);
        for (weight, source) in taps.weights.iter().zip(covered) {
            for (sum, value) in line.iter_mut().zip(source) {
                *sum += weight * f32::from(*value);
            }
        }
        squeeze(&line, &across, &mut data);
    }
    RgbImage::from_raw(width, height, data).expect("three bytes a pixel")
}

/// The most bytes that [`resize`] takes at once, its result with them.
pub(crate) fn resize_cost(from: (u32, u32), to: (u32, u32)) -> u64 {
    // Each target line or column has its list, and at most two weights for each of source and target.
    const LIST: u64 = 64;
    const WEIGHT: u64 = 4;
    let taps = |from: u32, to: u32| {
        LIST * u64::from(to) + 2 * WEIGHT * 2 * (u64::from(from) + u64::from(to))
    };
    let line = 3 * 4 * u64::from(from.0);
    let result = 3 * u64::from(to.0) * u64::from(to.1);
    line + taps(from.0, to.0) + taps(from.1, to.1) + result
}

/// Appends one line to `target`, scaled to as many pixels as there are entries in `across`.
fn squeeze(line: &[f32], across: &[Taps], target: &mut Vec<u8>) {
    for taps in across {
        let covered = line[taps.first * 3..].as_chunks::<3>().0;
        let mut pixel = [0.0f32; 3];
        for (weight, values) in taps.weights.iter().zip(covered) {
            for (sum, value) in pixel.iter_mut().zip(values) {
                *sum += weight * value;
            }
        }
        target.extend(pixel.map(|value| value as u8));
    }
}

/// Which source pixels make up one target pixel.
struct Taps {
    first: usize,
    /// Sum to one.
    weights: Vec<f32>,
}

fn taps(source: u32, target: u32) -> Vec<Taps> {
    let scale = source as f32 / target as f32;
    let reach = scale.max(1.0);
    (0..target)
        .map(|at| {
            let centre = (at as f32 + 0.5) * scale - 0.5;
            let first = (centre - reach).ceil().max(0.0) as usize;
            let last = ((centre + reach).floor() as usize)
                .min(source as usize - 1)
                .max(first);
            let mut weights: Vec<f32> = (first..=last)
                .map(|at| (1.0 - (at as f32 - centre).abs() / reach).max(0.0))
                .collect();
            let sum: f32 = weights.iter().sum();
            for weight in &mut weights {
                *weight /= sum;
            }
            Taps { first, weights }
        })
        .collect()
}

/// Turns clockwise by quarters.
pub(crate) fn turn(pixels: &RgbImage, quarters: u8) -> RgbImage {
    match quarters % 4 {
        0 => pixels.clone(),
        1 => imageops::rotate90(pixels),
        2 => imageops::rotate180(pixels),
        _ => imageops::rotate270(pixels),
    }
}

/// Where a point of a `width` × `height` picture lies after [`turn`].
pub(crate) fn turn_point(point: Point, (width, height): (u32, u32), quarters: u8) -> Point {
    let (width, height) = (width as f32, height as f32);
    match quarters % 4 {
        0 => point,
        1 => Point {
            x: height - point.y,
            y: point.x,
        },
        2 => Point {
            x: width - point.x,
            y: height - point.y,
        },
        _ => Point {
            x: point.y,
            y: width - point.x,
        },
    }
}

/// Luma as ITU-R BT.601 weighs it.
pub(crate) fn grey(pixels: &RgbImage) -> GrayImage {
    let data = pixels
        .pixels()
        .map(|pixel| {
            let [r, g, b] = pixel.0.map(u32::from);
            ((299 * r + 587 * g + 114 * b + 500) / 1000) as u8
        })
        .collect();
    GrayImage::from_raw(pixels.width(), pixels.height(), data).expect("one byte a pixel")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_turn_with_the_picture() {
        let mut pixels = RgbImage::new(5, 3);
        pixels.put_pixel(4, 0, image::Rgb([255, 0, 0]));
        for quarters in 0..4 {
            let turned = turn(&pixels, quarters);
            let at = turn_point(Point { x: 4.5, y: 0.5 }, (5, 3), quarters);
            assert_eq!(
                turned.get_pixel(at.x as u32, at.y as u32).0,
                [255, 0, 0],
                "{quarters}"
            );
        }
    }

    #[test]
    fn resizing_keeps_a_flat_colour() {
        let pixels = RgbImage::from_pixel(7, 9, image::Rgb([10, 20, 30]));
        let resized = resize(&pixels, 20, 4);
        assert_eq!(resized.dimensions(), (20, 4));
        assert!(resized.pixels().all(|pixel| pixel.0 == [10, 20, 30]));
    }
}
