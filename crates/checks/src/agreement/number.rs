//! The document number.

use super::{Place, Seen};
use crate::kind::Kind;
use crate::policy::Thresholds;
use crate::template::{Label, label_of};
use crate::text::date::dates_in;
use crate::text::distance::{distance, look_alike};
use crate::text::fold::{condense, fold};
use crate::viz::{Line, Value, Viz};

/// Shorter numbers could stand in any text by chance.
const LONG: usize = 6;
/// Differing characters from which on a number is another one, and no misreading.
const FAR: f32 = 3.0;
/// A word of so many characters beside a number may be more of it.
const GROUP: usize = 3;
/// What stands before the number of the passport that a residence permit goes with.
const PASSPORT: &str = "PASS";
/// What stands before a number and says that it is one, in whole or in part.
const WORDS: [&str; 14] = [
    "CREDENTIAL",
    "CUSTOMER",
    "IDENTIFIER",
    "LICENSE",
    "LICENCE",
    "NUMBER",
    "CARD",
    "DLN",
    "LIC",
    "NUM",
    "DL",
    "ID",
    "NO",
    "NR",
];

pub(super) fn compare(
    viz: &Viz,
    expected: &str,
    others: &[String],
    thresholds: &Thresholds,
) -> Seen {
    let expected = condense(expected);
    if expected.is_empty() {
        return Seen::NotStated;
    }
    let labelled = viz.labelled(Label::Number, |text| !own_numbers(text).is_empty());
    let beside_label = labelled.iter().find(|value| {
        let mut lines = viz.lines.iter().filter(|line| line.is_at(value));
        shows(&value.text, &expected) || lines.any(|line| shows(line.text, &expected))
    });
    if let Some(value) = beside_label {
        return Seen::Agrees(Place::of(value));
    }
    // A card's number without the next field's, which readers run into it.
    let opened = viz.layout.iter();
    let mut opened = opened.flat_map(|layout| layout.values(Label::Number));
    if let Some(value) = opened.find(|value| shows(&value.text, &expected)) {
        return Seen::Agrees(Place::of(&value));
    }
    let told =
        |line: &&Line| told_number(line.text).is_some_and(|number| alike(&number, &expected));
    if let Some(line) = viz.lines.iter().find(told) {
        return Seen::Agrees(Place::of(&line.value()));
    }
    let found = viz.lines.iter().find(|line| shows(line.text, &expected));
    let is_other = |number: &String| others.iter().any(|other| is_part(number, other));
    let told = viz
        .lines
        .iter()
        .filter_map(|line| Some((line.value(), vec![told_number(line.text)?])));
    let labelled = labelled.into_iter().map(|value| {
        let numbers = own_numbers(&value.text);
        (value, numbers)
    });
    // A second number where the document's should be outweighs one anywhere else.
    let of_passport = |value: &Value| {
        let kind = viz.template.map(|template| template.kind);
        kind != Some(Kind::Passport) && condense(&value.text).contains(PASSPORT)
    };
    for (value, numbers) in labelled
        .chain(told)
        .filter(|(value, _)| !of_passport(value))
    {
        let nearest = numbers
            .iter()
            .filter(|number| !is_other(number))
            .map(|number| distance(number, &expected))
            .min_by(f32::total_cmp);
        let Some(apart) = nearest else {
            continue;
        };
        let needed = if found.is_none() && apart >= FAR {
            thresholds.readable_text
        } else {
            thresholds.certain_text
        };
        if apart >= 1.0 && value.confidence >= needed {
            return Seen::Contradicts(Place::of(&value));
        }
    }
    let Some(found) = found else {
        return unlabelled(viz, &expected, others, thresholds);
    };
    // Nothing tells which of two numbers without a label is the document's, unless they are alike: many
    // documents print theirs twice.
    let elsewhere = [Label::PersonalNumber, Label::Other]
        .map(|label| viz.labelled(label, |text| !numbers(text).is_empty()));
    let is_elsewhere = |line: &Line| {
        matches!(line.label, Some(Label::PersonalNumber | Label::Other))
            || elsewhere.iter().flatten().any(|value| line.is_at(value))
    };
    let second = viz.lines.iter().find(|line| {
        line.confidence >= thresholds.certain_text
            && !line.is_at(&found.value())
            && !is_elsewhere(line)
            && alone(line.text).is_some_and(|number| {
                // Where the expected number has letters, one of digits alone is the holder's, not the
                // document's.
                let alike = has_letters(&number) || !has_letters(&expected);
                alike && number != expected && !is_other(&number) && !is_part(&number, &expected)
            })
    });
    let twice = viz
        .lines
        .iter()
        .filter(|line| shows(line.text, &expected))
        .count()
        > 1;
    match second.filter(|_| !twice) {
        Some(line) => Seen::Contradicts(Place::of(&line.value())),
        None => Seen::Agrees(Place::of(&found.value())),
    }
}

/// The number behind a word that says so, in the same line: `NO.1234567`, `4d DLN D0895479`.
fn told_number(text: &str) -> Option<String> {
    let groups = groups(text);
    let is_one =
        |group: &str| group.len() >= LONG && group.bytes().filter(u8::is_ascii_digit).count() >= 2;
    groups.iter().enumerate().find_map(|(at, group)| {
        let before = at.checked_sub(1).map(|at| groups[at].as_str());
        let is_told = |word: &str| !word.is_empty() && is_word_of_number(word);
        if before.is_some_and(is_told) && is_one(group) {
            return Some(group.clone());
        }
        // The longest word that leaves a number.
        let cuts = (2..group.len()).rev();
        let mut told = cuts.filter_map(|cut| group.split_at_checked(cut));
        told.find(|(word, number)| is_told(word) && is_one(number))
            .map(|(_, number)| number.to_owned())
    })
}

/// A number that is all of a line.
fn alone(text: &str) -> Option<String> {
    let groups = groups(text);
    let number = condense(text);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    // Six digits alone may be a postal code; with letters beside them they are a number.
    let enough =
        digits > LONG || (digits + 1 >= LONG && number.len() > LONG && has_letters(&number));
    let is_one = groups.len() == 1 && dates_in(text).is_empty() && enough;
    is_one.then_some(number)
}

/// What could be a number beside the label of the document's.
fn own_numbers(text: &str) -> Vec<String> {
    let is_one = |group: &String| {
        let digits = group.bytes().filter(u8::is_ascii_digit).count();
        group.len() >= LONG && digits >= 2
    };
    let found = numbers(text);
    if found.is_empty() && dates_in(text).is_empty() {
        return groups(text).into_iter().filter(is_one).collect();
    }
    found
}

/// A number of the same make as the expected one, which itself is nowhere to be seen.
fn unlabelled(viz: &Viz, expected: &str, others: &[String], thresholds: &Thresholds) -> Seen {
    let letters = has_letters(expected);
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
    viz.values()
        .map(Line::value)
        .find(contradicts)
        .map_or(Seen::Nothing, |value| Seen::Contradicts(Place::of(&value)))
}

/// Whether the text is this number, whole, with nothing beside it but words for numbers and other fields.
fn shows(text: &str, expected: &str) -> bool {
    let groups = groups(text);
    (0..groups.len()).any(|start| {
        let mut number = String::new();
        (start..groups.len()).any(|end| {
            number.push_str(&groups[end]);
            number.len() <= expected.len() + 12
                && is_number(&number, expected)
                && stands_alone(text, &groups, start, end)
        })
    })
}

/// Words, and words that hyphens or full stops hold together: those are one number or none.
fn groups(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ':' | '#' | ',' | ';' | '/' | '(' | ')'))
        .map(condense)
        .filter(|group| !group.is_empty())
        .collect()
}

/// The number itself, or with a word for it run into it, as in `NO.1234567`.
fn is_number(text: &str, expected: &str) -> bool {
    alike(text, expected)
        || text
            .len()
            .checked_sub(expected.len())
            .and_then(|at| text.split_at_checked(at))
            .is_some_and(|(word, number)| is_word_of_number(word) && alike(number, expected))
}

fn stands_alone(text: &str, groups: &[String], start: usize, end: usize) -> bool {
    let is_digits =
        |group: &&String| group.len() >= GROUP && group.bytes().all(|b| b.is_ascii_digit());
    let before = start
        .checked_sub(1)
        .and_then(|at| groups.get(at))
        .filter(is_digits);
    let behind = groups.get(end + 1).filter(is_digits);
    let dated = !dates_in(text).is_empty();
    let others = groups[..start].iter().chain(&groups[end + 1..]);
    (dated || (before.is_none() && behind.is_none()))
        && (label_of(text) == Some(Label::Number)
            || dated
            || others
                .into_iter()
                .all(|word| word.len() <= GROUP || is_word_of_number(word) || begins_field(word)))
}

/// `NO`, `4DDLNO`: words for numbers, one run into the other, behind the number of their field.
fn is_word_of_number(text: &str) -> bool {
    let mut rest = text.strip_prefix("4D").unwrap_or(text);
    while let Some(behind) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = behind;
    }
    matches!(rest, "" | "O")
}

/// `9CLASS`: where another field begins.
fn begins_field(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && !word[digits..].contains(|c: char| c.is_ascii_digit())
}

fn has_letters(number: &str) -> bool {
    number.contains(|c: char| c.is_ascii_alphabetic())
}

/// Whether two numbers are the same but for misreadings: digits that were taken for letters, or letters
/// for digits. Misreadings of both kinds in one number make another number.
fn alike(a: &str, b: &str) -> bool {
    let differing = || a.chars().zip(b.chars()).filter(|(a, b)| a != b);
    let digits = differing().filter(|(a, _)| a.is_ascii_digit()).count();
    a.len() == b.len()
        && differing().all(|(a, b)| is_taken_for(a, b))
        && (digits == 0 || digits == differing().count())
}

/// A digit for a letter or a letter for a digit. Between two letters or two digits there is no telling a
/// misreading from another number.
fn is_taken_for(a: char, b: char) -> bool {
    a.is_ascii_digit() != b.is_ascii_digit() && look_alike(a, b)
}

/// Whether the printed number is the other one, or all of it but a prefix or suffix.
fn is_part(number: &str, other: &str) -> bool {
    let (number, other) = (condense(number), condense(other));
    let contains = |long: &str, short: &str| short.len() >= LONG && long.contains(short);
    alike(&number, &other) || contains(&number, &other) || contains(&other, &number)
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
