//! Where a digit is in its strip.

use std::ops::Range;

use super::strip::{HEIGHT, Strip};

/// What has a greater share of ink belongs to the digit.
const INKED: f32 = 0.5;

/// The outermost ink of a digit, in pixels of its strip, between pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

impl Extent {
    /// Of the digit around column `centre`, no further than `from` and `to`: up to the lightest column on
    /// each side. `None` where there is no ink.
    pub(super) fn around(strip: &Strip, centre: f32, from: f32, to: f32) -> Option<Self> {
        let last = strip.width as f32 - 1.0;
        let column = |place: f32| place.clamp(0.0, last) as usize;
        let (from, centre, to) = (column(from), column(centre), column(to));
        let (from, to) = (from.min(centre), to.max(centre));
        let ink = |x: usize| -> f32 { (0..HEIGHT).map(|y| strip.at(x, y).clamp(0.0, 1.0)).sum() };
        let lightest = |range: Range<usize>| range.min_by(|&a, &b| ink(a).total_cmp(&ink(b)));
        let (left, right) = (lightest(from..centre + 1)?, lightest(centre..to + 1)?);
        let darkest = |y: usize| (left..=right).map(|x| strip.at(x, y)).fold(0.0, f32::max);
        let rows: Vec<f32> = (0..HEIGHT).map(darkest).collect();
        // Other lines may reach into the strip above and below.
        let inside = longest_run(&rows)?;
        let (top, bottom) = edges(&rows, &inside);
        let darkest = |x: usize| inside.clone().map(|y| strip.at(x, y)).fold(0.0, f32::max);
        let columns: Vec<f32> = (left..=right).map(darkest).collect();
        let first = columns.iter().position(|share| *share > INKED)?;
        let last = columns.iter().rposition(|share| *share > INKED)?;
        let (start, end) = edges(&columns, &(first..last + 1));
        Some(Self {
            left: left as f32 + start,
            right: left as f32 + end,
            top,
            bottom,
        })
    }

    pub(super) fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    pub(super) fn height(&self) -> f32 {
        self.bottom - self.top
    }
}

/// The longest run of inked values.
fn longest_run(values: &[f32]) -> Option<Range<usize>> {
    let mut longest: Option<Range<usize>> = None;
    let mut start = 0;
    for run in values.split(|share| *share <= INKED) {
        if !run.is_empty() && longest.as_ref().is_none_or(|other| run.len() > other.len()) {
            longest = Some(start..start + run.len());
        }
        start += run.len() + 1;
    }
    longest
}

/// Where values pass [`INKED`] at both ends of a run.
fn edges(values: &[f32], run: &Range<usize>) -> (f32, f32) {
    let passed = |inside: f32, outside: f32| {
        ((inside - INKED) / (inside - outside).max(1e-3)).clamp(0.0, 1.0)
    };
    let (first, last) = (run.start, run.end - 1);
    let before = first.checked_sub(1).map(|at| values[at]);
    let behind = values.get(run.end);
    (
        first as f32 - before.map_or(0.0, |outside| passed(values[first], outside)),
        last as f32 + behind.map_or(0.0, |outside| passed(values[last], *outside)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_is_found_and_its_edges_lie_between_pixels() {
        let values = [0.9, 0.0, 0.25, 0.75, 1.0, 1.0, 0.0];
        let run = longest_run(&values).unwrap();
        assert_eq!(run, 3..6);
        assert_eq!(edges(&values, &run), (2.5, 5.5));
        assert_eq!(longest_run(&[0.1, 0.2]), None);
        assert_eq!(edges(&[1.0, 1.0], &(0..2)), (0.0, 1.0));
    }
}
