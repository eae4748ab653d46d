//! Fields in which the format allows one kind of character only.

use crate::country;
use crate::layout::{Layout, Span};

pub(super) fn repair(layout: &Layout, lines: &mut [String]) {
    // The second letter of the document code is the issuer's choice and may be a digit.
    let kind = Span {
        end: layout.document_code.start + 1,
        ..layout.document_code
    };
    each(lines, kind, letter);
    each(lines, layout.names, letter);
    names_end(lines, layout.names);
    for code in [layout.issuing_state, layout.nationality] {
        country_code(lines, code);
    }
    each(lines, layout.sex, sex);
    let digits = [
        Some(layout.birth_date),
        Some(layout.birth_date_check),
        Some(layout.expiry_date),
        Some(layout.expiry_date_check),
        Some(layout.document_number_check),
        layout.optional1_check,
        layout.composite_check,
    ];
    for span in digits.into_iter().flatten() {
        each(lines, span, digit);
    }
}

fn each(lines: &mut [String], span: Span, mend: fn(char) -> char) {
    let mended: String = span.of(lines).chars().map(mend).collect();
    lines[span.line].replace_range(span.start..span.end, &mended);
}

pub(super) fn digit(character: char) -> char {
    match character {
        'O' | 'Q' | 'D' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        other => other,
    }
}

pub(super) fn letter(character: char) -> char {
    match character {
        '0' => 'O',
        '1' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '6' => 'G',
        '8' => 'B',
        other => other,
    }
}

fn sex(character: char) -> char {
    match character {
        'H' | 'N' | 'W' => 'M',
        'E' | 'P' => 'F',
        'K' | 'C' => '<',
        other => other,
    }
}

/// A zero in a country code may have been an O, a D or a Q; the list of codes decides.
fn country_code(lines: &mut [String], span: Span) {
    let code = span.of(lines);
    let plain: String = code.chars().map(letter).collect();
    let mut choices = vec![String::new()];
    for character in code.chars() {
        let letters = if character == '0' {
            vec!['O', 'D', 'Q']
        } else {
            vec![letter(character)]
        };
        choices = choices
            .iter()
            .flat_map(|choice| {
                letters
                    .iter()
                    .map(move |letter| format!("{choice}{letter}"))
            })
            .collect();
    }
    choices.retain(|choice| country::is_known(choice));
    let mended = match choices.as_slice() {
        [only] => only.clone(),
        _ => plain,
    };
    lines[span.line].replace_range(span.start..span.end, &mended);
}

/// Nothing follows a name but fillers, so after three of them letters that look like a filler to
/// a reader are fillers, unless other letters are among them.
fn names_end(lines: &mut [String], span: Span) {
    let names = span.of(lines);
    let Some(end) = names.find("<<<") else { return };
    let rest = &names[end..];
    let fillers = rest.chars().filter(|&character| character == '<').count();
    let looks_empty = rest
        .chars()
        .all(|character| matches!(character, '<' | 'K' | 'C' | 'L' | 'E' | 'S' | 'X'));
    if looks_empty && fillers * 2 > rest.len() {
        let empty = "<".repeat(rest.len());
        lines[span.line].replace_range(span.start + end..span.end, &empty);
    }
}
