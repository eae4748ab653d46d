//! Fields that a number or a short word opens, each in a line of its own: the AAMVA DL/ID Card Design
//! Standard has both.

use crate::template::{Field, Label, Template};

/// What a numbered line is about, and what it says itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Numbered<'a> {
    pub(super) label: Label,
    /// What follows number and words, if anything.
    pub(super) value: Option<&'a str>,
}

/// Words that go with the word before them, and open no field.
const FILLING: [&str; 4] = ["NO", "NUM", "NUMBER", "ADDRESS"];

/// `None` for lines that begin with neither a number of a field nor one of its words.
pub(super) fn numbered<'a>(text: &'a str, template: &Template) -> Option<Numbered<'a>> {
    let named = |known: &dyn Fn(&&Field) -> bool| template.fields.iter().find(known);
    let (first, behind) = split_word(text)?;
    let number = plain(first);
    let by_number = named(&|field| {
        let known = field.number.as_deref();
        known.is_some_and(|known| known.eq_ignore_ascii_case(&number))
    });
    // Readers lose spaces: `1LN`.
    let by_both = || {
        named(&|field| {
            let known = field.number.as_deref().map(str::to_ascii_uppercase);
            let word = known.and_then(|known| number.strip_prefix(&known));
            word.is_some_and(|word| field.words.iter().any(|known| known == word))
        })
    };
    let mut found = by_number.or_else(by_both);
    let mut rest = if found.is_some() { behind } else { text };
    if let Some((word, after)) = split_word(rest)
        && let Some(by_word) = named(&|field| field.words.contains(&plain(word)))
    {
        found = Some(by_word);
        rest = after;
    }
    let label = found?.label;
    while let Some((word, after)) = split_word(rest)
        && FILLING.contains(&plain(word).as_str())
    {
        rest = after;
    }
    let value = rest.trim_matches([' ', '.', ':']);
    Some(Numbered {
        label,
        value: (!value.is_empty()).then_some(value),
    })
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
pub(super) fn starts_with_date(text: &str) -> bool {
    let digits = text.bytes().take(5).filter(u8::is_ascii_digit).count();
    digits >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(Label, Option<&str>)> {
        let american = Template::printed(["DRIVER LICENSE"].into_iter()).unwrap();
        numbered(text, american).map(|found| (found.label, found.value))
    }

    #[test]
    fn american_fields_have_numbers_words_or_both() {
        assert_eq!(seen("4d DL NO."), Some((Label::Number, None)));
        assert_eq!(seen("DL D1234567"), Some((Label::Number, Some("D1234567"))));
        assert_eq!(seen("1 LN"), Some((Label::Surname, None)));
        assert_eq!(seen("1LN"), Some((Label::Surname, None)));
        assert_eq!(seen("4bEXP 01/31/2028"), seen("4b EXP 01/31/2028"));
        assert_eq!(seen("LN PUBLIC"), Some((Label::Surname, Some("PUBLIC"))));
        assert_eq!(seen("1. PUBLIC"), Some((Label::Surname, Some("PUBLIC"))));
        assert_eq!(seen("8 ADDRESS"), Some((Label::Address, None)));
        assert_eq!(
            seen("8 12 ROCK ST"),
            Some((Label::Address, Some("12 ROCK ST")))
        );
        assert_eq!(
            seen("4b.01/31/2028"),
            Some((Label::ExpiryDate, Some("01/31/2028")))
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
            "1FN",
            "77LN",
            "UTOPIA",
            "DRIVER LICENSE",
            "08/31/1977",
        ] {
            assert_eq!(seen(text), None, "{text}");
        }
    }
}
