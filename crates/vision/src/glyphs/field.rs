//! Where a line has dates and numbers.

use std::ops::Range;

use crate::line::Character;

/// Fewer digits in a row are no number of a document.
const FEWEST_DIGITS: usize = 5;
/// What may stand between two parts of a date written in digits.
const SEPARATORS: [char; 4] = [' ', '.', '/', '-'];
/// Most characters between two parts of such a date, and between day and year with the month's name
/// in between (`AUG/AOÛT`, with spaces).
const LONGEST_SEPARATOR: usize = 2;
const LONGEST_MONTH: usize = 14;
/// Letters of the shortest name of a month.
const SHORTEST_MONTH: usize = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Date,
    Number,
}

/// A date or a number in a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) kind: Kind,
    /// Indices of its digits among the characters of the line, in their order.
    pub(super) digits: Vec<usize>,
}

/// Dates and numbers of a line, from its beginning on.
pub(super) fn fields(line: &[Character]) -> Vec<Field> {
    let groups = groups(line);
    let mut fields = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let length = date(line, &groups[at..]);
        let kind = if length > 0 { Kind::Date } else { Kind::Number };
        let parts = &groups[at..at + length.max(1)];
        let digits: Vec<usize> = parts.iter().cloned().flatten().collect();
        if kind == Kind::Date || digits.len() >= FEWEST_DIGITS {
            fields.push(Field { kind, digits });
        }
        at += parts.len();
    }
    fields
}

/// Where digits follow each other without anything between them.
fn groups(line: &[Character]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in line
        .iter()
        .enumerate()
        .filter(|(_, seen)| seen.character.is_ascii_digit())
    {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

/// How many groups at the beginning are a date with all digits of its year; 0 where they are none. The
/// recogniser loses separators: two of three parts may have run together.
fn date(line: &[Character], groups: &[Range<usize>]) -> usize {
    let between = |at: usize| &line[groups[at].end..groups[at + 1].start];
    let is_separated = |at: usize| {
        let between = between(at);
        let mut characters = between.iter().map(|seen| seen.character);
        between.len() <= LONGEST_SEPARATOR && characters.all(|c| SEPARATORS.contains(&c))
    };
    let has_month = |at: usize| {
        let between = between(at);
        let letters = between.iter().filter(|seen| seen.character.is_alphabetic());
        between.len() <= LONGEST_MONTH && letters.count() >= SHORTEST_MONTH
    };
    let digits = |count: usize| -> String {
        let digits = groups[..count].iter().cloned().flatten();
        digits.map(|at| line[at].character).collect()
    };
    let is_date = |count: usize| {
        let digits = digits(count);
        (6..=8).contains(&digits.len())
            && (begins_with_a_year(&digits) || ends_with_a_year(&digits))
    };
    if groups.len() > 2 && is_separated(0) && is_separated(1) && is_date(3) {
        return 3;
    }
    if groups.len() > 1 && is_separated(0) && is_date(2) {
        return 2;
    }
    let has_day = groups[0].len() <= 2;
    if groups.len() > 1 && has_day && has_month(0) && groups[1].len() == 4 {
        return 2;
    }
    0
}

fn begins_with_a_year(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}

fn ends_with_a_year(digits: &str) -> bool {
    begins_with_a_year(&digits[digits.len() - 4..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Vec<Character> {
        let placed = |(at, character)| Character {
            character,
            place: at as f32 / text.len() as f32,
        };
        text.chars().enumerate().map(placed).collect()
    }

    fn found(text: &str) -> Vec<(Kind, String)> {
        let line = line(text);
        let digits = |field: &Field| field.digits.iter().map(|&at| line[at].character).collect();
        let fields = fields(&line);
        fields
            .iter()
            .map(|field| (field.kind, digits(field)))
            .collect()
    }

    #[test]
    fn dates_are_found_as_documents_print_them() {
        for text in [
            "12 08 1974",
            "12.08.1974",
            "08/12/1974",
            "12 AUG/AOÛT 1974",
            "12AUG1974",
            "3. 12.08.1974 AMAUROTE",
            "1974-08-12",
        ] {
            let found = found(text);
            let dates: Vec<_> = found
                .iter()
                .filter(|(kind, _)| *kind == Kind::Date)
                .collect();
            assert_eq!(dates.len(), 1, "{text}");
            assert!(dates[0].1.len() >= 6, "{text}");
        }
        assert_eq!(found("12.08.1974 13.08.2026").len(), 2);
    }

    #[test]
    fn separators_may_be_lost() {
        for text in ["1208.1974", "12 081974", "3. 1208 1974"] {
            assert_eq!(found(text), [(Kind::Date, "12081974".to_owned())], "{text}");
        }
    }

    #[test]
    fn what_lacks_two_digits_of_its_year_is_no_date() {
        assert!(found("12.08.74").is_empty());
    }

    #[test]
    fn numbers_are_long() {
        assert_eq!(
            found("DL NO. L12345678"),
            [(Kind::Number, "12345678".to_owned())]
        );
        assert!(found("16 HGT 5'-06\" 18 EYES BRO").is_empty());
    }
}
