mod french_card;

use crate::check_digit::holds;
use crate::layout::Layout;
use crate::{Checks, Fields, Format, Mrz};
use std::fmt;

/// Why lines are no machine readable zone. Positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// No format has this many lines of this length.
    Shape,
    /// A character outside `A`–`Z`, `0`–`9`, `<`.
    Alphabet { line: usize, column: usize },
}

impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => formatter.write_str("no format has this many lines of this length"),
            Self::Alphabet { line, column } => write!(
                formatter,
                "line {line}, column {column}: not a character of the machine readable zone"
            ),
        }
    }
}

impl std::error::Error for ParseError {}

/// Reads a machine readable zone. Shape and alphabet are strict; check digits that don't hold are
/// reported in [`Mrz::checks`], never refused.
pub fn parse<S: AsRef<str>>(lines: &[S]) -> Result<Mrz, ParseError> {
    let format = Format::of(lines).ok_or(ParseError::Shape)?;
    for (line, text) in lines.iter().enumerate() {
        if let Some(column) = text
            .as_ref()
            .chars()
            .position(|character| !in_alphabet(character))
        {
            return Err(ParseError::Alphabet { line, column });
        }
    }
    let (fields, checks) = match format.layout() {
        Some(layout) => (fields(layout, lines), checks(layout, lines)),
        None => (french_card::fields(lines), french_card::checks(lines)),
    };
    Ok(Mrz {
        format,
        lines: lines.iter().map(|line| line.as_ref().to_owned()).collect(),
        fields,
        checks,
    })
}

pub(crate) fn in_alphabet(character: char) -> bool {
    matches!(character, 'A'..='Z' | '0'..='9' | '<')
}

pub(crate) fn checks<S: AsRef<str>>(layout: &Layout, lines: &[S]) -> Checks {
    let number = layout.document_number.of(lines);
    Checks {
        document_number: holds(number, layout.document_number_check.character(lines))
            || long_number(layout, lines).is_some(),
        birth_date: holds(
            layout.birth_date.of(lines),
            layout.birth_date_check.character(lines),
        ),
        expiry_date: expiry_check(layout, lines),
        composite: layout
            .composite_check
            .map(|check| holds(&layout.composite_text(lines), check.character(lines))),
        personal_number: layout.optional1_check.map(|check| {
            let number = layout.optional1.of(lines);
            let printed = check.character(lines);
            // An empty personal number may have a filler for a check digit (9303-4 clause 4.2.2).
            holds(number, printed) || (printed == '<' && without_fillers(number).is_empty())
        }),
    }
}

/// Documents without a date of expiry, as the Russian internal passport, may have a filler for the check
/// digit of the empty field too: then there is nothing to hold.
fn expiry_check<S: AsRef<str>>(layout: &Layout, lines: &[S]) -> Option<bool> {
    let date = layout.expiry_date.of(lines);
    let printed = layout.expiry_date_check.character(lines);
    let is_stated = printed != '<' || !without_fillers(date).is_empty();
    is_stated.then(|| holds(date, printed))
}

/// A document number that goes on in the optional data, and how many characters of these it and
/// its check digit take; `None` unless that check digit holds. Most issuers reckon it over the
/// number alone; some, Belgium among them, count the filler that stands for the check digit.
fn long_number<S: AsRef<str>>(layout: &Layout, lines: &[S]) -> Option<(String, usize)> {
    let rest = layout.long_number_rest(lines)?.of(lines);
    let (rest_of_number, printed) = rest.split_at(rest.len() - 1);
    let printed = printed.chars().next()?;
    let first = layout.document_number.of(lines);
    let number = format!("{first}{rest_of_number}");
    (holds(&number, printed) || holds(&format!("{first}<{rest_of_number}"), printed))
        .then_some((number, rest.len()))
}

fn fields<S: AsRef<str>>(layout: &Layout, lines: &[S]) -> Fields {
    let optional1 = layout.optional1.of(lines);
    let (document_number, optional1) = match long_number(layout, lines) {
        // One filler parts the number from what follows it.
        Some((number, taken)) => (number, optional1.get(taken + 1..).unwrap_or_default()),
        None => (layout.document_number.of(lines).to_owned(), optional1),
    };
    let names = layout.names.of(lines);
    let (surname, given_names) = names.split_once("<<").unwrap_or((names, ""));
    Fields {
        document_code: without_fillers(layout.document_code.of(lines)),
        issuing_state: without_fillers(layout.issuing_state.of(lines)),
        document_number: without_fillers(&document_number),
        nationality: without_fillers(layout.nationality.of(lines)),
        birth_date: layout.birth_date.of(lines).to_owned(),
        sex: layout.sex.of(lines).to_owned(),
        expiry_date: layout.expiry_date.of(lines).to_owned(),
        surname: name(surname),
        given_names: name(given_names),
        optional1: without_fillers(optional1),
        optional2: layout
            .optional2
            .map_or_else(String::new, |span| without_fillers(span.of(lines))),
        names_truncated: !names.ends_with('<'),
    }
}

fn without_fillers(text: &str) -> String {
    text.trim_end_matches('<').to_owned()
}

fn name(text: &str) -> String {
    text.trim_matches('<').replace('<', " ")
}

#[cfg(test)]
mod tests;
