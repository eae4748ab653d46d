//! The printed zone: lines of text, which of them are labels, and what stands beside a label.

pub(crate) mod date;
pub(crate) mod distance;
pub(crate) mod fold;
mod label;
mod numbered;

use observation::{DocumentObservation, Quad, Rect, TextLine};

use crate::Side;
use crate::kind::Kind;
pub(crate) use label::Label;
use label::label_of;
use numbered::{Numbered, has_american_word, numbered};

/// Everything printed on the sides that were seen.
pub(crate) struct Print<'a> {
    pub(crate) lines: Vec<Line<'a>>,
    /// An American licence: months stand before days.
    pub(crate) is_american: bool,
}

pub(crate) struct Line<'a> {
    pub(crate) side: Side,
    pub(crate) text: &'a str,
    pub(crate) confidence: f32,
    pub(crate) label: Option<Label>,
    /// Whether it is a numbered field, and what that says in its own line.
    is_numbered: bool,
    own: Option<&'a str>,
    pub(crate) bounds: Rect,
    /// Its corners, where it is askew: its bounds then reach into the lines around it.
    quad: Quad,
    height: f32,
}

/// A text that stands where a label says its field is.
#[derive(Clone)]
pub(crate) struct Value<'a> {
    pub(crate) text: &'a str,
    pub(crate) confidence: f32,
    pub(crate) side: Side,
    pub(crate) bounds: Rect,
}

impl<'a> Print<'a> {
    pub(crate) fn of(sides: &[(Side, &'a DocumentObservation)]) -> Self {
        let mut lines: Vec<Line> = sides
            .iter()
            .flat_map(|&(side, seen)| {
                let printed = seen.lines.iter().filter(|line| !is_of_zone(seen, line));
                printed.map(move |line| Line::of(side, line))
            })
            .collect();
        let seen: Vec<_> = sides.iter().map(|&(_, seen)| seen).collect();
        if Kind::printed(&seen) == Some(Kind::DrivingLicense) {
            number(&mut lines);
        }
        let is_american = lines.iter().filter(|line| line.is_american()).count() >= 2;
        Self { lines, is_american }
    }

    /// Lines that are no mere labels.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(|line| line.label.is_none())
    }

    /// For every label of this kind the text nearest to it that `fits`: in its own line, else
    /// below it, else to its right.
    pub(crate) fn labelled(&self, label: Label, fits: impl Fn(&str) -> bool) -> Vec<Value<'a>> {
        let labels = self.lines.iter().filter(|line| line.label == Some(label));
        labels
            .filter_map(|line| {
                let own = if line.is_numbered {
                    line.own
                } else {
                    line.after_label()
                };
                if let Some(text) = own.filter(|text| fits(text)) {
                    return Some(Value {
                        text,
                        ..line.value()
                    });
                }
                let near = |distance: &dyn Fn(&Line) -> Option<f32>| {
                    self.values()
                        .filter(|other| other.side == line.side && fits(other.text))
                        .filter_map(|other| Some((distance(other)?, other)))
                        .min_by(|a, b| a.0.total_cmp(&b.0))
                        .map(|(_, other)| other.value())
                };
                near(&|other| line.gap_below(other))
                    .or_else(|| near(&|other| line.gap_right(other)))
            })
            .collect()
    }

    /// What stands below `value` in the same block of text, line by line.
    pub(crate) fn continued(&self, value: &Value<'a>) -> Vec<Value<'a>> {
        let mut block: Vec<Value> = Vec::new();
        let mut last = self.lines.iter().find(|line| line.is(value));
        while let Some(line) = last {
            if block.len() > 3 {
                break;
            }
            let below = self
                .lines
                .iter()
                .filter(|other| other.side == line.side && line.starts_level_with(other))
                .filter_map(|other| Some((line.gap_below(other)?, other)))
                .min_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, other)| other)
                .filter(|other| other.label.is_none());
            block.extend(below.map(Line::value));
            last = below;
        }
        block
    }
}

/// Labels the numbered fields of a driving licence. European ones have the holder's own number as
/// 4d and the licence's as 5, American ones the licence's as 4d.
fn number(lines: &mut [Line]) {
    let fifth = lines.iter().any(|line| {
        numbered(line.text).is_some_and(|found| found.field == "5" && found.label == Label::Number)
    });
    for line in lines {
        let Some(Numbered {
            label,
            field,
            value,
        }) = numbered(line.text)
        else {
            continue;
        };
        let others = fifth && field.eq_ignore_ascii_case("4d");
        line.label = Some(if others { Label::Other } else { label });
        line.is_numbered = true;
        line.own = value;
    }
}

/// Whether the line is a piece of a machine readable zone: that must never confirm itself.
fn is_of_zone(seen: &DocumentObservation, line: &TextLine) -> bool {
    let centre = line.quad.centre();
    let within = |zone: Rect| {
        (zone.x..=zone.x + zone.width).contains(&centre.x)
            && (zone.y..=zone.y + zone.height).contains(&centre.y)
    };
    line.text.contains("<<")
        || seen
            .mrz
            .iter()
            .flat_map(|zone| &zone.quads)
            .any(|quad| within(quad.bounds()))
}

impl<'a> Line<'a> {
    fn of(side: Side, line: &'a TextLine) -> Self {
        Self {
            side,
            text: &line.text,
            confidence: line.confidence,
            label: label_of(&line.text),
            is_numbered: false,
            own: None,
            bounds: line.quad.bounds(),
            quad: line.quad,
            height: line.quad.height(),
        }
    }

    pub(crate) fn value(&self) -> Value<'a> {
        Value {
            text: self.text,
            confidence: self.confidence,
            side: self.side,
            bounds: self.bounds,
        }
    }

    fn is(&self, value: &Value) -> bool {
        self.side == value.side && self.bounds == value.bounds && self.text == value.text
    }

    /// What follows a label in its own line: after a colon, else all of it, for dates and numbers
    /// that can't be taken for a label.
    fn after_label(&self) -> Option<&'a str> {
        match self.text.rsplit_once(':') {
            Some((_, value)) if !value.trim().is_empty() => Some(value.trim()),
            Some(_) => None,
            None => self
                .text
                .contains(|c: char| c.is_ascii_digit())
                .then_some(self.text),
        }
    }

    fn is_american(&self) -> bool {
        self.is_numbered && has_american_word(self.text)
    }

    /// How far `other` lies below in the same column, within three lines' height.
    fn gap_below(&self, other: &Line) -> Option<f32> {
        let (above, below) = (&self.bounds, &other.bounds);
        let [top, _, _, bottom] = self.quad.0;
        let other_top = other.quad.0[0];
        let reach = 3.0 * self.height.max(other.height);
        let drop = other_top.y - top.y;
        let gap = other_top.y - bottom.y;
        let overlap = (above.x + above.width).min(below.x + below.width) - above.x.max(below.x);
        let same_column = overlap > 0.5 * above.width.min(below.width)
            || (above.x - below.x).abs() < 1.5 * other.height;
        (same_column && drop > 0.4 * self.height && gap < reach).then_some(gap.max(0.0))
    }

    /// How far `other` lies to the right in the same row.
    fn gap_right(&self, other: &Line) -> Option<f32> {
        let [_, top, bottom, _] = self.quad.0;
        let [other_top, _, _, other_bottom] = other.quad.0;
        let (end, start) = (
            f32::midpoint(top.y, bottom.y),
            f32::midpoint(other_top.y, other_bottom.y),
        );
        let gap = other_top.x - top.x;
        let same_row = (end - start).abs() < 0.6 * self.height.max(other.height);
        (same_row && gap > -0.5 * self.height && gap < 12.0 * self.height).then_some(gap.max(0.0))
    }

    /// Whether both begin at the same distance from the left.
    fn starts_level_with(&self, other: &Line) -> bool {
        (self.bounds.x - other.bounds.x).abs() < 1.5 * self.height.max(other.height)
    }
}
