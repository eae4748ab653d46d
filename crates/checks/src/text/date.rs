//! Dates as documents print them.

use super::fold::fold;
use super::months;

/// A day as some text can be read. `12 08 74` has several readings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Four digits, or two where `short`.
    pub(crate) year: u16,
    pub(crate) short: bool,
    pub(crate) month: u8,
    pub(crate) day: u8,
    /// Whether the day stands before the month, where both are numbers and the year is last.
    pub(crate) day_first: Option<bool>,
}

/// One date in a text, with every reading that its form allows.
pub(crate) type DateReadings = Vec<Reading>;

/// Characters that a stroke between two words is read as.
const STROKES: [char; 5] = ['1', '7', 'I', 'L', 'J'];

enum Token {
    Number(String),
    /// Every month it can be, as bits from the lowest.
    Month(u16),
    Word,
}

/// All dates in a line of text.
pub(crate) fn dates_in(text: &str) -> Vec<DateReadings> {
    let tokens = tokens(text);
    let mut dates = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match date_at(&tokens[at..]) {
            Some((date, taken)) => {
                dates.push(date);
                at += taken;
            }
            None => at += 1,
        }
    }
    dates
}

fn date_at(tokens: &[Token]) -> Option<(DateReadings, usize)> {
    use Token::Number;
    let (readings, taken) = match tokens {
        [Number(first), rest @ ..] if let Some((month, named)) = one_month(rest) => {
            let Some(Number(last)) = rest.get(named) else {
                return None;
            };
            let (year, day) = if first.len() == 4 {
                (first, last)
            } else {
                (last, first)
            };
            (with_month(year, month, day), named + 2)
        }
        [Token::Month(months), Number(day), Number(year), ..] if year.len() == 4 => {
            (with_month(year, *months, day), 3)
        }
        [Number(a), Number(b), Number(c), ..] if a.len() <= 2 && b.len() <= 2 => {
            (vec![ordered(c, b, a, true), ordered(c, a, b, false)], 3)
        }
        // `3DOB07/15/1980`, whose letters were read as digits.
        [Number(a), Number(b), Number(c), ..] if a.len() > 4 && b.len() == 2 && c.len() == 4 => {
            let a = &a[a.len() - 2..];
            (vec![ordered(c, b, a, true), ordered(c, a, b, false)], 3)
        }
        [Number(a), Number(b), Number(c), ..] if a.len() == 4 && c.len() <= 2 => {
            (vec![reading(a, b, c)], 3)
        }
        [Number(a), ..] if a.len() == 8 => {
            let (day_first, year_first) = (
                reading(&a[4..], &a[2..4], &a[..2]),
                reading(&a[..4], &a[4..6], &a[6..]),
            );
            (vec![day_first, year_first], 1)
        }
        _ => return None,
    };
    let mut date: DateReadings = readings.into_iter().flatten().collect();
    date.dedup_by_key(|reading| (reading.year, reading.month, reading.day));
    (!date.is_empty()).then_some((date, taken))
}

/// The month that up to three names in a row mean, as in `AUG/AOÛT`, and how many they are. `LIP/JUL`
/// is July, though the first alone might be June. One may be of a language that nobody here knows.
fn one_month(tokens: &[Token]) -> Option<(u16, usize)> {
    let names = tokens.iter().map_while(|token| match token {
        Token::Month(months) => Some(Some(*months)),
        Token::Word => Some(None),
        Token::Number(_) => None,
    });
    let names: Vec<Option<u16>> = names.take(3).collect();
    let unknown = names.iter().filter(|months| months.is_none()).count();
    let known = names.iter().flatten();
    let common = known.fold(u16::MAX, |common, months| common & months);
    (unknown <= 1 && names.len() > unknown && common != 0).then_some((common, names.len()))
}

fn with_month(year: &str, months: u16, day: &str) -> Vec<Option<Reading>> {
    let Some(number) = day.parse().ok().filter(|_| day.len() <= 2) else {
        return Vec::new();
    };
    let possible = (0..12).filter(|month| months & (1 << month) != 0);
    possible
        .map(|month| checked(year, month + 1, number))
        .collect()
}

fn reading(year: &str, month: &str, day: &str) -> Option<Reading> {
    checked(year, month.parse().ok()?, day.parse().ok()?)
}

fn ordered(year: &str, month: &str, day: &str, day_first: bool) -> Option<Reading> {
    Some(Reading {
        day_first: Some(day_first),
        ..reading(year, month, day)?
    })
}

fn checked(year: &str, month: u8, day: u8) -> Option<Reading> {
    let short = match year.len() {
        2 => true,
        4 => false,
        _ => return None,
    };
    let year: u16 = year.parse().ok()?;
    let sensible = short || (1850..2150).contains(&year);
    (sensible && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Reading {
        year,
        short,
        month,
        day,
        day_first: None,
    })
}

/// Numbers, names of months and other words. Letters between digits that look like digits are
/// taken for digits, digits within the name of a month for letters.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for run in fold(text).split_whitespace() {
        let digits = as_digits(run);
        if run.contains(|c: char| c.is_ascii_digit()) && digits.bytes().all(|b| b.is_ascii_digit())
        {
            tokens.push(Token::Number(digits));
            continue;
        }
        // `JAN 7JAN`, whose stroke between two languages' names was read as something else.
        let behind_stroke = run.strip_prefix(STROKES).map_or(0, months);
        if behind_stroke != 0 && matches!(tokens.last(), Some(Token::Month(_))) {
            tokens.push(Token::Month(behind_stroke));
            continue;
        }
        // A month whose name was read with a digit in it: `0CT`, `AU6`.
        let named = months(&as_letters(run));
        if named != 0 {
            tokens.push(Token::Month(named));
            continue;
        }
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let numeric = first.is_ascii_digit();
            let end = rest
                .find(|c: char| c.is_ascii_digit() != numeric)
                .unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            tokens.push(match months(part) {
                _ if numeric => Token::Number(part.to_owned()),
                0 => Token::Word,
                months => Token::Month(months),
            });
            rest = after;
        }
    }
    tokens
}

fn as_digits(run: &str) -> String {
    run.chars()
        .map(|c| match c {
            'O' | 'Q' | 'D' => '0',
            'I' | 'L' => '1',
            'S' => '5',
            'B' => '8',
            'Z' => '2',
            'G' => '6',
            other => other,
        })
        .collect()
}

fn as_letters(run: &str) -> String {
    run.chars()
        .map(|c| match c {
            '0' => 'O',
            '1' => 'I',
            '5' => 'S',
            '8' => 'B',
            '6' => 'G',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(text: &str, year: u16, month: u8, day: u8) -> bool {
        dates_in(text)
            .iter()
            .flatten()
            .any(|date| (date.year, date.month, date.day) == (year, month, day))
    }

    #[test]
    fn every_printed_form() {
        for text in [
            "12 AUG 1974",
            "12 AUG/AOÛT 1974",
            "12 AUG / AOUT 1974",
            "12AUG/AOÛT1974",
            "12.08.1974",
            "12.O8.I974",
            "12 08 1974",
            "12/08/1974",
            "08/12/1974",
            "1974-08-12",
            "Aug 12, 1974",
            "12 August 1974",
            "12 AU6 1974",
            "12-08-1974",
            "Date of birth: 12.08.1974 (Utopia)",
            "12081974",
            "19740812",
        ] {
            assert!(has(text, 1974, 8, 12), "{text}");
        }
        for text in ["12 AUG/AOÛT 74", "12.08.74", "12 AUG 74"] {
            assert!(has(text, 74, 8, 12), "{text}");
        }
        assert!(has("01 JAN/JAN 2030", 2030, 1, 1));
        assert!(has("03 MÄR 2030", 2030, 3, 3));
        assert!(has("03 MAI 2030", 2030, 5, 3));
        assert!(has("24 DÉC 2030", 2030, 12, 24));
        assert!(has("24 JUIL 2030", 2030, 7, 24));
        assert!(has("24 JUIN 2030", 2030, 6, 24));
        for text in [
            "1974 AUG 12",
            "1974. AUG. 12.",
            "12 SIE/AUG 1974",
            "12. srpna 1974",
            "12 elokuu 1974",
            "12 AUG/AOÛT/AUG 1974",
            "12 OGO/AUG 1974",
            "12 AUG/OGO 1974",
        ] {
            assert!(has(text, 1974, 8, 12), "{text}");
        }
    }

    #[test]
    fn months_that_two_languages_name_alike_are_left_open_or_settled_by_the_second_name() {
        let date = &dates_in("05 LIP 2019")[0];
        let months: Vec<u8> = date.iter().map(|reading| reading.month).collect();
        assert_eq!(months, [6, 7]);
        let date = &dates_in("05 LIP/JUL 2019")[0];
        assert_eq!((date.len(), date[0].month), (1, 7));
    }

    #[test]
    fn two_dates_in_a_line() {
        let dates = dates_in("12.08.2014 - 11.08.2024");
        assert_eq!(dates.len(), 2);
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in [
            "",
            "1974",
            "L898902C3",
            "12 AUG",
            "99.99.1974",
            "12 AUG/SEP 1974",
            "12 34 5678",
            "1 2 3 4",
            "12 MA 1974",
        ] {
            assert!(dates_in(text).is_empty(), "{text}");
        }
    }
}
