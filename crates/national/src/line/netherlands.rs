//! The line on the back of Dutch licences, `D1NLD15094962111659VW87Z78NB84`: kind and country, a digit of
//! the configuration, number, characters that open the chip, and a check digit over everything (ISO/IEC
//! 18013-3, basic access protection; Regeling vaststelling model rijbewijs).

use super::{Line, Place, Unreadable, holds, mended};

const START: &str = "D1NLD";
const COUNTRY: &str = "NLD";
const LENGTH: usize = 30;
/// Fewest characters of a line: a shorter text that begins like one may be something else.
const LEAST: usize = 24;
const NUMBER: std::ops::Range<usize> = 6..16;

pub(super) fn read(text: &str) -> Option<Result<Line, Unreadable>> {
    (text.starts_with(START) && text.len() >= LEAST)
        .then(|| parts(text).ok_or(Unreadable { country: COUNTRY }))
}

fn parts(text: &str) -> Option<Line> {
    (text.len() == LENGTH && text.is_ascii()).then_some(())?;
    let mended = text.chars().enumerate().map(|(at, character)| {
        let is_digit = (START.len()..NUMBER.end).contains(&at) || at == LENGTH - 1;
        mended(character, if is_digit { Place::Digit } else { Place::Any })
    });
    let line: String = mended.collect();
    let number = &line[NUMBER];
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && holds(&line)).then(|| Line {
        country: COUNTRY,
        number: Some(number.to_owned()),
        is_proven: true,
        ..Line::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_said_once_more() {
        for text in [
            "D1NLD15094962111659VW87Z78NB84",
            "D1NLD1S0949621I1659VW87Z78NB84",
        ] {
            let line = read(text).unwrap().unwrap();
            assert_eq!(line.number.as_deref(), Some("5094962111"));
        }
        for text in [
            "D1NLD15094962112659VW87Z78NB84",
            "D1NLD15094962111659VW87Z78NB8",
        ] {
            assert_eq!(read(text), Some(Err(Unreadable { country: COUNTRY })));
        }
        assert_eq!(read("D1FRA13AA000026181231MARTIN<<9"), None);
    }
}
