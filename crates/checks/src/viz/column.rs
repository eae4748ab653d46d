//! The numbered fields of a European driving licence, one below the other: Directive 2006/126/EC,
//! annex I, point 3, page 1 (d).

mod lost;

use std::borrow::Cow;

use observation::Point;

use super::piece::{Piece, pieces};
use super::{Line, Value};
use crate::Side;
use crate::template::{Field, Form, Label, Template, label_of};
use crate::text::fold::condense;

/// The numbered fields that one side shows.
pub(crate) struct Column<'a> {
    pub(crate) side: Side,
    /// In the template's order, each field once.
    entries: Vec<Entry<'a>>,
    template: &'static Template,
}

/// A numbered field.
pub(crate) struct Entry<'a> {
    pub(crate) field: &'static Field,
    /// What stands beside the number.
    pub(crate) value: Value<'a>,
    /// What goes on below.
    pub(crate) more: Vec<Value<'a>>,
    line: usize,
    /// Whether its number was lost in reading, and its place tells what it is.
    is_placed: bool,
    /// Where its number begins, or what is left of it, halfway up the line.
    start: Point,
    height: f32,
}

/// Numbers of fields that may be lost in reading: the thin `1.` is, now and then.
const MOST_LOST: usize = 1;
/// How far above the first row and below the last the middle of the photo can be, in line heights.
const BESIDE_ROWS: f32 = 6.0;
/// How far left of the numbers the middle of the photo can be, in line heights.
const LEFT_OF_ROWS: f32 = 16.0;
/// Lines of one block follow each other within this share of their height.
const LEADING: f32 = 0.8;
/// Fields whose lines are this far apart at most, in line heights, stand in one row.
const ONE_ROW: f32 = 0.5;
/// How far right of a field the next one of its row begins at least, in line heights.
const NEXT_IN_ROW: f32 = 1.0;
/// How far below a row the next one is at most, in line heights: values of several lines are between.
const NEXT_ROW: f32 = 9.0;
/// How far right of the column's left edge a row begins at most, in line heights.
const INDENT: f32 = 3.0;
/// How far a number's box may reach into its value's where both are blurred, as a share of its width.
const OVERLAP: f32 = 0.7;
/// Lines that an address and any other value go on for at most.
const ADDRESS_GOES_ON: usize = 3;
const VALUE_GOES_ON: usize = 1;
/// Words that are printed across documents made for show.
const ACROSS: [&str; 2] = ["SPECIMEN", "MUSTER"];

impl<'a> Column<'a> {
    /// The side's fields; `None` where it shows none.
    pub(super) fn of(lines: &[Line<'a>], side: Side, template: &'static Template) -> Option<Self> {
        let cut: Vec<Vec<Piece>> = lines
            .iter()
            .map(|line| {
                if line.side == side {
                    pieces(line.text, template)
                } else {
                    Vec::new()
                }
            })
            .collect();
        let mut entries: Vec<Entry> = Vec::new();
        for field in &template.fields {
            let mut found = cut.iter().enumerate().flat_map(|(at, pieces)| {
                let own = pieces.iter().filter(|piece| {
                    let number = piece.field.and_then(|field| field.number.as_deref());
                    number.is_some() && number == field.number.as_deref()
                });
                own.filter_map(|piece| Entry::of(field, piece, at, lines, &cut))
                    .collect::<Vec<_>>()
            });
            let Some(first) = found.next() else {
                continue;
            };
            // A number that one side shows twice, with different values, tells neither.
            if found.all(|other| condense(&other.value.text) == condense(&first.value.text)) {
                entries.push(first);
            }
        }
        let mut column = Self {
            side,
            entries,
            template,
        };
        column.find_lost(lines, &cut);
        let mut entries = column.entries;
        let used: Vec<usize> = entries.iter().map(|entry| entry.line).collect();
        let free = |at: usize| {
            let unnumbered = cut[at].first().is_some_and(|piece| piece.field.is_none());
            unnumbered && cut[at].len() == 1 && !used.contains(&at)
        };
        for entry in &mut entries {
            entry.go_on(lines, side, &free);
        }
        (!entries.is_empty()).then_some(Self {
            side,
            entries,
            template,
        })
    }

    pub(crate) fn entry(&self, label: Label) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.field.label == label)
    }

    /// Whether the template gives the field a number: then its value is looked for behind that number
    /// alone.
    pub(super) fn numbers(&self, label: Label) -> bool {
        let mut fields = self.template.fields.iter();
        fields.any(|field| field.label == label && field.number.is_some())
    }

    /// Lines that fields stand in.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, Label)> {
        let entries = self.entries.iter();
        entries.map(|entry| (entry.line, entry.field.label))
    }

    /// What stands beside the numbers.
    pub(super) fn values(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.value.text)
    }

    /// How many critical fields it shows.
    pub(crate) fn critical(&self) -> usize {
        let entries = self.entries.iter();
        entries.filter(|entry| entry.field.critical).count()
    }

    /// Whether every critical field is there, one below the other or to the right in one row, in the
    /// template's order and evenly aligned.
    pub(crate) fn is_in_order(&self) -> bool {
        let entries: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| entry.field.critical)
            .collect();
        let critical = self.template.fields.iter().filter(|field| field.critical);
        let lost = entries.iter().filter(|entry| entry.is_placed).count();
        if entries.len() != critical.count() || entries.is_empty() || lost > MOST_LOST {
            return false;
        }
        let height = self.height();
        let places: Vec<(f32, f32)> = entries.iter().map(|entry| self.place(entry)).collect();
        let left = places
            .iter()
            .map(|(along, _)| *along)
            .fold(f32::INFINITY, f32::min);
        let mut row = 0;
        places.windows(2).zip(1..).all(|(pair, at)| {
            let ((along, across), (next_along, next_across)) = (pair[0], pair[1]);
            let drop = next_across - across;
            if drop.abs() < ONE_ROW * height {
                return next_along > along + NEXT_IN_ROW * height;
            }
            row = at;
            // A new row begins where the column does, some lines further down.
            drop > 0.0 && drop < NEXT_ROW * height && next_along - left < INDENT * height
        }) && row > 0
            && places[0].0 - left < INDENT * height
    }

    /// The usual height of its lines.
    pub(crate) fn height(&self) -> f32 {
        median(self.entries.iter().map(|entry| entry.height))
    }

    /// Whether the photo, field 6, can be at a point: to the left of every critical field, beside their
    /// rows. Others may stand below the photo, as categories do on French and German licences.
    pub(crate) fn has_photo_at(&self, point: Point) -> bool {
        let (along, across) = self.turned(point);
        let critical = || self.entries.iter().filter(|entry| entry.field.critical);
        let places = || critical().map(|entry| self.place(entry));
        let least = |of: fn((f32, f32)) -> f32| places().map(of).fold(f32::INFINITY, f32::min);
        let left = least(|(along, _)| along);
        let (top, bottom) = (least(|(_, row)| row), -least(|(_, row)| -row));
        let (beside, reach) = (LEFT_OF_ROWS * self.height(), BESIDE_ROWS * self.height());
        (left - beside..left).contains(&along) && (top - reach..bottom + reach).contains(&across)
    }

    fn place(&self, entry: &Entry) -> (f32, f32) {
        self.turned(entry.start)
    }

    /// A point in coordinates along the lines of text and across them.
    fn turned(&self, point: Point) -> (f32, f32) {
        let longest = self.entries.iter().max_by(|a, b| {
            let length = |entry: &Entry| entry.value.quad.width();
            length(a).total_cmp(&length(b))
        });
        let Some(longest) = longest else {
            return (point.x, point.y);
        };
        let [left, right, ..] = longest.value.quad.0;
        let length = left.distance(right).max(1.0);
        let (cosine, sine) = ((right.x - left.x) / length, (right.y - left.y) / length);
        (
            point.x * cosine + point.y * sine,
            point.y * cosine - point.x * sine,
        )
    }
}

impl<'a> Entry<'a> {
    /// The field with what stands behind its number, or in the next box to the right.
    fn of(
        field: &'static Field,
        piece: &Piece<'a>,
        at: usize,
        lines: &[Line<'a>],
        cut: &[Vec<Piece<'a>>],
    ) -> Option<Self> {
        let line = &lines[at];
        let fits = |text: &str| Self::fits(field, text);
        let (value, at) = if piece.text.is_empty() {
            let beside = lines.iter().enumerate().filter_map(|(at, other)| {
                let piece = cut[at].first().filter(|piece| piece.field.is_none())?;
                let overlap = OVERLAP * line.quad.width();
                let gap = line.gap_right_within(other, overlap)?;
                Some((gap, at, other, piece))
            });
            let (_, at, other, piece) = beside.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (other.part(piece), at)
        } else {
            (line.part(piece), at)
        };
        fits(&value.text).then(|| Self {
            field,
            value,
            more: Vec::new(),
            line: at,
            is_placed: false,
            start: line.middle_at(piece.start),
            height: line.height,
        })
    }

    fn fits(field: &Field, text: &str) -> bool {
        let length = condense(text).len();
        let long_enough = field
            .length
            .is_none_or(|[least, most]| (least..=most).contains(&length));
        // The back explains the numbers: `1. Name 2. First name`.
        let explains = field.form != Form::Address && label_of(text).is_some();
        let blank = field.form == Form::Name && is_dash(text);
        (blank || field.form.fits(text)) && long_enough && !explains
    }

    /// Whether a dash says that the field has nothing to say.
    pub(crate) fn is_blank(&self) -> bool {
        is_dash(&self.value.text)
    }

    /// The value with all of its lines.
    pub(crate) fn whole(&self) -> Value<'a> {
        let mut whole = self.value.clone();
        for value in &self.more {
            whole.text = Cow::Owned(format!("{} {}", whole.text, value.text));
            whole.confidence = whole.confidence.min(value.confidence);
        }
        whole
    }

    /// The place behind a date, or below it.
    pub(super) fn place(&self) -> Option<Value<'a>> {
        let whole = self.whole();
        let place = place_behind_date(&whole.text)?.to_owned();
        Some(Value {
            text: Cow::Owned(place),
            ..whole
        })
    }

    /// Adds the lines below that go on with the value.
    fn go_on(&mut self, lines: &[Line<'a>], side: Side, free: &impl Fn(usize) -> bool) {
        if !self.field.form.continues() || self.is_blank() {
            return;
        }
        let goes_on = |text: &str| match self.field.form {
            Form::DateAndPlace => Form::Place.fits(text),
            form => form.fits(text),
        };
        let most = if self.field.form == Form::Address {
            ADDRESS_GOES_ON
        } else {
            VALUE_GOES_ON
        };
        let mut last = lines[self.line].beginning_at(self.value.quad.0[0]);
        while self.more.len() < most {
            let below = lines.iter().enumerate().filter(|(at, other)| {
                other.side == side
                    && free(*at)
                    && goes_on(other.text)
                    && label_of(other.text).is_none()
                    && !ACROSS.contains(&condense(other.text).as_str())
                    && last.is_followed_by(other, LEADING)
            });
            let gap = |line: &Line| last.gap_below(line).unwrap_or(f32::INFINITY);
            let Some((_, next)) = below.min_by(|a, b| gap(a.1).total_cmp(&gap(b.1))) else {
                return;
            };
            self.more.push(next.value());
            last = next.clone();
        }
    }
}

/// What follows the year, or the third number where that has two digits.
fn place_behind_date(text: &str) -> Option<&str> {
    let mut numbers = 0;
    let mut digits = 0;
    let mut end = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        if character.is_ascii_digit() {
            digits += 1;
            continue;
        }
        if digits > 0 {
            numbers += 1;
            if (digits == 4 && numbers > 1) || numbers == 3 {
                end = Some(at);
                break;
            }
        }
        digits = 0;
    }
    let place = text[end?..].trim_matches([' ', '.', ',', '-', '/']);
    Form::Place.fits(place).then_some(place)
}

fn is_dash(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '*'))
}

fn median(values: impl Iterator<Item = f32>) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
