//! What a text can be the value of.

use super::SCRAP;
use crate::text::date::dates_in;
use crate::text::fold::condense;
use crate::viz::Line;
use crate::viz::dates::between;

/// A line without letters that are run into the date behind them: what was read of a lost word, as in
/// `s03/15/2018`.
pub(super) fn without_scrap<'a>(line: &Line<'a>) -> Line<'a> {
    let digit = line
        .text
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or_default();
    let is_scrap = digit > 0
        && line.text[..digit].chars().count() <= SCRAP
        && line.text[..digit].chars().all(char::is_alphabetic);
    if is_scrap {
        between(line, digit, line.text.len())
    } else {
        line.clone()
    }
}

/// Whether a text goes on with what its field is called: `ADDRESS/ADRESSE`.
pub(super) fn is_translation(text: &str) -> bool {
    text.starts_with('/') && !text.contains(|c: char| c.is_ascii_digit())
}

/// A date with at most a scrap of what stands before it.
pub(super) fn is_date(text: &str) -> bool {
    dates_in(text).len() == 1
}

pub(super) fn is_date_alone(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    is_date(text) && letters <= SCRAP && text.chars().count() <= 16
}

/// Letters and digits, of which the standard's length says how many, and no date.
pub(super) fn is_number(text: &str, length: Option<[usize; 2]>) -> bool {
    let number = condense(text);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let [least, most] = length.unwrap_or([1, usize::MAX]);
    let is_group = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit()) || !word.contains(char::is_alphanumeric)
    };
    (least..=most).contains(&number.len())
        && digits >= 3
        && dates_in(text).is_empty()
        && text.split_whitespace().all(is_group)
        && !text.contains(char::is_lowercase)
}
