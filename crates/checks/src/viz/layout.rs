//! The fields of a card that opens each by a number, a word or both (AAMVA DL/ID Card Design Standard 2020,
//! annex A): each opening with the value that belongs to it, and each value with one opening alone.

mod address;
mod names;

use super::dates::between;
use super::opening::By;
use super::segment::{Segment, segments};
use super::{Line, Value, spacing};
use crate::template::{Form, Label, Template, label_of};
use crate::text::date::dates_in;
use crate::text::distance::distance;
use crate::text::fold::{condense, fold};
use crate::text::sexes;

/// How far a value may stand from its opening, in heights of the opening's print.
const REACH: f32 = 4.0;
/// What being out of line costs, beside the gap itself.
const OUT_OF_ROW: f32 = 2.0;
const OUT_OF_COLUMN: f32 = 1.0;
/// A value stands right below its opening: where there is room for another one between, that was not read.
const BELOW: f32 = 0.7;
/// In one column lines begin this far apart at most, in heights of the higher one.
const INDENT: f32 = 2.0;
/// A number stands this close before its value, in heights of the value.
const CLOSE: f32 = 1.5;
/// Boxes of an opening and its value overlap no more than this share of the lower one's height.
const OVERLAP: f32 = 0.8;
/// Most characters of a value that could not be read: something is there, but elsewhere it is whole.
const SCRAP: usize = 3;
/// Digits of a number that stands beside no word.
const LONG_NUMBER: usize = 7;
/// Letters of a word from which on one of them may be misread.
const LONG_WORD: usize = 5;

/// What is printed on the card, field by field.
pub(crate) struct Layout<'a> {
    template: &'static Template,
    segments: Vec<Segment<'a>>,
    entries: Vec<Entry<'a>>,
}

/// A field and its value.
struct Entry<'a> {
    label: Label,
    form: Form,
    by: By,
    /// Whether the value stands in the line of its opening.
    own: bool,
    /// Of the opening, as an index of the segments.
    at: usize,
    /// Of a value in a line of its own.
    value_at: Option<usize>,
    value: Line<'a>,
}

impl<'a> Layout<'a> {
    /// `None` where the template's fields are opened by nothing but numbers, or by labels alone.
    pub(super) fn of(lines: &[Line<'a>], template: &'static Template) -> Option<Self> {
        template
            .fields
            .iter()
            .find(|field| !field.words.is_empty())?;
        let segments: Vec<Segment> = lines
            .iter()
            .flat_map(|line| segments(line, template))
            .collect();
        let mut layout = Self {
            template,
            segments,
            entries: Vec::new(),
        };
        layout.take_own();
        layout.assign();
        Some(layout)
    }

    /// The values of a field by its surest openings: what stands in the line of its own opening goes before
    /// what stands beside it.
    pub(crate) fn values(&self, label: Label) -> Vec<Value<'a>> {
        let entries = || self.entries.iter().filter(|entry| entry.label == label);
        let surest = entries().map(|entry| (entry.by, entry.own)).max();
        let entries = entries().filter(|entry| Some((entry.by, entry.own)) == surest);
        entries.map(|entry| entry.value.value()).collect()
    }

    /// What stands behind a field's number and word and is no value of it, where no other opening of the field
    /// has one.
    pub(crate) fn unread(&self, label: Label) -> Vec<Value<'a>> {
        let has_value = self.entries.iter().any(|entry| entry.label == label);
        let opened = self.segments.iter().filter(|segment| {
            let opening = segment.opening.filter(|_| !has_value);
            opening.is_some_and(|opening| opening.field.label == label && opening.by > By::Number)
        });
        let opened = opened.filter(|segment| !self.is_open(segment));
        let values = opened.filter_map(|segment| segment.value.as_ref());
        values.map(Line::value).collect()
    }

    /// Dates in print that no opening claims, in lines that say nothing else.
    pub(crate) fn dates_of_no_field(&self) -> Vec<Value<'a>> {
        let free = self.segments.iter().enumerate().filter(|(at, segment)| {
            let taken = self.entries.iter().any(|entry| entry.value_at == Some(*at));
            segment.opening.is_none() && !taken
        });
        let lines = free.filter_map(|(_, segment)| segment.value.as_ref());
        let dated = lines
            .map(|line| without_scrap(line))
            .filter(|line| is_date_alone(line.text));
        dated.map(|line| line.value()).collect()
    }

    /// The number that stands by itself right below the card's title, as Florida prints it.
    pub(crate) fn number_below_title(&self) -> Option<Value<'a>> {
        let free = || {
            self.segments
                .iter()
                .filter(|segment| segment.opening.is_none())
        };
        let lines = || free().filter_map(|segment| segment.value.as_ref());
        let titles: Vec<&Line> = lines()
            .filter(|line| self.template.titles_line(line.text))
            .collect();
        let is_number = |line: &&Line<'a>| {
            let number = condense(line.text);
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            number.starts_with(|c: char| c.is_ascii_alphabetic())
                && digits >= LONG_NUMBER
                && digits + 1 == number.len()
        };
        let mut numbers = lines().filter(is_number).filter(|line| {
            let below = |title: &&Line| {
                let drop = line.quad.0[0].y - title.quad.0[3].y;
                title.starts_level_with(line)
                    && title.side == line.side
                    && drop > 0.0
                    && drop < line.height.max(title.height)
            };
            titles.iter().any(below)
        });
        let number = numbers.next()?;
        numbers.next().is_none().then(|| number.value())
    }

    /// Values in the line of their opening.
    fn take_own(&mut self) {
        for (at, segment) in self.segments.iter().enumerate() {
            let Some((opening, value)) = segment.opening.zip(segment.value.as_ref()) else {
                continue;
            };
            let value = self.fitting(opening.field.form, opening.field.length, value);
            if let Some(value) = value.filter(|value| !is_translation(value.text)) {
                self.entries.push(Entry {
                    label: opening.field.label,
                    form: opening.field.form,
                    by: opening.by,
                    own: true,
                    at,
                    value_at: None,
                    value,
                });
            }
        }
    }

    /// Openings without a value of their own, each with the line nearest to it: the nearest pair of all goes
    /// first, so that no value is two fields'.
    fn assign(&mut self) {
        let is_open = |at: &usize| {
            let segment = &self.segments[*at];
            let filled = self.entries.iter().any(|entry| entry.at == *at);
            segment.opening.is_some() && self.is_open(segment) && !filled
        };
        let open = (0..self.segments.len()).filter(is_open);
        let mut pairs: Vec<(f32, usize, usize, Line<'a>)> = open
            .flat_map(|at| {
                self.near(at)
                    .map(move |(cost, value_at, value)| (cost, at, value_at, value))
            })
            .collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut taken: Vec<usize> = Vec::new();
        for (_, at, value_at, value) in pairs {
            let is_filled = self.entries.iter().any(|entry| entry.at == at);
            let Some(opening) = self.segments[at].opening else {
                continue;
            };
            if is_filled || taken.contains(&value_at) {
                continue;
            }
            taken.push(value_at);
            self.entries.push(Entry {
                label: opening.field.label,
                form: opening.field.form,
                by: opening.by,
                own: false,
                at,
                value_at: Some(value_at),
                value,
            });
        }
    }

    /// Whether nothing stands behind an opening that could be its value: nothing at all, a scrap of it, or what
    /// the field is called in another language.
    fn is_open(&self, segment: &Segment<'a>) -> bool {
        let Some((opening, value)) = segment.opening.zip(segment.value.as_ref()) else {
            return true;
        };
        let numeric = matches!(opening.field.form, Form::Date | Form::Number);
        value.text.chars().count() <= SCRAP
            || is_translation(value.text)
            || (numeric && !value.text.contains(|c: char| c.is_ascii_digit()))
            || self.is_wording(value.text)
    }

    /// Lines of no field that an opening can have as its value, with what they cost.
    fn near(&self, at: usize) -> impl Iterator<Item = (f32, usize, Line<'a>)> {
        let Segment { opening, whole, .. } = &self.segments[at];
        self.segments
            .iter()
            .enumerate()
            .filter_map(move |(value_at, segment)| {
                let line = segment
                    .value
                    .as_ref()
                    .filter(|_| segment.opening.is_none())?;
                let opening = opening.as_ref()?;
                let cost = match opening.by {
                    By::Number => in_row(whole, line).filter(|_| is_close(whole, line))?,
                    _ => cost(whole, line)?,
                };
                let field = opening.field;
                let alone = field.form != Form::Date || is_date_alone(line.text);
                let value = self.fitting(field.form, field.length, line)?;
                alone.then_some((cost, value_at, value))
            })
    }

    /// The value that a text is, where it can be one of this form.
    fn fitting(&self, form: Form, length: Option<[usize; 2]>, line: &Line<'a>) -> Option<Line<'a>> {
        let whole = |fits: bool| fits.then(|| line.clone());
        match form {
            Form::Number => whole(is_number(line.text, length)),
            Form::Date => whole(is_date(line.text)),
            Form::Sex => {
                let mut line = line.clone();
                line.text = line.text.split([' ', ',', '.']).next()?;
                (!sexes(line.text).is_empty()).then_some(line)
            }
            Form::Name => whole(form.fits(line.text) && !self.is_wording(line.text)),
            _ => whole(form.fits(line.text)),
        }
    }

    /// Whether a text has nothing but words that open fields or title the card.
    fn is_wording(&self, text: &str) -> bool {
        let fields = self.template.fields.iter();
        let words = fields.flat_map(|field| [&field.words, &field.phrases, &field.marked_words]);
        let words: Vec<&str> = words
            .flatten()
            .flat_map(|phrase| phrase.split(' '))
            .collect();
        let is_known = |word: &str| {
            words.contains(&word)
                || (word.len() >= LONG_WORD
                    && words.iter().any(|known| distance(known, word) <= 1.0))
        };
        self.template.titles_line(text)
            || label_of(text).is_some()
            || fold(text).split_whitespace().all(is_known)
    }
}

/// A line without letters that are run into the date behind them: what was read of a lost word, as in
/// `s03/15/2018`.
fn without_scrap<'a>(line: &Line<'a>) -> Line<'a> {
    let digit = line
        .text
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or_default();
    let is_scrap = digit > 0
        && line.text[..digit].chars().count() <= SCRAP
        && line.text[..digit].chars().all(char::is_alphabetic);
    if is_scrap {
        between(line, digit, line.text.len())
    } else {
        line.clone()
    }
}

/// Whether a text goes on with what its field is called: `ADDRESS/ADRESSE`.
fn is_translation(text: &str) -> bool {
    text.starts_with('/') && !text.contains(|c: char| c.is_ascii_digit())
}

/// A date with at most a scrap of what stands before it.
fn is_date(text: &str) -> bool {
    dates_in(text).len() == 1
}

fn is_date_alone(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    is_date(text) && letters <= SCRAP && text.chars().count() <= 16
}

/// Letters and digits, of which the standard's length says how many, and no date.
fn is_number(text: &str, length: Option<[usize; 2]>) -> bool {
    let number = condense(text);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let [least, most] = length.unwrap_or([1, usize::MAX]);
    let is_group = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit()) || !word.contains(char::is_alphanumeric)
    };
    (least..=most).contains(&number.len())
        && digits >= 3
        && dates_in(text).is_empty()
        && text.split_whitespace().all(is_group)
        && !text.contains(char::is_lowercase)
}

/// What it costs to take `value` for the value of `opening`, in heights: it stands below or to the right,
/// near and in line. `None` where it is too far off.
fn cost(opening: &Line, value: &Line) -> Option<f32> {
    let costs = [in_row(opening, value), in_column(opening, value)];
    let cost = costs.into_iter().flatten().min_by(f32::total_cmp)?;
    (cost < REACH).then_some(cost)
}

fn in_row(opening: &Line, value: &Line) -> Option<f32> {
    let (height, higher) = heights(opening, value)?;
    let [_, right, foot, _] = opening.quad.0;
    let [top, .., value_foot] = value.quad.0;
    let apart = (f32::midpoint(top.y, value_foot.y) - f32::midpoint(right.y, foot.y)).abs();
    let gap = top.x - right.x;
    let is_there = apart < spacing::ROW * higher && gap > -OVERLAP * higher;
    is_there.then(|| (gap.max(0.0) + OUT_OF_ROW * apart) / height)
}

fn in_column(opening: &Line, value: &Line) -> Option<f32> {
    let (height, higher) = heights(opening, value)?;
    let [left, .., foot] = opening.quad.0;
    let top = value.quad.0[0];
    let (drop, aside) = (top.y - foot.y, (top.x - left.x).abs());
    let is_there = drop > -OVERLAP * height
        && top.y > left.y + spacing::NEXT_ROW * height
        && drop < BELOW * higher
        && aside < INDENT * higher;
    is_there.then(|| (drop.max(0.0) + OUT_OF_COLUMN * aside) / height)
}

/// The height that distances are counted in, and the higher one's; `None` for lines of two sides.
fn heights(opening: &Line, value: &Line) -> Option<(f32, f32)> {
    let higher = opening.height.max(value.height);
    let height = opening.height.max(0.5 * value.height);
    (opening.side == value.side && height > 0.0 && higher.is_finite()).then_some((height, higher))
}

fn is_close(opening: &Line, value: &Line) -> bool {
    let [_, right, ..] = opening.quad.0;
    value.quad.0[0].x - right.x < CLOSE * value.height
}

#[cfg(test)]
mod tests;
