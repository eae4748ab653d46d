//! The Estonian isikukood and the Lithuanian asmens kodas, eleven digits of one scheme.

use super::arithmetic::{completed, digits, pair, weighted, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

const FIRST: [u32; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const SECOND: [u32; 10] = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

pub(super) const ESTONIA: Scheme = Scheme {
    name: "isikukood",
    countries: &["EST"],
    source: "Rahvastikuregistri seadus, sections 39 to 41; EVS 585:2007",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

pub(super) const LITHUANIA: Scheme = Scheme {
    name: "asmens kodas",
    countries: &["LTU"],
    source: "Lietuvos Respublikos gyventojų registro įstatymas (I-2237), article 8",
    // Some that were given out twice or wrongly are still in use; they begin with 9 or end otherwise.
    check_digits: CheckDigits::Usually,
    ..ESTONIA
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 11] = digits(&without(text, &[]))?;
    let century = match number[0] {
        1 | 2 => 1800,
        3 | 4 => 1900,
        5 | 6 => 2000,
        7 | 8 => 2100,
        _ => return None,
    };
    let year = Year::Full(century + u16::from(pair(&number, 1)));
    let birth = Birth::new(year, pair(&number, 3), pair(&number, 5));
    // Lithuania leaves a month or a day that nobody knows at 00.
    let is_open = pair(&number, 3) == 0 || pair(&number, 5) == 0;
    (birth.is_some() || is_open).then_some(())?;
    Some(Number {
        holds: Some(u32::from(number[10]) == check(&number[..10])),
        birth,
        sex: Some(Sex::odd_is_male(number[0])),
        ..Number::default()
    })
}

fn check(number: &[u8]) -> u32 {
    match weighted(number, &FIRST) % 11 {
        10 => weighted(number, &SECOND) % 11 % 10,
        check => check,
    }
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let centuries = birth.year.checked_sub(1800)? / 100;
    let first = 1 + 2 * centuries + u16::from(sex == Sex::Female);
    (centuries < 4).then_some(())?;
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let text = format!("{first}{year:02}{month:02}{day:02}{:03}", serial % 1000);
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_published_specimens_hold() {
        // Estonia's specimen card of 2018 and Lithuania's of 2009.
        for (text, sex) in [("38001085718", Sex::Male), ("46411231034", Sex::Female)] {
            let number = read(text).unwrap();
            assert_eq!(number.holds, Some(true), "{text}");
            assert_eq!(number.sex, Some(sex));
        }
        assert_eq!(read("38001085719").unwrap().holds, Some(false));
        assert!(read("46400001034").unwrap().birth.is_none());
        for text in ["", "98001085718", "38013085718", "3800108571"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
