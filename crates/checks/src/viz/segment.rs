//! Lines cut where fields are opened: a row may have several, with or without their values.

use super::Line;
use super::dates::between;
use super::opening::{At, By, Opening, opening};
use crate::template::{Form, Template};

/// Part of a line.
#[derive(Clone)]
pub(super) struct Segment<'a> {
    /// What opens it; `None` for text of no field.
    pub(super) opening: Option<Opening>,
    /// All of it.
    pub(super) whole: Line<'a>,
    /// What follows the opening, where anything does. Without an opening it is all of it.
    pub(super) value: Option<Line<'a>>,
}

/// The segments of a line, from the left.
pub(super) fn segments<'a>(line: &Line<'a>, template: &'static Template) -> Vec<Segment<'a>> {
    let cuts = cuts(line.text, template);
    let ends = cuts.iter().skip(1).map(|cut| cut.start);
    let ends = ends.chain([line.text.len()]);
    let segments = cuts.iter().zip(ends).filter_map(|(cut, end)| {
        let number = cut.opening.map_or(0, |opening| opening.length);
        let end = end - next_number(line.text, cut, end, &cuts);
        let value = trimmed(line.text, cut.start + number, end);
        let value = value.map(|(start, end)| between(line, start, end));
        let (start, end) = trimmed(line.text, cut.start, end)?;
        Some(Segment {
            opening: cut.opening,
            whole: between(line, start, end),
            value,
        })
    });
    segments.collect()
}

struct Cut {
    start: usize,
    opening: Option<Opening>,
}

fn cuts(text: &str, template: &'static Template) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut inside = 0;
    let mut word_begins = true;
    for (start, character) in text.char_indices() {
        if word_begins && start >= inside && !character.is_whitespace() {
            let at = match cuts.last() {
                None => At::LineStart,
                Some(Cut {
                    opening: Some(before),
                    ..
                }) if before.field.form == Form::Address => return cuts,
                Some(Cut {
                    opening: Some(before),
                    ..
                }) if before.by > By::Number => At::Row,
                _ => At::Middle,
            };
            let found = opening(&text[start..], at, template)
                .or_else(|| given_behind_surname(text, start, &cuts, template));
            if found.is_some() || at == At::LineStart {
                inside = start + found.map_or(0, |found| found.length);
                cuts.push(Cut {
                    start,
                    opening: found,
                });
            }
        }
        word_begins = character.is_whitespace();
    }
    cuts
}

/// `1 SAMPLE 2 JANE`: two names of one row, which have nothing but their numbers.
fn given_behind_surname(
    text: &str,
    start: usize,
    cuts: &[Cut],
    template: &'static Template,
) -> Option<Opening> {
    let first = cuts.last()?.opening?;
    let found = opening(&text[start..], At::LineStart, template)?;
    let is_name = |opening: Opening| opening.field.form == Form::Name && opening.by == By::Number;
    let apart = found.field.label != first.field.label;
    let parted = text.as_bytes().get(start + 1) == Some(&b' ');
    (is_name(first) && is_name(found) && apart && parted).then_some(found)
}

/// How much of a value's end is the number of the field behind it, which was run into it:
/// `9999999993 DOB`. In a row of fields that have numbers, each has one.
fn next_number(text: &str, cut: &Cut, end: usize, cuts: &[Cut]) -> usize {
    let numbered = cut.opening.is_some_and(|opening| opening.by != By::Word);
    let next = cuts.iter().find(|next| next.start == end);
    let next = next
        .and_then(|next| next.opening)
        .filter(|next| next.by == By::Word);
    let number = next.and_then(|next| next.field.number.as_deref());
    let Some(number) = number.filter(|_| numbered) else {
        return 0;
    };
    let value = text[cut.start..end].trim_end();
    let spaces = end - cut.start - value.len();
    let before = value.strip_suffix(number);
    let is_run_in =
        before.is_some_and(|before| before.ends_with(|last: char| last.is_ascii_digit()));
    if is_run_in { spaces + number.len() } else { 0 }
}

/// Where a part of a text begins and ends without spaces and marks around it; `None` where nothing is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let part = text.get(start..end)?;
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';');
    let begun = part.trim_start_matches(|c: char| is_mark(c) || c == '.');
    let whole = begun.trim_end_matches(is_mark);
    let start = end - begun.len();
    (!whole.is_empty()).then_some((start, start + whole.len()))
}

#[cfg(test)]
mod tests {
    use observation::{Point, Quad, TextLine};
    use proptest::prelude::*;

    use super::*;
    use crate::Side;
    use crate::template::Label;

    fn seen(text: &str) -> Vec<(Option<Label>, String)> {
        let corner = |x, y| Point { x, y };
        let line = TextLine {
            text: text.to_owned(),
            confidence: 1.0,
            quad: Quad([
                corner(0.0, 0.0),
                corner(500.0, 0.0),
                corner(500.0, 30.0),
                corner(0.0, 30.0),
            ]),
        };
        let segments = segments(
            &Line::of(Side::Front, &line),
            Template::of_barcodes().unwrap(),
        );
        let shown = segments.iter().map(|segment| {
            let label = segment.opening.map(|opening| opening.field.label);
            let value = segment.value.as_ref().map_or("", |value| value.text);
            (label, value.to_owned())
        });
        shown.collect()
    }

    #[test]
    fn a_row_is_cut_at_its_fields() {
        use Label::{BirthDate, ExpiryDate, GivenNames, IssueDate, Number, Other, Sex, Surname};
        for (text, expected) in [
            (
                "4a lss11/07/2016 4b Exp 01/12/2021",
                vec![
                    (Some(IssueDate), "11/07/2016"),
                    (Some(ExpiryDate), "01/12/2021"),
                ],
            ),
            (
                "4d DLN 9999999993 DOB 03/05/1960",
                vec![(Some(Number), "999999999"), (Some(BirthDate), "03/05/1960")],
            ),
            (
                "DLN 9999999993 DOB 03/05/1960",
                vec![
                    (Some(Number), "9999999993"),
                    (Some(BirthDate), "03/05/1960"),
                ],
            ),
            (
                "4d DLN 999999999 3 DOB 03/05/1960",
                vec![(Some(Number), "999999999"), (Some(BirthDate), "03/05/1960")],
            ),
            (
                "DOB: 03-14-1986 SEX: F",
                vec![(Some(BirthDate), "03-14-1986"), (Some(Sex), "F")],
            ),
            (
                "4d Customer Identifier 4b Exp",
                vec![(Some(Number), ""), (Some(ExpiryDate), "")],
            ),
            ("Sample5 DD 0123", vec![(None, "Sample5 DD 0123")]),
            (
                "1 WINTERBOURNE 2 CLARA JUNE",
                vec![
                    (Some(Surname), "WINTERBOURNE"),
                    (Some(GivenNames), "CLARA JUNE"),
                ],
            ),
            (
                "15 Sex M 16Hgt 5'-08\"",
                vec![(Some(Sex), "M"), (Some(Label::Height), "5'-08\"")],
            ),
            (
                "8 12 REST HAVEN 15 SEX",
                vec![(Some(Label::Address), "12 REST HAVEN 15 SEX")],
            ),
            (
                "5 DD 03/26/2018 Rev 02/22/2016",
                vec![(Some(Other), "03/26/2018"), (Some(Other), "02/22/2016")],
            ),
            ("WINTERBOURNE", vec![(None, "WINTERBOURNE")]),
            ("", vec![]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(label, value)| (label, value.to_owned()))
                .collect();
            assert_eq!(seen(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_text_is_cut_within_itself(text in "(4[abd]|[0-9]{1,2})?[. ]?(DOB|Iss|DL NO|1 )?\\PC{0,30}( EXP| 3 DOB|3 DOB|SEX)?\\PC{0,8}") {
            for (_, value) in seen(&text) {
                prop_assert!(text.contains(&value));
            }
        }
    }
}
