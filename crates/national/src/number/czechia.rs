//! The Czech and Slovak rodné číslo, `710319/2745`; nine digits until 1953.

use super::arithmetic::{completed, digits, pair, whole, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

pub(super) const SCHEME: Scheme = Scheme {
    name: "rodné číslo",
    countries: &["CZE", "SVK"],
    source: "Zákon č. 133/2000 Sb., section 13; Zákon č. 301/1995 Z. z., section 2",
    // Both registers know of numbers that no division fits.
    check_digits: CheckDigits::Usually,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let text = without(text, &['/', '-']);
    let (number, holds): (Vec<u8>, _) = if text.len() == 9 {
        (digits::<9>(&text)?.into(), None)
    } else {
        let number: [u8; 10] = digits(&text)?;
        // Until 1985 a remainder of ten was written as a zero.
        let zero = number[9] == 0 && whole(&number[..9]) % 11 == 10;
        let holds = whole(&number).is_multiple_of(11) || zero;
        (number.into(), Some(holds))
    };
    let year = u16::from(pair(&number, 0));
    let century = match (number.len(), year) {
        (9, 54..) => 1800,
        (10, ..=53) => 2000,
        _ => 1900,
    };
    let year = century + year;
    let (month, sex) = match pair(&number, 2) {
        month @ 51.. => (month - 50, Sex::Female),
        month => (month, Sex::Male),
    };
    // Since 2004, where a day's numbers are used up.
    let month = if month > 20 && year >= 2004 {
        month - 20
    } else {
        month
    };
    Some(Number {
        holds,
        birth: Some(Birth::new(Year::Full(year), month, pair(&number, 4))?),
        sex: Some(sex),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    if !(1954..=2053).contains(&birth.year) {
        return None;
    }
    let (year, day) = (birth.year % 100, birth.day);
    let month = birth.month + if sex == Sex::Female { 50 } else { 0 };
    let text = format!("{year:02}{month:02}{day:02}/{:03}", serial % 1000);
    completed(&text, |text| {
        let number = digits::<10>(&text.replace('/', ""));
        number.is_some_and(|number| whole(&number).is_multiple_of(11))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_both_lengths_are_read() {
        let number = read("710319/2745").unwrap();
        assert_eq!((number.holds, number.sex), (Some(true), Some(Sex::Male)));
        assert_eq!(read("710319/2746").unwrap().holds, Some(false));
        assert_eq!(read("991231123").map(|read| read.holds), Some(None));
        let woman = read("7161192745").unwrap();
        assert!(woman.birth.is_some_and(|birth| birth.month == 11));
        assert!(read("711319/2745").is_none());
    }
}
