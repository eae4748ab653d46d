//! How much a frame differs from those before it.

use image::RgbImage;

use crate::picture::{grey, resize};

/// Longer side of the copies that are compared, in pixels: what compression changes hardly shows on
/// them, what a hand's tremor changes does.
const SIDE: u32 = 160;
/// Side of a block in their pixels.
const BLOCK: usize = 8;
/// Percentile of the blocks' differences that stands for the frame.
const PERCENTILE: usize = 95;

/// A small grey copy.
pub(super) struct Small {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

impl Small {
    pub(super) fn of(pixels: &RgbImage) -> Self {
        let (width, height) = pixels.dimensions();
        let longer = u64::from(width.max(height).max(1));
        let side = |length: u32| (u64::from(length) * u64::from(SIDE) / longer).max(1) as u32;
        let (width, height) = (side(width), side(height));
        Self {
            width: width as usize,
            height: height as usize,
            grey: grey(&resize(pixels, width, height)).into_raw(),
        }
    }
}

/// The difference from the earlier frame that is most like this one; frames of other shapes are not
/// like it at all.
pub(super) fn least<'a>(before: impl Iterator<Item = &'a Small>, now: &Small) -> Option<f32> {
    before
        .map(|earlier| difference(earlier, now))
        .reduce(f32::min)
}

fn difference(a: &Small, b: &Small) -> f32 {
    if (a.width, a.height) != (b.width, b.height) {
        return 255.0;
    }
    let steps: Vec<f32> = a
        .grey
        .iter()
        .zip(&b.grey)
        .map(|(a, b)| f32::from(*b) - f32::from(*a))
        .collect();
    let mean = steps.iter().sum::<f32>() / steps.len().max(1) as f32;
    let mut blocks = Vec::new();
    for top in (0..a.height).step_by(BLOCK) {
        for left in (0..a.width).step_by(BLOCK) {
            let rows = top..(top + BLOCK).min(a.height);
            let columns = left..(left + BLOCK).min(a.width);
            let count = (rows.len() * columns.len()) as f32;
            let sum: f32 = rows
                .flat_map(|row| &steps[row * a.width..][columns.clone()])
                .map(|step| (step - mean).abs())
                .sum();
            blocks.push(sum / count);
        }
    }
    blocks.sort_by(f32::total_cmp);
    let at = blocks.len() * PERCENTILE / 100;
    blocks
        .get(at.min(blocks.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    fn scene(shift: u32, lighter: u8) -> Small {
        let pixels = RgbImage::from_fn(320, 240, |x, y| {
            let tile = ((x + shift) / 20 + y / 20) % 2;
            Rgb([60 + 100 * tile as u8 + lighter; 3])
        });
        Small::of(&pixels)
    }

    #[test]
    fn what_moved_is_new_and_what_became_lighter_is_not() {
        let first = scene(0, 0);
        assert_eq!(least(std::iter::empty(), &first), None);
        assert_eq!(least([&first].into_iter(), &scene(0, 0)), Some(0.0));
        assert!(difference(&first, &scene(0, 9)) < 0.1);
        assert!(difference(&first, &scene(3, 0)) > 10.0);
        let frames = [scene(10, 0), scene(0, 0), scene(5, 0)];
        assert_eq!(least(frames.iter(), &first), Some(0.0));
    }

    #[test]
    fn shapes_differ() {
        let narrow = Small::of(&RgbImage::new(1, 300));
        assert_eq!(difference(&narrow, &scene(0, 0)), 255.0);
        assert_eq!(difference(&narrow, &narrow), 0.0);
    }
}
