//! Repair of what optical readers confuse.
//!
//! Where the format allows letters alone or digits alone, the other kind is a misreading and is
//! mended. Where it allows both, only a check digit can tell: a character of a field is changed
//! if exactly one such change makes every check digit hold, and what stands beside it makes the
//! change likely. 6 and G count the same in every check digit, so these two can't be told apart
//! there. A check digit is never changed to make it hold.

mod checked;
mod classes;

use crate::Format;
use crate::parse::in_alphabet;
use std::fmt;

/// Lines after repair.
#[derive(Clone, PartialEq, Eq)]
pub struct Repaired {
    pub lines: Vec<String>,
    /// In reading order.
    pub corrections: Vec<Correction>,
}

/// One character that was changed. Positions count from 0.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    pub line: usize,
    pub column: usize,
    pub from: char,
    pub to: char,
}

impl fmt::Debug for Repaired {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Repaired")
            .field("corrections", &self.corrections.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Correction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Correction")
            .field("line", &self.line)
            .field("column", &self.column)
            .finish_non_exhaustive()
    }
}

/// Mends the misreadings that `format` settles. Lines of another shape or alphabet come back as
/// they are, and so does the French identity card of before 2021, which has the shape of TD2 but
/// a layout of its own.
pub fn repair(format: Format, lines: &[String]) -> Repaired {
    let mut repaired = lines.to_vec();
    if has_shape(format, lines) && !is_french_identity_card(format, lines) {
        classes::repair(format.layout(), &mut repaired);
        checked::repair(format.layout(), &mut repaired);
    }
    let corrections = corrections(lines, &repaired);
    Repaired {
        lines: repaired,
        corrections,
    }
}

/// Whether line count, lengths and alphabet are the format's. The first letter, which tells visas
/// from the others, may itself be misread.
fn has_shape(format: Format, lines: &[String]) -> bool {
    lines.len() == format.line_count()
        && lines
            .iter()
            .all(|line| line.len() == format.line_length() && line.chars().all(in_alphabet))
}

fn is_french_identity_card(format: Format, lines: &[String]) -> bool {
    format == Format::Td2 && lines[0].starts_with("IDFRA")
}

fn corrections(before: &[String], after: &[String]) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for (line, (before, after)) in before.iter().zip(after).enumerate() {
        for (column, (from, to)) in before.chars().zip(after.chars()).enumerate() {
            if from != to {
                corrections.push(Correction {
                    line,
                    column,
                    from,
                    to,
                });
            }
        }
    }
    corrections
}

#[cfg(test)]
mod tests;
