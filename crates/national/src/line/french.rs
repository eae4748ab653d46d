//! The line on the front of French licences, `D1FRA13AA000026181231MARTIN<<9`: kind and country, number
//! and a check digit over all so far, last day, surname, and a check digit over everything (arrêté du 20
//! avril 2012 fixant les conditions d'établissement du permis de conduire; the form is that of ISO/IEC
//! 18013-2, annex C).

use super::{Line, Name, Place, Unreadable, date, holds, mended};

const START: &str = "D1FRA";
const COUNTRY: &str = "FRA";
const LENGTH: usize = 30;
/// Fewest characters of a line: a shorter text that begins like one may be something else.
const LEAST: usize = 24;
/// Where the first check digit ends, the last day begins and ends.
const NUMBER: std::ops::Range<usize> = 5..14;
const EXPIRY: std::ops::Range<usize> = 15..21;

pub(super) fn read(text: &str) -> Option<Result<Line, Unreadable>> {
    let start: String = text
        .chars()
        .zip(START.chars())
        .map(|(character, expected)| {
            let place = if expected.is_ascii_digit() {
                Place::Digit
            } else {
                Place::Letter
            };
            if character == expected {
                character
            } else {
                mended(character, place)
            }
        })
        .collect();
    (start == START && text.len() >= LEAST)
        .then(|| parts(text).ok_or(Unreadable { country: COUNTRY }))
}

/// Two digits, two letters, five digits; then digits and letters as the parts have them.
fn place(at: usize) -> Place {
    match at {
        1 | 5..=6 | 9..=20 | 29 => Place::Digit,
        0 | 2..=4 | 7..=8 | 21..=28 => Place::Letter,
        _ => Place::Any,
    }
}

fn parts(text: &str) -> Option<Line> {
    (text.len() == LENGTH && text.is_ascii()).then_some(())?;
    let mended = text
        .chars()
        .enumerate()
        .map(|(at, character)| mended(character, place(at)));
    // Overseas numbers may have other letters and digits: as it was read goes first.
    let line = [text.to_owned(), mended.collect::<String>()];
    let line = line
        .into_iter()
        .find(|line| holds(line) && holds(&line[..=NUMBER.end]))?;
    let (year, month, day) = date(&line[EXPIRY])?;
    let surname = &line[EXPIRY.end..LENGTH - 1];
    Some(Line {
        country: COUNTRY,
        number: Some(line[NUMBER].to_owned()),
        expiry: Some((2000 + u16::from(year), month, day)),
        surname: Some(Name {
            text: surname.replace('<', " ").trim().to_owned(),
            is_cut: !surname.ends_with('<'),
        }),
        is_proven: true,
        ..Line::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "D1FRA13AA000026181231MARTIN<<9";

    #[test]
    fn a_line_says_number_last_day_and_surname_once_more() {
        for text in [
            LINE,
            "D1FRA13AAOOOO26I8123IMARTIN<<9",
            "DIFRA13AA000026181231MARTIN<<9",
        ] {
            let line = read(text).unwrap().unwrap();
            assert_eq!(line.number.as_deref(), Some("13AA00002"));
            assert_eq!(line.expiry, Some((2018, 12, 31)));
            assert!(
                line.surname
                    .is_some_and(|name| name.text == "MARTIN" && !name.is_cut)
            );
        }
        let long = read("D1FRA09ZX771204191231PETITJEA3").unwrap().unwrap();
        assert!(
            long.surname
                .is_some_and(|name| name.text == "PETITJEA" && name.is_cut)
        );
    }

    #[test]
    fn one_changed_character_makes_it_unreadable() {
        for (at, _) in LINE.char_indices().skip(START.len()) {
            for character in ['7', 'K'] {
                let mut changed = LINE.to_owned();
                changed.replace_range(at..=at, &character.to_string());
                // Weights of ten and a value that differs by ten: what check digits can't tell.
                let (old, new) = (&LINE[at..=at], character);
                let value = |c: char| c.to_digit(36).unwrap_or(0) % 10;
                if value(old.chars().next().unwrap()) != value(new) {
                    assert_eq!(
                        read(&changed),
                        Some(Err(Unreadable { country: COUNTRY })),
                        "{at} {character}"
                    );
                }
            }
        }
        assert_eq!(
            read(&LINE[..28]),
            Some(Err(Unreadable { country: COUNTRY }))
        );
        for text in [
            "",
            "D1FRA",
            "PERMISDECONDUIRE",
            "D1NLD15094962111659VW87Z78NB84",
        ] {
            assert_eq!(read(text), None);
        }
    }
}
