//! What opens a field in a line of text: its number, a word, or both, one run into the other (AAMVA DL/ID
//! Card Design Standard 2020, annex A, clause A.7).

use crate::template::{Field, Form, Template};
use crate::text::fold::fold;

/// By what a field is opened; the later, the surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    Number,
    Word,
    Both,
}

/// The beginning of a field.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    pub(super) field: &'static Field,
    pub(super) by: By,
    /// Bytes to the value.
    pub(super) length: usize,
}

/// Where in a line a text begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    LineStart,
    /// Behind other fields of one row.
    Row,
    /// Behind anything else.
    Middle,
}

/// Words of so few letters are words of addresses too: `LN`, `ID`.
const SHORT: usize = 2;
/// Most characters that the number of a field is misread as.
const MISREAD_NUMBER: usize = 2;
/// Words that go with the word before them.
const FILLING: [&str; 4] = ["NUMBER", "NUM", "NR", "NO"];

/// The field that `text` opens. A number alone opens one at the beginning of a line only, and a word alone
/// where more of its kind stand before it.
pub(super) fn opening(text: &str, at: At, template: &'static Template) -> Option<Opening> {
    let begins_with = text.chars().next()?;
    if !begins_with.is_ascii_alphanumeric() {
        return None;
    }
    let both = longest(template, |field| {
        let number = field.number.as_deref()?;
        if let Some(length) = word_before_date(text, number, field) {
            return Some((length, By::Both));
        }
        let end = number_length(text, number)?;
        let start = end + stops(&text[end..]);
        let word = word_length(&text[start..], field, true)?;
        Some((start + word, By::Both))
    });
    if both.is_some() || at == At::Middle {
        return both;
    }
    let word = longest(template, |field| {
        let length = word_length(text, field, false)?;
        (at == At::LineStart || !is_short(&text[..length])).then_some((length, By::Word))
    });
    let word = word.or_else(|| behind_misread_number(text, at, template));
    if word.is_some() || at == At::Row {
        return word;
    }
    by_number(text, template)
}

impl Field {
    /// Words and phrases that open the field, each with whether it does so by itself.
    fn openings(&self) -> impl Iterator<Item = (&str, bool)> {
        let is_marked = |word: &&String| self.marked_words.contains(word);
        let words = self.words.iter().filter(move |word| !is_marked(word));
        let whole = words.chain(&self.phrases);
        let whole = whole.map(|word| (word.as_str(), true));
        whole.chain(self.marked_words.iter().map(|word| (word.as_str(), false)))
    }
}

fn is_short(text: &str) -> bool {
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    letters <= SHORT
}

fn longest(
    template: &'static Template,
    find: impl Fn(&Field) -> Option<(usize, By)>,
) -> Option<Opening> {
    let found = template.fields.iter().filter_map(|field| {
        let (length, by) = find(field)?;
        Some(Opening { field, by, length })
    });
    // Of openings as long the first counts, which `max_by_key` would not.
    found.reduce(|best, next| {
        if next.length > best.length {
            next
        } else {
            best
        }
    })
}

/// Bytes of a field's number at the beginning of a text.
fn number_length(text: &str, number: &str) -> Option<usize> {
    let head = text.get(..number.len())?;
    let next = text[number.len()..].chars().next();
    // `4d` is not field 4, nor `15` field 1.
    let goes_on = number.ends_with(|last: char| last.is_ascii_digit())
        && next.is_some_and(|next| next.is_ascii_digit());
    (head.eq_ignore_ascii_case(number) && !goes_on).then_some(number.len())
}

/// Bytes of spaces and of marks that stand between a number, a word and a value.
fn stops(text: &str) -> usize {
    let is_stop = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ':' | ';' | '#' | ')');
    text.len() - text.trim_start_matches(is_stop).len()
}

/// Bytes of the longest word of the field at the beginning of a text, with what goes with it. Behind the
/// field's number letters of a value may follow at once, as in `15SEXM`.
fn word_length(text: &str, field: &Field, numbered: bool) -> Option<usize> {
    let lengths = field.openings().filter_map(|(word, by_itself)| {
        let end = spelled(text, word)?;
        let behind = &text[end..];
        let next = behind.chars().next();
        let run_in = numbered && field.form != Form::Name && !is_short(word);
        let parted = next.is_none_or(|next| !next.is_alphabetic())
            || run_in
            || (field.form == Form::Sex && is_last_letter(behind));
        let rest = filled(behind, field);
        let marked = by_itself
            || numbered
            || rest.is_some()
            || behind.trim_start().starts_with(['#', ':', '.'])
            || next.is_some_and(|next| next.is_ascii_digit());
        let end = end + rest.unwrap_or_default();
        ((parted || rest.is_some()) && marked).then(|| end + stops(&text[end..]))
    });
    lengths.max()
}

/// `SEXM`: nothing but the value's letter follows.
fn is_last_letter(text: &str) -> bool {
    let mut rest = text.chars().skip(1);
    rest.next().is_none_or(|next| !next.is_alphanumeric())
}

/// Bytes of the words that go with a word of a number, as in `DLNo.123`.
fn filled(text: &str, field: &Field) -> Option<usize> {
    if field.form != Form::Number {
        return None;
    }
    let start = stops(text);
    FILLING.iter().find_map(|word| {
        let head = text[start..].get(..word.len())?;
        let next = text[start + word.len()..].chars().next();
        let parted = next.is_none_or(|next| !next.is_alphabetic());
        (head.eq_ignore_ascii_case(word) && parted).then_some(start + word.len())
    })
}

/// How many bytes of `text` spell the word. Readers lose spaces, and take letters for ones or digits that
/// look alike: `lss`, `DO8`. Full stops and strokes between the letters make no difference.
fn spelled(text: &str, word: &str) -> Option<usize> {
    let exact = word.len() <= SHORT;
    let mut characters = text.char_indices().peekable();
    let (mut letters, mut count) = (0, 0);
    let mut end = 0;
    for expected in word.chars() {
        let may_part = expected == ' ';
        while let Some((_, next)) = characters.peek()
            && end > 0
            && (matches!(next, '.' | '\'' | '’') || (may_part && matches!(next, ' ' | '/' | '-')))
        {
            characters.next();
        }
        if may_part {
            continue;
        }
        let (at, seen) = characters.next()?;
        let same = if exact {
            seen.eq_ignore_ascii_case(&expected)
        } else {
            shape(seen) == shape(expected)
        };
        if !same {
            return None;
        }
        count += 1;
        letters += usize::from(seen.is_alphabetic());
        end = at + seen.len_utf8();
    }
    (count > 0 && 2 * letters >= count).then_some(end)
}

/// One letter for all that look like it in small print.
fn shape(character: char) -> char {
    let plain = if character.is_ascii() {
        character.to_ascii_uppercase()
    } else {
        let folded = fold(character.encode_utf8(&mut [0; 4]));
        folded.chars().next().unwrap_or(character)
    };
    match plain {
        'L' | '1' | '|' => 'I',
        '0' | 'Q' | 'D' => 'O',
        '5' => 'S',
        '8' => 'B',
        '6' => 'G',
        other => other,
    }
}

/// `3008` before a whole date is `3DOB`: no letter was read as one.
fn word_before_date(text: &str, number: &str, field: &Field) -> Option<usize> {
    if field.form != Form::Date {
        return None;
    }
    let behind = text.strip_prefix(number)?;
    field.words.iter().find_map(|word| {
        let (head, date) = behind.split_at_checked(word.len())?;
        let alike = head.chars().map(shape).eq(word.chars().map(shape));
        (alike && is_whole_date(date)).then_some(number.len() + word.len())
    })
}

/// `07/15/1980` and nothing else.
fn is_whole_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = parts.concat().bytes().all(|byte| byte.is_ascii_digit());
    digits && lengths == [2, 2, 4]
}

/// A word behind what was read of its field's number: `46 EXPIRATION DATE`, `Oa END`.
fn behind_misread_number(text: &str, at: At, template: &'static Template) -> Option<Opening> {
    let ends = text.char_indices().map(|(end, _)| end).skip(1);
    let mut ends = ends.take(MISREAD_NUMBER);
    ends.find_map(|end| {
        let (number, rest) = text.split_at(end);
        let has_digit = number.contains(|c: char| c.is_ascii_digit());
        if !number.bytes().all(|byte| byte.is_ascii_alphanumeric())
            || (at != At::LineStart && !(has_digit && rest.starts_with(char::is_alphabetic)))
        {
            return None;
        }
        let start = end + stops(rest);
        // Two words of a line are no number and its word.
        if start > end && !has_digit && number.chars().count() < MISREAD_NUMBER {
            return None;
        }
        longest(template, |field| {
            let length = word_length(&text[start..], field, false)?;
            (!is_short(&text[start..start + length])).then_some((start + length, By::Word))
        })
    })
}

/// A number by itself or with its value behind it.
fn by_number(text: &str, template: &'static Template) -> Option<Opening> {
    longest(template, |field| {
        let number = field.number.as_deref()?;
        let end = number_length(text, number)?;
        let behind = &text[end..];
        let start = end + stops(behind);
        let next = behind.chars().next();
        let alone = start == text.len();
        let lettered = number.ends_with(|last: char| last.is_ascii_alphabetic());
        let parted = next.is_none_or(|next| !next.is_alphanumeric());
        let opens = match field.form {
            Form::Name => parted || next.is_some_and(char::is_uppercase),
            Form::Date | Form::Number => lettered || parted,
            Form::Address => parted,
            _ => alone,
        };
        opens.then_some((start, By::Number))
    })
}

#[cfg(test)]
mod tests;
