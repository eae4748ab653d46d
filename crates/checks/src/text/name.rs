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

pub(crate) fn capitals(words: &[&str]) -> bool {
    words
        .first()
        .is_some_and(|first| !first.contains(char::is_lowercase))
}
