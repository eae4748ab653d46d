//! The Latvian personas kods, `161175-19997`; those since 2017 begin with 32 and say nothing.

use super::arithmetic::{completed, digits, pair, weighted, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme};

const WEIGHTS: [u32; 10] = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];

pub(super) const SCHEME: Scheme = Scheme {
    name: "personas kods",
    countries: &["LVA"],
    source: "Fizisko personu reģistra likums, section 6; Iedzīvotāju reģistra likums, section 8",
    // Since 1 July 2017 nothing is published of how the digits are made.
    check_digits: CheckDigits::Usually,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 11] = digits(&without(text, &['-', '–']))?;
    if number.starts_with(&[3, 2]) {
        return Some(Number::default());
    }
    let century = match number[6] {
        century @ 0..=2 => 1800 + 100 * u16::from(century),
        _ => return None,
    };
    let year = Year::Full(century + u16::from(pair(&number, 4)));
    Some(Number {
        holds: Some((1 + weighted(&number, &WEIGHTS)) % 11 % 10 == u32::from(number[10])),
        birth: Some(Birth::new(year, pair(&number, 2), pair(&number, 0))?),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let birth = holder.birth?;
    let century = birth.year.checked_sub(1800)? / 100;
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let text = format!("{day:02}{month:02}{year:02}-{century}{:03}", serial % 1000);
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_number_holds_and_new_ones_say_nothing() {
        let number = read("161175-19997").unwrap();
        assert_eq!(number.holds, Some(true));
        assert_eq!(read("161375-19997"), None);
        assert_eq!(read("161175-19996").unwrap().holds, Some(false));
        assert_eq!(read("328673-00679"), Some(Number::default()));
    }
}
