//! The Danish CPR number, `070761-4285`.

use super::arithmetic::{completed, digits, pair, weighted, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

pub(super) const SCHEME: Scheme = Scheme {
    name: "CPR-nummer",
    countries: &["DNK", "GRL", "FRO"],
    source: "CPR-loven, section 3; CPR-kontoret: Personnummeret i CPR-systemet",
    // Since 1 October 2007 some days have numbers without the control of modulus 11.
    check_digits: CheckDigits::Usually,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 10] = digits(&without(text, &['-', '–']))?;
    let year = u16::from(pair(&number, 4));
    let century = match (number[6], year) {
        (5..=8, 58..) => 1800,
        (4 | 9, ..=36) | (5..=8, _) => 2000,
        _ => 1900,
    };
    Some(Number {
        holds: Some(weighted(&number, &WEIGHTS).is_multiple_of(11)),
        birth: Some(Birth::new(
            Year::Full(century + year),
            pair(&number, 2),
            pair(&number, 0),
        )?),
        sex: Some(Sex::odd_is_male(number[9])),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let first = match birth.year {
        1900..=1999 => serial % 4,
        2000..=2036 => 4,
        1858..=1899 | 2037..=2057 => 5 + serial % 4,
        _ => return None,
    };
    let text = format!("{day:02}{month:02}{year:02}-{first}{:02}", serial / 4 % 100);
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true) && read.sex == Some(sex))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_number_holds_and_later_ones_may_not() {
        // The example of CPR-kontoret.
        let number = read("070761-4285").unwrap();
        assert_eq!(number.holds, Some(true));
        assert_eq!(number.sex, Some(Sex::Male));
        assert!(
            number
                .birth
                .is_some_and(|birth| birth.year == Year::Full(1961))
        );
        assert_eq!(read("070761-4286").unwrap().holds, Some(false));
        assert!(read("321361-4285").is_none());
    }
}
