//! Print taken away, with what stands beside it.

use image::{Rgb, RgbImage};

use crate::canvas::{Colour, from_pixel, mix, to_pixel};

/// Share of a patch's pixels that are darker than its ink.
const INK: f32 = 0.03;

/// The colour of the ink in a patch, as a picker of colours would find it.
pub(super) fn darkest(patch: &RgbImage) -> Colour {
    let mut pixels: Vec<&Rgb<u8>> = patch.pixels().collect();
    pixels.sort_by_key(|pixel| {
        pixel
            .0
            .iter()
            .map(|&channel| u32::from(channel))
            .sum::<u32>()
    });
    let at = (INK * pixels.len() as f32) as usize;
    pixels.get(at).map_or([0.0; 3], |pixel| from_pixel(**pixel))
}

/// Fills each row with its own left and right margin, `margin` pixels wide, mirrored to and fro and faded
/// from one to the other.
pub(super) fn out_of_the_margins(patch: &mut RgbImage, margin: f32) {
    let margin = (margin as u32).max(2);
    let (width, height) = patch.dimensions();
    if width <= 2 * margin {
        return;
    }
    let whole = patch.clone();
    for y in 0..height {
        for x in margin..width - margin {
            let from_left = mirrored(x - margin, margin);
            let from_right = mirrored(width - margin - 1 - x, margin);
            let left = from_pixel(*whole.get_pixel(margin - 1 - from_left, y));
            let right = from_pixel(*whole.get_pixel(width - margin + from_right, y));
            let share = (x - margin) as f32 / (width - 2 * margin) as f32;
            patch.put_pixel(x, y, to_pixel(mix(left, right, share)));
        }
    }
}

/// To and fro between 0 and `length` − 1.
fn mirrored(at: u32, length: u32) -> u32 {
    let turn = at % (2 * length);
    turn.min(2 * length - 1 - turn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn print_goes_and_margins_stay() {
        let paper = Rgb([230, 220, 210]);
        let mut patch = RgbImage::from_pixel(60, 12, paper);
        for x in 15..45 {
            patch.put_pixel(x, 6, Rgb([20, 20, 20]));
        }
        assert_eq!(darkest(&patch)[0], 20.0);
        out_of_the_margins(&mut patch, 10.0);
        assert!(patch.pixels().all(|pixel| *pixel == paper));
    }

    #[test]
    fn a_mirror_goes_to_and_fro() {
        let path: Vec<u32> = (0..7).map(|at| mirrored(at, 3)).collect();
        assert_eq!(path, [0, 1, 2, 2, 1, 0, 0]);
    }
}
