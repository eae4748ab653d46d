//! The words of a printed text that could be a name.

/// Whether a text could be a name.
pub(crate) fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && !text.contains(|c: char| c.is_ascii_digit())
}

/// The words of a line of names; none where it has numbers, as addresses do. The number of its field is
/// left out, which readers run into the first word, as in `1SAMPLE`.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let text = without_number(text.trim_start());
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '-'))
        .map(|word| word.trim_matches(['.', ':', ';', '(', ')']))
        .filter(|word| !word.is_empty())
        .collect();
    let is_number =
        |word: &&str| 2 * word.bytes().filter(u8::is_ascii_digit).count() >= word.chars().count();
    if words.iter().any(is_number) {
        return Vec::new();
    }
    words
}

/// A text without the number of its field; house numbers stay.
fn without_number(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let is_marked = match rest.chars().next() {
        Some(' ') => matches!(number, "1" | "2"),
        Some(_) => digits <= 2,
        None => false,
    };
    if is_marked { rest } else { text }
}

/// A name without what readers see around its words that is in nobody's name: brackets, quotation marks,
/// bullets and the like. Full stops behind a word and apostrophes before one stay, unless they enclose it.
pub(crate) fn without_noise(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let word = word.trim_start_matches(|c: char| !c.is_alphabetic() && !is_apostrophe(c));
        let word = word.trim_end_matches(|c: char| {
            !c.is_alphanumeric() && !is_apostrophe(c) && !matches!(c, '.' | ',' | '-')
        });
        let inner = word.strip_prefix(is_apostrophe);
        inner
            .and_then(|inner| inner.strip_suffix(is_apostrophe))
            .unwrap_or(word)
    });
    let words = words.filter(|word| word.contains(char::is_alphabetic));
    words.collect::<Vec<_>>().join(" ")
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '`')
}

pub(crate) fn capitals(words: &[&str]) -> bool {
    words
        .first()
        .is_some_and(|first| !first.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_stands_around_names_goes() {
        for (text, expected) in [
            ("[Alain]", "Alain"),
            ("DELACOURT·", "DELACOURT"),
            ("“DELACOURT”", "DELACOURT"),
            ("'DELACOURT'", "DELACOURT"),
            ("«JEAN» (PAUL)", "JEAN PAUL"),
            ("| MARIE-CLAIRE |", "MARIE-CLAIRE"),
            ("’t Hooft", "’t Hooft"),
            ("D'ANGELO", "D'ANGELO"),
            ("PUBLIC JR.", "PUBLIC JR."),
            ("PUBLIC, JOHN", "PUBLIC, JOHN"),
            ("", ""),
        ] {
            assert_eq!(without_noise(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn names_stay_as_they_are(name in "[A-ZÀ-Þ]{1,8}(['’-][A-ZÀ-Þ]{1,8})?( [A-ZÀ-Þ]{2,8}){0,2}") {
            // The multiplication sign is no letter.
            prop_assume!(!name.contains('×'));
            prop_assert_eq!(without_noise(&name), name);
        }
    }
}
