//! The Romanian cod numeric personal (CNP), thirteen digits.

use super::arithmetic::{completed, digits, pair, weighted, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

const WEIGHTS: [u32; 12] = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];

pub(super) const SCHEME: Scheme = Scheme {
    name: "CNP",
    countries: &["ROU"],
    source: "Legea nr. 105/1996; Ordonanța de urgență nr. 97/2005, article 6; HG nr. 1375/2006, annex 1",
    // Wrong ones of the first years are still in use.
    check_digits: CheckDigits::Usually,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 13] = digits(&without(text, &[]))?;
    let short = pair(&number, 1);
    let full = |century: u16| Year::Full(century + u16::from(short));
    let year = match number[0] {
        1 | 2 => full(1900),
        3 | 4 => full(1800),
        5 | 6 => full(2000),
        // Residents without the country's citizenship.
        7..=9 => Year::Short(short),
        _ => return None,
    };
    let check = match weighted(&number[..12], &WEIGHTS) % 11 {
        10 => 1,
        check => check,
    };
    Some(Number {
        holds: Some(check == u32::from(number[12])),
        birth: Some(Birth::new(year, pair(&number, 3), pair(&number, 5))?),
        sex: (number[0] != 9).then(|| Sex::odd_is_male(number[0])),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let first = match birth.year {
        1900..=1999 => 1,
        1800..=1899 => 3,
        2000..=2099 => 5,
        _ => return None,
    };
    let first = first + u16::from(sex == Sex::Female);
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let (county, serial) = (1 + serial % 46, serial / 46 % 1000);
    let text = format!("{first}{year:02}{month:02}{day:02}{county:02}{serial:03}");
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_hold() {
        let number = read("1800101221144").unwrap();
        assert_eq!((number.holds, number.sex), (Some(true), Some(Sex::Male)));
        assert_eq!(read("1800101221145").unwrap().holds, Some(false));
        assert!(read("1801301221144").is_none());
        assert!(read("0800101221144").is_none());
    }
}
