//! The Bulgarian ЕГН (EGN), ten digits.

use super::arithmetic::{completed, digits, pair, weighted, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

const WEIGHTS: [u32; 9] = [2, 4, 8, 5, 10, 9, 7, 3, 6];

pub(super) const SCHEME: Scheme = Scheme {
    name: "EGN",
    countries: &["BGR"],
    source: "Закон за гражданската регистрация, article 11; ordinance № РД-02-20-9 of 2012",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 10] = digits(&without(text, &[]))?;
    let (century, month) = match pair(&number, 2) {
        month @ 41.. => (2000, month - 40),
        month @ 21..=32 => (1800, month - 20),
        month => (1900, month),
    };
    let year = Year::Full(century + u16::from(pair(&number, 0)));
    let sex = match Sex::odd_is_male(number[8]) {
        Sex::Male => Sex::Female,
        Sex::Female => Sex::Male,
    };
    Some(Number {
        holds: Some(weighted(&number, &WEIGHTS) % 11 % 10 == u32::from(number[9])),
        birth: Some(Birth::new(year, month, pair(&number, 4))?),
        sex: Some(sex),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let more = match birth.year {
        1800..=1899 => 20,
        1900..=1999 => 0,
        2000..=2099 => 40,
        _ => return None,
    };
    let (year, month, day) = (birth.year % 100, birth.month + more, birth.day);
    let serial = 2 * (serial % 500) + u32::from(sex == Sex::Female);
    let text = format!("{year:02}{month:02}{day:02}{serial:03}");
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_hold() {
        let number = read("7523169263").unwrap();
        assert_eq!((number.holds, number.sex), (Some(true), Some(Sex::Male)));
        assert!(
            number
                .birth
                .is_some_and(|birth| birth.year == Year::Full(1875))
        );
        assert_eq!(read("7552010005").unwrap().holds, Some(true));
        assert_eq!(read("7552010004").unwrap().holds, Some(false));
        assert!(read("7519010004").is_none());
    }
}
