//! Whether a frame has noise of its own. A still picture that is shown again, or has a moving face
//! laid over it, keeps the noise that it was taken with.

use image::GrayImage;

/// Side of a block in pixels, as JPEG has it: compression takes noise away block by block.
const BLOCK: usize = 8;
/// Divisor of the number of blocks with noise: so small a part of them is looked at, the flattest,
/// which show nothing but noise.
const FLATTEST: usize = 4;
/// Fewest blocks that a figure can be made of.
const FEWEST: usize = 16;
/// Energy from which a block has noise, in squared grey levels.
const FAINT: f32 = 0.05;

/// See [`observation::RecordingFrame::fresh_noise`].
pub(super) fn freshness(before: &GrayImage, now: &GrayImage) -> Option<f32> {
    if before.dimensions() != now.dimensions() {
        return None;
    }
    let (width, height) = (now.width() as usize, now.height() as usize);
    let (before, now) = (before.as_raw().as_slice(), now.as_raw().as_slice());
    let mut blocks = Vec::new();
    for top in (0..(height / BLOCK) * BLOCK).step_by(BLOCK) {
        for left in (0..(width / BLOCK) * BLOCK).step_by(BLOCK) {
            let block = Block::of(before, now, width, top, left);
            if block.before > FAINT && block.now > FAINT {
                blocks.push(block);
            }
        }
    }
    blocks.sort_by(|a, b| a.energy().total_cmp(&b.energy()));
    blocks.truncate(blocks.len() / FLATTEST);
    if blocks.len() < FEWEST {
        return None;
    }
    let changed: f32 = blocks.iter().map(|block| block.changed).sum();
    let energy: f32 = blocks.iter().map(Block::energy).sum();
    Some(changed / energy)
}

/// Mean energies of the finest diagonal detail, where scenes have least.
struct Block {
    before: f32,
    now: f32,
    changed: f32,
}

impl Block {
    fn of(before: &[u8], now: &[u8], width: usize, top: usize, left: usize) -> Self {
        let detail = |grey: &[u8], at: usize| {
            let value = |at: usize| f32::from(grey[at]);
            0.5 * (value(at) - value(at + 1) - value(at + width) + value(at + width + 1))
        };
        let mut sums = [0.0; 3];
        for row in 0..BLOCK - 1 {
            for column in 0..BLOCK - 1 {
                let at = (top + row) * width + left + column;
                let (a, b) = (detail(before, at), detail(now, at));
                sums[0] += a * a;
                sums[1] += b * b;
                sums[2] += (b - a) * (b - a);
            }
        }
        let [before, now, changed] = sums.map(|sum| sum / ((BLOCK - 1) * (BLOCK - 1)) as f32);
        Self {
            before,
            now,
            changed,
        }
    }

    fn energy(&self) -> f32 {
        self.before + self.now
    }
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    fn noisy(seed: u32) -> GrayImage {
        let mut state = seed;
        GrayImage::from_fn(160, 120, |x, _| {
            state = state.wrapping_mul(1664525).wrapping_add(1013904223);
            Luma([(100 + x / 4 + (state >> 29)) as u8])
        })
    }

    #[test]
    fn another_frame_has_another_noise() {
        let fresh = freshness(&noisy(1), &noisy(2)).unwrap();
        assert!((0.8..1.2).contains(&fresh), "{fresh}");
        assert_eq!(freshness(&noisy(1), &noisy(1)), Some(0.0));
    }

    #[test]
    fn without_noise_nothing_is_said() {
        let flat = GrayImage::from_pixel(160, 120, Luma([9]));
        assert_eq!(freshness(&flat, &flat), None);
        assert_eq!(freshness(&flat, &noisy(1)), None);
        assert_eq!(freshness(&GrayImage::new(1, 1), &flat), None);
        assert_eq!(
            freshness(&GrayImage::new(1, 1), &GrayImage::new(1, 1)),
            None
        );
    }
}
