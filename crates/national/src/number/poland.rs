//! The Polish PESEL, eleven digits.

use super::arithmetic::{completed, digits, pair, weighted, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

const WEIGHTS: [u32; 11] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
/// Centuries by how many twenties are added to the month.
const CENTURIES: [u16; 5] = [1900, 2000, 2100, 2200, 1800];

pub(super) const SCHEME: Scheme = Scheme {
    name: "PESEL",
    countries: &["POL"],
    source: "Ustawa o ewidencji ludności (24 September 2010), articles 15 to 19",
    // The ministry knows of wrong ones from the first years.
    check_digits: CheckDigits::Usually,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 11] = digits(&without(text, &[]))?;
    let month = pair(&number, 2);
    let century = CENTURIES.get(usize::from(month / 20))?;
    let year = Year::Full(century + u16::from(pair(&number, 0)));
    Some(Number {
        holds: Some(weighted(&number, &WEIGHTS).is_multiple_of(10)),
        birth: Some(Birth::new(year, month % 20, pair(&number, 4))?),
        sex: Some(Sex::odd_is_male(number[9])),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let century = birth.year / 100 * 100;
    let twenties = CENTURIES.iter().position(|known| *known == century)?;
    let (year, day) = (birth.year % 100, birth.day);
    let month = usize::from(birth.month) + 20 * twenties;
    let serial = 2 * (serial % 5000) + u32::from(sex == Sex::Male);
    let text = format!("{year:02}{month:02}{day:02}{serial:04}");
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_hold() {
        // The ministry's example.
        let number = read("44051401359").unwrap();
        assert_eq!(number.holds, Some(true));
        assert_eq!(number.sex, Some(Sex::Male));
        assert_eq!(read("44051401358").unwrap().holds, Some(false));
        let later = read("02271409862").unwrap();
        assert!(
            later
                .birth
                .is_some_and(|birth| birth.year == Year::Full(2002))
        );
        assert!(read("44151401359").is_none());
    }
}
