//! Titles that are printed on two lines: `DRIVER` above `LICENSE`.

use observation::{DocumentObservation, TextLine};

use crate::Side;

/// Lines of one title follow each other within this share of their height.
const LEADING: f32 = 0.8;
/// Lines of one title begin, end or have their middles this far apart at most, in heights.
const APART: f32 = 0.8;
/// The lower one's height is at least this share of the higher one's.
const LIKE: f32 = 0.7;

/// What pairs of lines say together that stand one right below the other, flush or centred.
pub(super) fn stacked(sides: &[(Side, &DocumentObservation)]) -> Vec<String> {
    let mut stacked = Vec::new();
    for (_, seen) in sides {
        for first in &seen.lines {
            let next = seen.lines.iter().filter(|next| is_next(first, next));
            stacked.extend(next.map(|next| format!("{} {}", first.text, next.text)));
        }
    }
    stacked
}

fn is_next(first: &TextLine, second: &TextLine) -> bool {
    let (above, below) = (first.quad.bounds(), second.quad.bounds());
    let (one, other) = (first.quad.height(), second.quad.height());
    let higher = one.max(other);
    let [.., foot] = first.quad.0;
    let drop = second.quad.0[0].y - foot.y;
    let (left, right) = (
        above.x - below.x,
        above.x + above.width - below.x - below.width,
    );
    let aside = [left, right, f32::midpoint(left, right)];
    one.min(other) > LIKE * higher
        && below.y > above.y + 0.5 * one
        && drop > -0.5 * higher
        && drop < LEADING * higher
        && aside.iter().any(|apart| apart.abs() < APART * higher)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{blank, line};

    fn stacked_lines(lines: &[(&str, f32, f32, f32)]) -> Vec<String> {
        let mut front = blank("front");
        front.lines = lines
            .iter()
            .map(|(text, left, top, height)| line(text, *left, *top, *height, 0.98))
            .collect();
        stacked(&[(Side::Front, &front)])
    }

    #[test]
    fn lines_right_below_each_other_are_one_title() {
        assert_eq!(
            stacked_lines(&[
                ("DRIVER", 977.0, 55.0, 52.0),
                ("VERANDA", 54.0, 70.0, 73.0),
                ("LICENSE", 977.0, 115.0, 53.0),
            ]),
            ["DRIVER LICENSE"]
        );
        for lines in [
            // Too far below, to the side, much smaller.
            [
                ("DRIVER", 977.0, 55.0, 52.0),
                ("LICENSE", 977.0, 215.0, 53.0),
            ],
            [
                ("DRIVER", 977.0, 55.0, 52.0),
                ("LICENSE", 277.0, 115.0, 53.0),
            ],
            [
                ("DRIVER", 977.0, 55.0, 52.0),
                ("LICENSE", 977.0, 115.0, 20.0),
            ],
        ] {
            assert!(stacked_lines(&lines).is_empty());
        }
    }
}
