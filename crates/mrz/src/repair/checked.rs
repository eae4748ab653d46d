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
    let optional = if before.personal_number == Some(false)
        || (before.document_number
            && before.personal_number.is_none()
            && before.composite == Some(false))
    {
        optional_substitutions(layout, lines)
    } else {
        Vec::new()
    };
    let mut found = None;
    for first in choices(&number) {
        for second in choices(&optional) {
            let mut candidate = lines.to_vec();
            for substitution in [first, second].into_iter().flatten() {
                substitution.apply(&mut candidate);
            }
            if checks(layout, &candidate).hold() && candidate != lines {
                if found.is_some() {
                    return;
                }
                found = Some(candidate);
            }
        }
    }
    if let Some(found) = found {
        lines.clone_from_slice(&found);
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
    let mut found = substitutions(lines, layout.document_number);
    if let Some(rest) = layout.long_number_rest(lines) {
        // The last one is the check digit.
        found.extend(substitutions(
            lines,
            Span {
                end: rest.end - 1,
                ..rest
            },
        ));
    }
    found
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
        .flat_map(|span| substitutions(lines, span))
        .collect()
}

/// The confusions that the neighbours make likely: a letter beside a digit may be a digit; a
/// digit may be a letter only where no neighbour is a digit. Without this rule nearly every
/// number would have some change that makes a misprinted check digit hold.
fn substitutions(lines: &[String], span: Span) -> Vec<Substitution> {
    let text = span.of(lines).as_bytes();
    let mut found = Vec::new();
    for (position, &byte) in text.iter().enumerate() {
        let before = position.checked_sub(1).map(|before| text[before]);
        let neighbours = [before, text.get(position + 1).copied()];
        let digits = neighbours
            .iter()
            .flatten()
            .filter(|byte| byte.is_ascii_digit())
            .count();
        let letters = neighbours
            .iter()
            .flatten()
            .filter(|byte| byte.is_ascii_uppercase())
            .count();
        let character = char::from(byte);
        let to = if byte.is_ascii_uppercase() && digits > 0 {
            digit(character)
        } else if byte.is_ascii_digit() && digits == 0 && letters > 0 {
            letter(character)
        } else {
            character
        };
        if to != character {
            found.push(Substitution {
                line: span.line,
                column: span.start + position,
                to,
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
