//! Surname and given names of a card.

use std::borrow::Cow;

use super::{Entry, Layout};
use crate::template::{Form, Label};
use crate::viz::opening::By;
use crate::viz::{LEADING, Line, Value};

/// Lines of the two names follow each other within so many heights.
const NEXT: f32 = 2.5;

impl<'a> Layout<'a> {
    /// The name that an opening in words has beside it. A number alone says nothing, for streets have
    /// numbers too: fields 1 and 2 count where each has a value and both are next to each other.
    pub(crate) fn names(&self, label: Label) -> Vec<Value<'a>> {
        let other = match label {
            Label::Surname => Label::GivenNames,
            _ => Label::Surname,
        };
        let others = self.named(other, |_| true);
        let worded: Vec<&Entry> = self.named(label, |by| by > By::Number);
        if !worded.is_empty() {
            let whole = worded.into_iter().map(|entry| self.whole(entry));
            // What goes on may be the other name, whose opening was not read.
            let is_sure =
                |value: &Value| !others.is_empty() || matches!(value.text, Cow::Borrowed(_));
            return whole.filter(is_sure).collect();
        }
        let numbered = self.named(label, |by| by == By::Number).into_iter();
        let paired = numbered.filter(|entry| {
            let mut others = others.iter();
            others.any(|other| are_next(&entry.value, &other.value))
        });
        paired.map(|entry| self.whole(entry)).collect()
    }

    fn named(&self, label: Label, by: impl Fn(By) -> bool) -> Vec<&Entry<'a>> {
        let entries = self.entries.iter();
        entries
            .filter(|entry| entry.label == label && entry.form == Form::Name && by(entry.by))
            .collect()
    }

    /// The name with the line that goes on with it.
    fn whole(&self, entry: &Entry<'a>) -> Value<'a> {
        let value = &entry.value;
        let free = self
            .segments
            .iter()
            .filter(|segment| segment.opening.is_none());
        let lines = free.filter_map(|segment| segment.value.as_ref());
        let follows = |line: &&Line<'a>| {
            value.is_followed_by(line, LEADING)
                && Form::Name.fits(line.text)
                && !self.is_wording(line.text)
                && !self.is_of_another(entry, line)
        };
        let gap = |line: &Line| value.gap_below(line).unwrap_or(f32::INFINITY);
        let next = lines
            .filter(follows)
            .min_by(|a, b| gap(a).total_cmp(&gap(b)));
        let Some(next) = next else {
            return value.value();
        };
        Value {
            text: Cow::Owned(format!("{} {}", value.text.trim(), next.text.trim())),
            confidence: value.confidence.min(next.confidence),
            ..value.value()
        }
    }

    /// Whether a line is another field's value, or one stands between it and this name.
    fn is_of_another(&self, entry: &Entry<'a>, line: &Line<'a>) -> bool {
        let middle = |line: &Line| line.middle_at(0.0).y;
        let others = self.segments.iter().enumerate();
        let openings = others.filter(|(at, segment)| segment.opening.is_some() && *at != entry.at);
        let between = openings.into_iter().any(|(_, segment)| {
            let other = &segment.whole;
            let at = middle(other);
            other.side == line.side
                && at > middle(&entry.value) + 0.5 * entry.value.height
                && at < middle(line) + 0.3 * line.height
                && (other.starts_level_with(line) || line.gap_left(other))
        });
        between
            || self
                .entries
                .iter()
                .any(|other| other.at != entry.at && other.value.bounds == line.bounds)
    }
}

/// Whether two names are next to each other: one below the other and level, or in one row.
fn are_next(one: &Line, other: &Line) -> bool {
    let higher = one.height.max(other.height);
    let (a, b) = (one.middle_at(0.0), other.middle_at(0.0));
    let (down, aside) = ((a.y - b.y).abs(), (a.x - b.x).abs());
    let stacked = down < NEXT * higher && aside < 2.0 * higher;
    let in_row = one.gap_right(other).is_some() || other.gap_right(one).is_some();
    one.side == other.side && one.bounds != other.bounds && (stacked || in_row)
}

impl Line<'_> {
    /// Whether `other` stands close to the left, as the number of a field does.
    fn gap_left(&self, other: &Self) -> bool {
        other
            .gap_right(self)
            .is_some_and(|gap| gap < 2.0 * self.height)
    }
}
