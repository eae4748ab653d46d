//! Both names without their labels: side by side, and nobody else's beside them.

use std::borrow::Cow;

use super::{Names, PIECE};
use crate::text::name::{capitals, is_name, words};
use crate::viz::{Line, Value};

impl<'a> Names<'_, 'a> {
    /// Lines, and pairs of lines that go on, which are the holder's names and nothing else. A nationality,
    /// whose label was not read, is no name.
    pub(super) fn found_together(
        &self,
        by_label: &[Option<Value<'a>>; 2],
    ) -> Option<[Value<'a>; 2]> {
        // American cards have names in capitals; in small letters they are the holder's signature, which
        // says nothing about what is printed.
        let american = self.viz.template.is_some_and(|template| template.barcode);
        let mut lines: Vec<(Line<'a>, Value<'a>)> = self.viz.name_lines();
        lines.retain(|(_, value)| !american || !value.text.contains(char::is_lowercase));
        let showing = |at: usize| {
            let own = lines.iter().filter(move |(_, value)| {
                self.shows(&value.text, at) && !self.is_nationality(&value.text, at)
            });
            own.collect::<Vec<_>>()
        };
        let (surnames, given) = (showing(0), showing(1));
        let blank = |at: usize| self.stated[at].text.is_empty();
        // A person with a single name has no second one beside it.
        if blank(0) || blank(1) {
            let only = if blank(0) { &given } else { &surnames };
            let (_, value) = only
                .iter()
                .find(|(line, _)| !self.has_stranger_beside(line, &lines))?;
            return Some([value.clone(), value.clone()]);
        }
        let labelled_line = |at: usize| {
            let value = by_label[at].as_ref()?;
            lines.iter().find(|(line, _)| line.is_at(value))
        };
        let with_labelled = |at: usize, others: &[&(Line<'a>, Value<'a>)]| {
            let (line, value) = labelled_line(at)?;
            let (_, other) = others
                .iter()
                .find(|(other, _)| self.are_together(line, other))?;
            Some((value.clone(), other.clone()))
        };
        if let Some((surname, given)) = with_labelled(0, &given) {
            return Some([surname, given]);
        }
        if let Some((given, surname)) = with_labelled(1, &surnames) {
            return Some([surname, given]);
        }
        let together = surnames.iter().find_map(|(line, surname)| {
            let (_, given) = given
                .iter()
                .find(|(other, _)| self.are_together(line, other))?;
            Some([surname.clone(), given.clone()])
        });
        // American cards have nobody's former name beside the names.
        together.filter(|_| !american || !lines.iter().any(|(_, value)| self.goes_on(value)))
    }

    /// Whether two lines are beside each other, and no third one is between them that was read: small
    /// labels often are not.
    fn are_together(&self, line: &Line<'a>, other: &Line<'a>) -> bool {
        let middle = |line: &Line| line.bounds.y + 0.5 * line.bounds.height;
        let (one, two) = (middle(line), middle(other));
        let is_between = |third: &Line<'a>| {
            let at = middle(third);
            at > one.min(two)
                && at < one.max(two)
                && third.text.chars().count() > PIECE
                && third.confidence >= self.thresholds.readable_text
                && third.is_as_high_as(line)
                && third.is_beside(line)
                && third.is_beside(other)
        };
        line.is_beside(other) && !self.viz.values().any(is_between)
    }

    /// Whether a line in capitals, which no signature is, has one of the names and a word more.
    fn goes_on(&self, value: &Value<'a>) -> bool {
        let words = words(&value.text);
        value.confidence >= self.thresholds.certain_text
            && matches!(value.text, Cow::Borrowed(_))
            && !value.text.contains(char::is_lowercase)
            && words.iter().any(|word| self.is_known(word))
            && words
                .iter()
                .any(|word| self.is_stranger(word, capitals(&words)))
    }

    /// Whether a line as high as this one, right above or below it, could be another name.
    fn has_stranger_beside(&self, line: &Line<'a>, lines: &[(Line<'a>, Value<'a>)]) -> bool {
        lines.iter().any(|(other, value)| {
            let words = words(&value.text);
            line.bounds != other.bounds
                && line.is_beside(other)
                && !words.is_empty()
                && !words
                    .iter()
                    .any(|word| !is_name(word) || self.is_known(word))
        })
    }
}
