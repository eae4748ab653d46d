//! How far the digits of two fields are from each other.

use super::glyph::{Glyph, SIDE};
use super::printed::{Printed, median};

/// Furthest that one glyph is moved to lie upon another, in pixels of both.
const ACROSS: usize = 2;
const DOWN: usize = 1;
/// Sums run side by side; the compared width is a multiple of it.
const LANES: usize = 4;

/// How unlike the digits are that two fields share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Distance {
    /// Pairs of the same digit.
    pub(super) pairs: usize,
    /// 0 where they are the same, 1 where they have nothing in common. Between that of the likest pair and
    /// the median of all: one pair may have a speck on it, and one digit may look alike in many typefaces.
    pub(super) unlike: f32,
}

impl Distance {
    /// Between two fields, or between the digits of one that occur more than once. `None` where they have
    /// no digit in common.
    pub(super) fn between(a: &Printed, b: &Printed) -> Option<Self> {
        let mut pairs = Vec::new();
        for one in &a.glyphs {
            for other in &b.glyphs {
                if one.digit == other.digit && !std::ptr::eq(one, other) {
                    pairs.push(unlike(one, other));
                }
            }
        }
        let likest = pairs.iter().copied().reduce(f32::min)?;
        let middle = median(pairs.iter().copied())?;
        Some(Self {
            pairs: pairs.len(),
            unlike: f32::midpoint(likest, middle),
        })
    }
}

/// 1 less the correlation of two glyphs where they lie upon each other best.
fn unlike(a: &Glyph, b: &Glyph) -> f32 {
    let mut best = 0.0f32;
    for down in 0..=2 * DOWN {
        for across in 0..=2 * ACROSS {
            best = best.max(correlation(&a.ink, &b.ink, across, down));
        }
    }
    1.0 - best
}

/// Pearson's correlation of the middle of `a` with as large a part of `b`, which begins at `across` and `down`.
fn correlation(a: &[f32], b: &[f32], across: usize, down: usize) -> f32 {
    const WIDTH: usize = SIDE - 2 * ACROSS;
    const ROWS: usize = SIDE - 2 * DOWN;
    // Sums of a, of b, of their squares and of their products, in lanes that are added up at the end:
    // compilers don't reorder additions.
    let mut sums = [[0.0f32; LANES]; 5];
    for row in 0..ROWS {
        let a = a[(row + DOWN) * SIDE + ACROSS..][..WIDTH]
            .as_chunks::<LANES>()
            .0;
        let b = b[(row + down) * SIDE + across..][..WIDTH]
            .as_chunks::<LANES>()
            .0;
        for (a, b) in a.iter().zip(b) {
            for lane in 0..LANES {
                let (p, q) = (a[lane], b[lane]);
                sums[0][lane] += p;
                sums[1][lane] += q;
                sums[2][lane] += p * p;
                sums[3][lane] += q * q;
                sums[4][lane] += p * q;
            }
        }
    }
    let [of_a, of_b, squares_a, squares_b, products] = sums.map(|lanes| lanes.iter().sum::<f32>());
    let count = (WIDTH * ROWS) as f32;
    let variances =
        (squares_a - of_a * of_a / count).max(0.0) * (squares_b - of_b * of_b / count).max(0.0);
    if variances > 0.0 {
        (products - of_a * of_b / count) / variances.sqrt()
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(left: usize, width: usize) -> Glyph {
        let inked = |at: usize| (left..left + width).contains(&(at % SIDE));
        Glyph {
            digit: 1,
            ink: (0..SIDE * SIDE)
                .map(|at| f32::from(u8::from(inked(at))))
                .collect(),
        }
    }

    #[test]
    fn a_glyph_is_like_itself_wherever_it_stands() {
        assert!(unlike(&bar(12, 5), &bar(12, 5)) < 1e-4);
        assert!(unlike(&bar(12, 5), &bar(14, 5)) < 1e-4);
        assert!(unlike(&bar(12, 5), &bar(10, 9)) > 0.1);
        assert!(unlike(&bar(0, 0), &bar(12, 5)) > 0.99);
    }
}
