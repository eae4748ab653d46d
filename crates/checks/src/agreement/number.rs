//! The document number.

use super::{Place, Seen};
use crate::policy::Thresholds;
use crate::print::date::dates_in;
use crate::print::distance::{contains_look_alike, distance, look_alike};
use crate::print::fold::{condense, fold};
use crate::print::{Line, Print, Value};
use crate::template::Label;

/// Shorter numbers could stand in any text by chance and have to be a word of their own.
const LONG: usize = 6;
/// From this many differing characters on, a misreading is out of the question.
const FAR: f32 = 3.0;

pub(super) fn compare(
    print: &Print,
    expected: &str,
    others: &[String],
    thresholds: &Thresholds,
) -> Seen {
    let expected = condense(expected);
    if expected.is_empty() {
        return Seen::Nothing;
    }
    let found = print
        .lines
        .iter()
        .find(|line| shows(line.text, &expected))
        .map(Line::value);
    let labelled = print.labelled(Label::Number, |text| !numbers(text).is_empty());
    for value in &labelled {
        let numbers = numbers(&value.text);
        if numbers.iter().any(|number| is_part(number, &expected)) {
            continue;
        }
        let nearest = numbers
            .iter()
            .filter(|number| !others.iter().any(|other| is_part(number, other)))
            .map(|number| (distance(number, &expected), number))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((apart, number)) = nearest else {
            continue;
        };
        let needed = match (&found, apart >= FAR) {
            // The right number elsewhere outweighs all but a second number of the same make.
            (Some(_), _) if !same_make(number, &expected) => continue,
            (None, true) => thresholds.readable_text,
            _ => thresholds.certain_text,
        };
        if apart >= 1.0 && value.confidence >= needed {
            return Seen::Contradicts(Place::of(value));
        }
    }
    if let Some(value) = found {
        return Seen::Agrees(Place::of(&value));
    }
    if let Some(part) = labelled.iter().find(|value| {
        numbers(&value.text)
            .iter()
            .any(|number| is_part(number, &expected))
    }) {
        return Seen::Agrees(Place::of(part));
    }
    unlabelled(print, &expected, others, thresholds)
}

/// A number of the same make as the expected one, which itself is nowhere to be seen.
fn unlabelled(print: &Print, expected: &str, others: &[String], thresholds: &Thresholds) -> Seen {
    let letters = expected.contains(|c: char| c.is_ascii_alphabetic());
    let contradicts = |value: &Value| {
        value.confidence >= thresholds.certain_text
            && numbers(&value.text).iter().any(|number| {
                let apart = distance(number, expected);
                let near = (1.0..FAR).contains(&apart);
                same_make(number, expected)
                    && !others.iter().any(|other| is_part(number, other))
                    && expected.len() >= LONG
                    && apart >= 1.0
                    && (near || letters)
            })
    };
    print
        .values()
        .map(Line::value)
        .find(contradicts)
        .map_or(Seen::Nothing, |value| Seen::Contradicts(Place::of(&value)))
}

fn shows(text: &str, expected: &str) -> bool {
    if expected.len() >= LONG {
        contains_look_alike(&condense(text), expected)
    } else {
        fold(text)
            .split_whitespace()
            .any(|word| alike(word, expected))
    }
}

fn alike(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.chars()
            .zip(b.chars())
            .all(|(a, b)| a == b || look_alike(a, b))
}

/// Whether the printed number is the expected one, or all of it but a prefix or suffix that only
/// one of the two zones has.
fn is_part(number: &str, expected: &str) -> bool {
    alike(number, expected)
        || (number.len() >= LONG && contains_look_alike(expected, number))
        || (expected.len() >= LONG && contains_look_alike(number, expected))
}

/// As long, with letters and digits in the same places.
fn same_make(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.chars()
            .zip(b.chars())
            .all(|(a, b)| a.is_ascii_digit() == b.is_ascii_digit() || look_alike(a, b))
}

/// What in a text could be a document's number: words of five characters or more, mostly digits;
/// the whole text where it is nothing else.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let is_number = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        word.len() >= 5 && digits >= 3 && 2 * digits >= word.len()
    };
    let whole = condense(text);
    let mut numbers: Vec<String> = fold(text)
        .split_whitespace()
        .filter(|word| is_number(word))
        .map(str::to_owned)
        .collect();
    let spaced = whole.len() <= 20 && is_number(&whole) && dates_in(text).is_empty();
    if numbers.is_empty() && spaced {
        numbers.push(whole);
    }
    numbers
}
