//! The digits of one field, as they are printed.

use image::RgbImage;
use observation::{Point, Quad, Rect};

use super::extent::Extent;
use super::field::{Field, Kind};
use super::glyph::Glyph;
use super::strip::{HEIGHT, Strip};
use crate::line::Character;

/// A field takes so much of its line beyond its outermost digits' middles, in heights of the line.
const MARGIN: f32 = 0.8;
/// Digits reach no further from their middle, in heights of the line.
const REACH: f32 = 0.55;
/// Digits that are less high, in pixels of the picture, are too small to tell typefaces apart.
const LEAST_HEIGHT: f32 = 16.0;
/// How far a digit's ends may lie from the line through those of the others, in heights of a digit. What is
/// further away was not cut out right.
const OFF_THE_LINE: f32 = 0.12;
/// The same of all digits, in the mean, at their lower ends.
const OFF_THE_BASELINE: f32 = 0.02;
/// Fewer digits, or a smaller share of the field's, tell nothing.
const FEWEST: usize = 4;
const LEAST_SHARE: f32 = 0.75;
/// Digits of a long number beyond these are not looked at.
const MOST_DIGITS: usize = 12;

/// A field of a picture.
pub(super) struct Printed {
    pub(super) kind: Kind,
    /// All its digits, as read.
    pub(super) digits: Vec<u8>,
    /// Those that could be cut out.
    pub(super) glyphs: Vec<Glyph>,
    /// Median of its digits, in pixels of the picture.
    pub(super) height: f32,
    pub(super) region: Rect,
}

impl Printed {
    /// `None` where its digits are too small, too faint or could not be cut out.
    pub(super) fn of(
        pixels: &RgbImage,
        line: &Quad,
        text: &[Character],
        field: &Field,
    ) -> Option<Self> {
        let digits = &field.digits[..field.digits.len().min(MOST_DIGITS)];
        let place = |at: usize| text[at].place;
        let margin = MARGIN * line.height() / line.width().max(1.0);
        let start = (place(*digits.first()?) - margin).max(0.0);
        let end = (place(*digits.last()?) + margin).min(1.0);
        let part = part(line, start, end);
        let strip = Strip::cut(pixels, &part)?;
        let column = |at: usize| (place(at) - start) / (end - start) * strip.width as f32 - 0.5;
        let reach = REACH * HEIGHT as f32;
        let value = |at: usize| text[at].character.to_digit(10).unwrap_or(0) as u8;
        let mut found = Vec::with_capacity(digits.len());
        for &at in digits {
            let centre = column(at);
            let before = at.checked_sub(1).map_or(f32::MIN, column);
            let behind = if at + 1 < text.len() {
                column(at + 1)
            } else {
                f32::MAX
            };
            let (from, to) = (before.max(centre - reach), behind.min(centre + reach));
            if let Some(extent) = Extent::around(&strip, centre, from, to) {
                found.push((value(at), extent));
            }
        }
        let even = even(&found)?;
        let height = median(even.iter().map(|(_, extent)| extent.height()))? * strip.scale;
        let fewest = FEWEST.max((LEAST_SHARE * digits.len() as f32).ceil() as usize);
        (even.len() >= fewest && height >= LEAST_HEIGHT).then(|| Self {
            kind: field.kind,
            digits: field.digits.iter().map(|&at| value(at)).collect(),
            glyphs: even
                .iter()
                .map(|(digit, extent)| Glyph::of(&strip, *digit, extent))
                .collect(),
            height,
            region: part.bounds(),
        })
    }
}

/// Those digits that stand on one line and end on one. `None` where there is no such line.
fn even(found: &[(u8, Extent)]) -> Option<Vec<(u8, Extent)>> {
    let line = |end: fn(&Extent) -> f32| {
        let points = found
            .iter()
            .map(|(_, extent)| (extent.middle(), end(extent)));
        Line::through(&points.collect::<Vec<_>>())
    };
    let (top, bottom) = (line(|extent| extent.top)?, line(|extent| extent.bottom)?);
    let off = |extent: &Extent| {
        let x = extent.middle();
        let high = (bottom.at(x) - top.at(x)).max(1.0);
        let away = |end: f32, line: &Line| (end - line.at(x)).abs() / high;
        (away(extent.top, &top), away(extent.bottom, &bottom))
    };
    let off_the_baseline: f32 = found.iter().map(|(_, extent)| off(extent).1).sum();
    if off_the_baseline > OFF_THE_BASELINE * found.len() as f32 {
        return None;
    }
    let is_even = |(_, extent): &&(u8, Extent)| {
        let (above, below) = off(extent);
        above.max(below) < OFF_THE_LINE
    };
    Some(found.iter().filter(is_even).copied().collect())
}

struct Line {
    slope: f32,
    offset: f32,
}

impl Line {
    /// Through most of the points: Theil and Sen's, the median of all slopes and then of what is left.
    fn through(points: &[(f32, f32)]) -> Option<Self> {
        /// Points that are nearer to each other, in pixels, tell no slope.
        const APART: f32 = 8.0;
        let pairs = points
            .iter()
            .enumerate()
            .flat_map(|(at, a)| points[at + 1..].iter().map(move |b| (a, b)));
        let apart = pairs.filter(|(a, b)| (b.0 - a.0).abs() > APART);
        let slope = median(apart.map(|(a, b)| (b.1 - a.1) / (b.0 - a.0)))?;
        let offset = median(points.iter().map(|(x, y)| y - slope * x))?;
        Some(Self { slope, offset })
    }

    fn at(&self, x: f32) -> f32 {
        self.offset + self.slope * x
    }
}

/// The part of a line from `start` to `end`, 0 to 1 along it.
fn part(line: &Quad, start: f32, end: f32) -> Quad {
    let [a, b, c, d] = line.0;
    let between = |from: Point, to: Point, share: f32| Point {
        x: from.x + share * (to.x - from.x),
        y: from.y + share * (to.y - from.y),
    };
    Quad([
        between(a, b, start),
        between(a, b, end),
        between(d, c, end),
        between(d, c, start),
    ])
}

pub(super) fn median(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f32::total_cmp).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_through_most_points() {
        let points = [
            (0.0, 1.0),
            (10.0, 2.0),
            (20.0, 3.0),
            (30.0, 90.0),
            (40.0, 5.0),
        ];
        let line = Line::through(&points).unwrap();
        assert!((line.at(50.0) - 6.0).abs() < 0.01);
        assert!(Line::through(&points[..1]).is_none());
    }

    #[test]
    fn what_was_not_cut_out_right_is_left_out() {
        let digit = |x: f32, top: f32| Extent {
            left: x,
            right: x + 10.0,
            top,
            bottom: 40.0,
        };
        let found: Vec<(u8, Extent)> = [10.0, 10.2, 18.0, 9.9, 10.1]
            .into_iter()
            .enumerate()
            .map(|(at, top)| (at as u8, digit(20.0 * at as f32, top)))
            .collect();
        let even: Vec<u8> = even(&found)
            .unwrap()
            .iter()
            .map(|(value, _)| *value)
            .collect();
        assert_eq!(even, [0, 1, 3, 4]);
    }
}
