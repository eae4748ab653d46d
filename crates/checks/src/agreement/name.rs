//! Surname and given names.

use mrz::{NameMatch, compare_names, transliterate};

use super::{Place, Seen};
use crate::policy::Thresholds;
use crate::print::distance::distance;
use crate::print::fold::fold;
use crate::print::{Line, Print, Value};
use crate::template::Label;

/// A name of which this share differs is another name, however it was read.
const OTHER_NAME: f32 = 0.4;

pub(super) fn compare(
    print: &Print,
    label: Label,
    expected: &str,
    all_names: &[&str],
    thresholds: &Thresholds,
) -> Seen {
    if expected.is_empty() {
        return Seen::Nothing;
    }
    let labelled = print.labelled(label, is_name);
    let found = labelled
        .iter()
        .cloned()
        .chain(print.values().map(Line::value))
        .chain(print.labelled_names(label))
        .find(|value| shows(value, expected, thresholds));
    if let Some(value) = found {
        return Seen::Agrees(Place::of(&value));
    }
    let contradiction = labelled.iter().find(|value| {
        // Names in another order, or a label taken for its neighbour's, contradict nothing.
        let known = |word: &str| all_names.iter().any(|name| has_word(name, word));
        let stranger = words(&value.text).iter().any(|word| !known(word));
        let apart = apart(&value.text, expected);
        let needed = if apart >= (OTHER_NAME * expected.len() as f32).max(2.0) {
            thresholds.readable_text
        } else {
            thresholds.certain_text
        };
        stranger && apart >= 1.0 && value.confidence >= needed
    });
    contradiction.map_or(Seen::Nothing, |value| Seen::Contradicts(Place::of(value)))
}

/// Whether a text could be a name.
pub(crate) fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && !text.contains(|c: char| c.is_ascii_digit())
}

/// Whether the text is the name, holds it as whole words, or is a misreading of it.
fn shows(value: &Value, expected: &str, thresholds: &Thresholds) -> bool {
    if compare_names(&value.text, expected) != NameMatch::Different {
        return true;
    }
    let words: Vec<&str> = value.text.split_whitespace().collect();
    let count = words.len().min(12);
    for start in 0..count {
        for end in start + 1..=count {
            if compare_names(&words[start..end].join(" "), expected) == NameMatch::Full {
                return true;
            }
        }
    }
    let apart = apart(&value.text, expected);
    // Doubtful text may have a letter wrong in five, any text letters that look alike.
    let doubtful = value.confidence < thresholds.certain_text;
    let most = if doubtful {
        (expected.len() / 5).min(2) as f32
    } else {
        0.0
    };
    apart <= most.max(if expected.len() >= 4 { 0.5 } else { 0.0 })
}

/// Letters by which the printed name differs, in the transliteration that suits it best.
fn apart(printed: &str, expected: &str) -> f32 {
    let compact = |text: &str| text.replace(' ', "");
    let expected = compact(expected);
    let without_marks = |text: &str| {
        text.replace("AE", "A")
            .replace("OE", "O")
            .replace("UE", "U")
            .replace("AA", "A")
    };
    let folded = compact(&fold(printed));
    let spelled = compact(&transliterate(printed));
    // Readers that don't know thorn take it for a P, and the sharp s for a B; a breve is like a caron, and
    // half of an Æ like an E.
    let with_breve = compact(&fold(&printed.replace('Č', "Ğ")));
    let misread =
        |zone: &str, seen: &str| distance(&folded, &without_marks(&expected.replace(zone, seen)));
    distance(&folded, &expected)
        .min(distance(&with_breve, &expected))
        .min(distance(&spelled, &expected))
        .min(distance(&without_marks(&folded), &without_marks(&expected)))
        .min(misread("TH", "P"))
        .min(misread("SS", "B"))
        .min(misread("AE", "E"))
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| is_name(word))
        .map(str::to_owned)
        .collect()
}

fn has_word(name: &str, word: &str) -> bool {
    name.split_whitespace()
        .any(|part| compare_names(word, part) == NameMatch::Full)
        || compare_names(word, name) == NameMatch::Full
}
