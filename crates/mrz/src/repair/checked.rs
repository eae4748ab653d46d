//! Fields that mix letters and digits, settled by their check digits.

use super::classes::{digit, letter};
use crate::layout::{Layout, Span};
use crate::parse::checks;

/// One character of a line and what it may have been.
#[derive(Clone, Copy)]
struct Substitution {
    line: usize,
    column: usize,
    to: char,
    /// Whether the neighbours speak for it; see [`substitutions`].
    likely: bool,
}

pub(super) fn repair(layout: &Layout, lines: &mut [String]) {
    let before = checks(layout, lines);
    if !before.birth_date || !before.expiry_date {
        // Not all that is wrong can be mended here, so the composite can't confirm anything.
        return;
    }
    let number = if before.document_number {
        Vec::new()
    } else {
        number_substitutions(layout, lines)
    };
    let optional_holds = before.personal_number.unwrap_or_else(|| {
        // Without a check digit of its own, optional data answers for the composite alone.
        !before.document_number || before.composite != Some(false)
    });
    let optional = if optional_holds {
        Vec::new()
    } else {
        optional_substitutions(layout, lines)
    };

    let mut only = None;
    for first in choices(&number) {
        for second in choices(&optional) {
            let changes = [first, second];
            let mut candidate = lines.to_vec();
            for change in changes.into_iter().flatten() {
                change.apply(&mut candidate);
            }
            if candidate == lines || !checks(layout, &candidate).hold() {
                continue;
            }
            if only.is_some() {
                return;
            }
            only = Some((changes, candidate));
        }
    }
    if let Some((changes, candidate)) = only
        && changes.iter().flatten().all(|change| change.likely)
    {
        lines.clone_from_slice(&candidate);
    }
}

fn choices(substitutions: &[Substitution]) -> Vec<Option<Substitution>> {
    if substitutions.is_empty() {
        vec![None]
    } else {
        substitutions.iter().copied().map(Some).collect()
    }
}

fn number_substitutions(layout: &Layout, lines: &[String]) -> Vec<Substitution> {
    let mut places = places(layout.document_number);
    if let Some(rest) = layout.long_number_rest(lines) {
        // The last one is the check digit.
        places.extend(self::places(Span {
            end: rest.end - 1,
            ..rest
        }));
    }
    substitutions(lines, &places)
}

fn optional_substitutions(layout: &Layout, lines: &[String]) -> Vec<Substitution> {
    let optional1 = match layout.long_number_rest(lines) {
        Some(number) => Span {
            start: number.end,
            ..layout.optional1
        },
        None => layout.optional1,
    };
    [Some(optional1), layout.optional2]
        .into_iter()
        .flatten()
        .flat_map(|span| substitutions(lines, &places(span)))
        .collect()
}

fn places(span: Span) -> Vec<(usize, usize)> {
    (span.start..span.end)
        .map(|column| (span.line, column))
        .collect()
}

/// Many numbers begin with up to two letters that name a series.
const SERIES: usize = 2;

/// The confusions that these characters, which stand side by side, may come from. A digit is in
/// doubt only beside a letter that can't be a digit itself or, where the letters of a series may
/// stand, beside any: counting all digits in, hardly any number would have one answer alone.
/// Likely is a digit among digits and a letter among letters.
fn substitutions(lines: &[String], places: &[(usize, usize)]) -> Vec<Substitution> {
    let text: Vec<char> = places
        .iter()
        .map(|&(line, column)| char::from(lines[line].as_bytes()[column]))
        .collect();
    let mut found = Vec::new();
    for (position, (&character, &(line, column))) in text.iter().zip(places).enumerate() {
        let before = position.checked_sub(1).map(|before| text[before]);
        let neighbours: Vec<char> = before
            .into_iter()
            .chain(text.get(position + 1).copied())
            .collect();
        let digit_beside = neighbours.iter().any(char::is_ascii_digit);
        let letter_beside = neighbours.iter().any(|&beside| {
            beside.is_ascii_uppercase() && (position < SERIES || digit(beside) == beside)
        });
        let (to, likely) = if character.is_ascii_uppercase() {
            (digit(character), digit_beside)
        } else if letter_beside {
            (letter(character), !digit_beside)
        } else {
            continue;
        };
        if to != character {
            found.push(Substitution {
                line,
                column,
                to,
                likely,
            });
        }
    }
    found
}

impl Substitution {
    fn apply(self, lines: &mut [String]) {
        let mut buffer = [0; 4];
        let to = self.to.encode_utf8(&mut buffer);
        lines[self.line].replace_range(self.column..=self.column, to);
    }
}
