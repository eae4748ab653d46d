//! The Belgian national register number, `85.07.30-033.28`.

use super::arithmetic::{digits, pair, whole, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

pub(super) const SCHEME: Scheme = Scheme {
    name: "rijksregisternummer / numéro de registre national",
    countries: &["BEL"],
    source: "Koninklijk besluit / Arrêté royal of 3 April 1984; law of 8 August 1983, article 2",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 11] = digits(&without(text, &['.', '-', '–']))?;
    let (data, check) = (whole(&number[..9]), whole(&number[9..]));
    let fits = |data: u64| 97 - data % 97 == check;
    let short = pair(&number, 0);
    let year = match (fits(data), fits(2_000_000_000 + data)) {
        (true, false) => Year::Full(1900 + u16::from(short)),
        (false, true) => Year::Full(2000 + u16::from(short)),
        _ => Year::Short(short),
    };
    // Bis numbers add 20 where the sex is not known, and 40.
    let (month, has_sex) = match pair(&number, 2) {
        month @ 40..=52 => (month - 40, true),
        month @ 20..=32 => (month - 20, false),
        month => (month, true),
    };
    let birth = Birth::new(year, month, pair(&number, 4));
    // What nobody knows stays 0, and days are counted on where a day's numbers are used up.
    let is_open = month == 0 || pair(&number, 4) == 0;
    (birth.is_some() || is_open).then_some(())?;
    Some(Number {
        holds: Some(fits(data) || fits(2_000_000_000 + data)),
        birth,
        sex: has_sex.then(|| Sex::odd_is_male(number[8])),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let serial = 2 * (serial % 498) + if sex == Sex::Male { 1 } else { 2 };
    let data = format!("{year:02}{month:02}{day:02}{serial:03}");
    let number: u64 = data.parse().ok()?;
    let number = match birth.year {
        1900..=1999 => number,
        2000..=2099 => 2_000_000_000 + number,
        _ => return None,
    };
    let check = 97 - number % 97;
    Some(format!(
        "{year:02}.{month:02}.{day:02}-{serial:03}.{check:02}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_number_holds() {
        let number = read("85.07.30-033.28").unwrap();
        assert_eq!((number.holds, number.sex), (Some(true), Some(Sex::Male)));
        assert!(
            number
                .birth
                .is_some_and(|birth| birth.year == Year::Full(1985))
        );
        assert_eq!(read("85.07.30-033.29").unwrap().holds, Some(false));
        assert!(read("85.13.30-033.28").is_none());
        assert!(read("85000003328").unwrap().birth.is_none());
    }
}
