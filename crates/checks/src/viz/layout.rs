//! The fields of a card that opens each by a number, a word or both (AAMVA DL/ID Card Design Standard 2020,
//! annex A): each opening with the value that belongs to it, and each value with one opening alone.

mod address;
mod names;
mod near;
mod value;

use super::opening::By;
use super::segment::{Segment, segments};
use super::{Line, Value};
use crate::template::{Form, Label, Template, label_of};
use crate::text::distance::distance;
use crate::text::fold::{condense, fold};
use crate::text::sexes;
use near::{cost, in_row, is_close};
use value::{is_date, is_date_alone, is_number, is_translation, without_scrap};

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

#[cfg(test)]
mod tests;
