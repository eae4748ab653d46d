//! Dates of two columns that a reader took for one line.

use super::Line;
use crate::text::date::dates_in;

/// A line of nothing but dates as one line for each; any other as it is.
pub(super) fn apart(line: Line<'_>) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut rest = line;
    while let Some(at) = first_end(&rest) {
        let length = rest.text.len();
        lines.push(between(&rest, 0, at));
        rest = between(&rest, at + 1, length);
    }
    lines.push(rest);
    lines
}

/// Where the first of several dates ends, if there is nothing before and behind it but dates.
fn first_end(line: &Line) -> Option<usize> {
    if line.label.is_some() || line.is_numbered {
        return None;
    }
    let begins = |text: &str| text.split(' ').next().is_some_and(is_of_date);
    let count = dates_in(line.text).len();
    let mut spaces = line.text.match_indices(' ').map(|(at, _)| at);
    spaces.find(|&at| {
        let (first, rest) = (&line.text[..at], &line.text[at + 1..]);
        begins(first)
            && begins(rest)
            && dates_in(first).len() == 1
            && count >= 2
            && dates_in(rest).len() == count - 1
    })
}

/// Digits, as a day or all of a date has them, and no number of a field.
fn is_of_date(word: &str) -> bool {
    word.ends_with(|last: char| last.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-'))
}

/// The part of a line between two places of its text, its characters taken to be equally wide.
pub(super) fn between<'a>(line: &Line<'a>, start: usize, end: usize) -> Line<'a> {
    let whole = line.text.chars().count().max(1) as f32;
    let share = |at: usize| line.text[..at].chars().count() as f32 / whole;
    let (from, to) = (share(start), share(end));
    let mut part = line.clone();
    part.text = &line.text[start..end];
    part.quad.0 = [
        line.top_at(from),
        line.top_at(to),
        line.foot_at(to),
        line.foot_at(from),
    ];
    part.bounds = part.quad.bounds();
    part
}

#[cfg(test)]
mod tests {
    use observation::{Point, Quad, TextLine};

    use super::*;
    use crate::Side;

    fn parts(text: &str) -> Vec<(String, f32, f32)> {
        let corner = |x, y| Point { x, y };
        let line = TextLine {
            text: text.to_owned(),
            confidence: 1.0,
            quad: Quad([
                corner(100.0, 10.0),
                corner(500.0, 10.0),
                corner(500.0, 40.0),
                corner(100.0, 40.0),
            ]),
        };
        let parts = apart(Line::of(Side::Front, &line));
        let shown = parts.iter().map(|part| {
            let bounds = part.bounds;
            (part.text.to_owned(), bounds.x, bounds.x + bounds.width)
        });
        shown.collect()
    }

    #[test]
    fn dates_side_by_side_are_two() {
        let [first, second] = parts("28 MAR/MARS 2025 28 MAR/MARS 2035")
            .try_into()
            .unwrap();
        assert_eq!(first.0, "28 MAR/MARS 2025");
        assert_eq!(second.0, "28 MAR/MARS 2035");
        assert!(first.1 == 100.0 && first.2 < second.1 && (second.2 - 500.0).abs() < 0.01);
        for text in [
            "08.11.2024 08.11.2034",
            "08 11 2024 08 11 2034",
            "1 MAY 2020 12 JUNE 2030",
        ] {
            assert_eq!(parts(text).len(), 2, "{text}");
        }
        assert_eq!(parts("08.11.2024 08.11.2034 01.02.1990").len(), 3);
    }

    #[test]
    fn other_lines_stay_as_they_are() {
        for text in [
            "28 MAR/MARS 2025",
            "4a. 08.11.2024 4b. 08.11.2034",
            "3. 08.11.2024 4 08.11.2034",
            "VALID 08.11.2024 08.11.2034",
            "12 AUG 1974 UTOPIA",
            "67 HARBOUR ROAD",
            "",
        ] {
            let [(only, _, _)] = parts(text).try_into().unwrap();
            assert_eq!(only, text);
        }
    }
}
