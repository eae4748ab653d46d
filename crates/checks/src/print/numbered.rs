//! Fields of driving licences by their numbers: Directive 2006/126/EC, annex I, and the same
//! numbers in the AAMVA DL/ID Card Design Standard, where short words follow them.

use super::Label;

/// What a numbered line is about, and what it says itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Numbered<'a> {
    pub(super) label: Label,
    /// As `4D`.
    pub(super) field: &'a str,
    /// What follows number and words, if anything.
    pub(super) value: Option<&'a str>,
}

/// What the words say that American cards put behind the numbers, or in their place.
const WORDS: &[(Label, &[&str])] = &[
    (Label::Surname, &["LN"]),
    (Label::GivenNames, &["FN"]),
    (Label::Number, &["DL", "DLN", "LIC", "ID"]),
    (Label::BirthDate, &["DOB"]),
    (Label::ExpiryDate, &["EXP"]),
    (Label::IssueDate, &["ISS"]),
    (Label::Sex, &["SEX"]),
    (
        Label::Other,
        &["DD", "CLASS", "HGT", "WGT", "EYES", "HAIR", "END", "REST"],
    ),
];
/// Those of them that no other licence has.
const AMERICAN: [&str; 8] = ["LN", "FN", "DLN", "ISS", "DD", "HGT", "WGT", "EYES"];
/// Words that belong to those before them.
const FILLING: [&str; 4] = ["NO", "NUM", "NUMBER", "ADDRESS"];

/// `None` for lines that begin with neither a number of a field nor one of the words.
pub(super) fn numbered(text: &str) -> Option<Numbered<'_>> {
    let (field, behind) = split_word(text)?;
    let by_number = of_number(plain(field).as_str());
    let mut rest = if by_number.is_some() { behind } else { text };
    let mut label = by_number;
    if let Some((word, after)) = split_word(rest)
        && let Some(named) = of_word(&plain(word))
    {
        label = Some(named);
        rest = after;
    }
    let label = label?;
    while let Some((word, after)) = split_word(rest)
        && FILLING.contains(&plain(word).as_str())
    {
        rest = after;
    }
    let value = rest.trim_matches([' ', '.', ':']);
    Some(Numbered {
        label,
        field,
        value: (!value.is_empty()).then_some(value),
    })
}

/// Whether one of the first two words is one that only American licences have.
pub(super) fn has_american_word(text: &str) -> bool {
    text.split_whitespace()
        .take(2)
        .any(|word| AMERICAN.contains(&plain(word).as_str()))
}

fn of_number(field: &str) -> Option<Label> {
    match field {
        "1" => Some(Label::Surname),
        "2" => Some(Label::GivenNames),
        "3" => Some(Label::BirthDate),
        "4A" => Some(Label::IssueDate),
        "4B" => Some(Label::ExpiryDate),
        "4D" | "5" => Some(Label::Number),
        "8" => Some(Label::Address),
        "15" => Some(Label::Sex),
        "4C" | "6" | "7" | "9" | "9A" | "12" | "16" | "17" | "18" | "19" => Some(Label::Other),
        _ => None,
    }
}

fn of_word(word: &str) -> Option<Label> {
    let named = WORDS.iter().find(|(_, words)| words.contains(&word));
    named.map(|(label, _)| *label)
}

fn plain(word: &str) -> String {
    word.trim_matches(['.', ':', ',']).to_ascii_uppercase()
}

/// The first word and what follows it; a number may be run into the text behind its full stop.
fn split_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text
        .char_indices()
        .find(|(at, character)| {
            character.is_whitespace()
                || (matches!(character, '.' | ':') && *at <= 2 && !starts_with_date(text))
        })
        .map_or(text.len(), |(at, _)| at);
    let (word, rest) = text.split_at(end);
    (!word.is_empty()).then(|| (word, rest.trim_start_matches(['.', ':', ' '])))
}

/// `12.08.1964` begins with a number and a full stop, and is no field.
fn starts_with_date(text: &str) -> bool {
    let digits = text.bytes().take(5).filter(u8::is_ascii_digit).count();
    digits >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(Label, Option<&str>)> {
        numbered(text).map(|found| (found.label, found.value))
    }

    #[test]
    fn european_fields_have_numbers() {
        assert_eq!(
            seen("1. MUSTERMANN"),
            Some((Label::Surname, Some("MUSTERMANN")))
        );
        assert_eq!(seen("2.ERIKA"), Some((Label::GivenNames, Some("ERIKA"))));
        assert_eq!(
            seen("3. 12.08.1964 BERLIN"),
            Some((Label::BirthDate, Some("12.08.1964 BERLIN")))
        );
        assert_eq!(
            seen("4a. 01.02.2013"),
            Some((Label::IssueDate, Some("01.02.2013")))
        );
        assert_eq!(
            seen("4b.31.01.2028"),
            Some((Label::ExpiryDate, Some("31.01.2028")))
        );
        assert_eq!(
            seen("5. B072RRE2I55"),
            Some((Label::Number, Some("B072RRE2I55")))
        );
    }

    #[test]
    fn american_fields_have_words_too() {
        assert_eq!(seen("4d DL NO."), Some((Label::Number, None)));
        assert_eq!(seen("DL D1234567"), Some((Label::Number, Some("D1234567"))));
        assert_eq!(seen("1 LN"), Some((Label::Surname, None)));
        assert_eq!(seen("LN PUBLIC"), Some((Label::Surname, Some("PUBLIC"))));
        assert_eq!(seen("8 ADDRESS"), Some((Label::Address, None)));
        assert_eq!(
            seen("8 12 ROCK ST"),
            Some((Label::Address, Some("12 ROCK ST")))
        );
        assert_eq!(seen("15 SEX F"), Some((Label::Sex, Some("F"))));
        assert_eq!(seen("5 DD 0123456"), Some((Label::Other, Some("0123456"))));
    }

    #[test]
    fn other_text_has_neither() {
        for text in [
            "",
            "12.08.1964",
            "123 MAIN STREET",
            "UTOPIA",
            "DRIVER LICENSE",
            "08/31/1977",
        ] {
            assert_eq!(seen(text), None, "{text}");
        }
    }
}
