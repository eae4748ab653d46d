//! The Norwegian fødselsnummer, eleven digits, and D numbers, whose days are 40 higher.

use super::arithmetic::{completed, digits, pair, weighted, whole, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/// Day numbers of D numbers are so much higher.
const D_NUMBER: u8 = 40;

pub(super) const SCHEME: Scheme = Scheme {
    name: "fødselsnummer",
    countries: &["NOR"],
    source: "Folkeregisterforskriften (FOR-2017-07-14-1201), sections 2-2-1 to 2-2-4",
    // From 2032 on the first check digit may be another one.
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 11] = digits(&without(text, &[]))?;
    let individual = whole(&number[6..9]);
    let year = u16::from(pair(&number, 4));
    let century = match (individual, year) {
        (0..=499, _) | (900..=999, 40..) => 1900,
        (500..=749, 54..) => 1800,
        (500..=999, ..=39) => 2000,
        _ => return None,
    };
    let day = pair(&number, 0);
    let day = day.checked_sub(D_NUMBER).unwrap_or(day);
    let holds = weighted(&number, &FIRST).is_multiple_of(11)
        && weighted(&number, &SECOND).is_multiple_of(11);
    Some(Number {
        holds: Some(holds),
        birth: Some(Birth::new(
            Year::Full(century + year),
            pair(&number, 2),
            day,
        )?),
        sex: Some(Sex::odd_is_male(number[8])),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let first = match birth.year {
        1900..=1999 => 0,
        1854..=1899 | 2000..=2039 => 500,
        _ => return None,
    };
    let serial = first + 2 * (serial % 120) + u32::from(sex == Sex::Male);
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let text = format!("{day:02}{month:02}{year:02}{serial:03}");
    let sum = |text: &str, weights: &[u32]| {
        let values: Vec<u8> = text.bytes().map(|byte| byte - b'0').collect();
        weighted(&values, weights).is_multiple_of(11)
    };
    let text = completed(&text, |text| sum(text, &FIRST))?;
    completed(&text, |text| sum(text, &SECOND))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_number_holds_and_a_d_number_has_the_day() {
        let number = read("110286 32351").unwrap();
        assert_eq!(number.holds, Some(false));
        let holder = Holder {
            birth: Some(crate::number::Date {
                year: 1986,
                month: 2,
                day: 11,
            }),
            sex: Some(Sex::Male),
            ..Holder::default()
        };
        let made: Vec<String> = (0..20).filter_map(|serial| make(&holder, serial)).collect();
        assert!(made.len() > 10);
        for text in made {
            assert_eq!(read(&text).unwrap().holds, Some(true));
            let d_number = format!("5{}", &text[1..]);
            let birth = read(&d_number).unwrap().birth;
            assert!(birth.is_some_and(|birth| birth.day == 11));
        }
        assert!(read("11028699951").is_some());
        assert!(read("11134632351").is_none());
    }
}
