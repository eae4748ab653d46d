//! The Swedish personnummer, `811218-9876`, and coordination numbers, whose days are 60 higher.

use super::arithmetic::{completed, digits, luhn, pair, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

/// Day numbers of coordination numbers are so much higher.
const COORDINATION: u8 = 60;

pub(super) const SCHEME: Scheme = Scheme {
    name: "personnummer",
    countries: &["SWE"],
    source: "Folkbokföringslag (1991:481), section 18; Skatteverket, SKV 704 and SKV 707",
    check_digits: CheckDigits::Always,
    // Section 18: where a day's birth numbers are used up, one of a neighbouring day is given.
    day_may_differ: true,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let is_old = text.contains('+');
    let text = without(text, &['-', '+', '–']);
    let (century, rest) = match text.len() {
        12 if text.is_ascii() => {
            let (century, rest) = text.split_at(2);
            (Some(century.parse::<u16>().ok()?), rest)
        }
        _ => (None, text.as_str()),
    };
    let number: [u8; 10] = digits(rest)?;
    let year = pair(&number, 0);
    let year = match century {
        Some(century @ (18..=20)) if !is_old => Year::Full(100 * century + u16::from(year)),
        Some(_) => return None,
        None => Year::Short(year),
    };
    let day = pair(&number, 4);
    let day = day.checked_sub(COORDINATION).unwrap_or(day);
    Some(Number {
        holds: Some(luhn(&number)),
        birth: Some(Birth::new(year, pair(&number, 2), day)?),
        sex: Some(Sex::odd_is_male(number[8])),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let serial = 2 * (serial % 500) + u32::from(sex == Sex::Male);
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let text = format!("{year:02}{month:02}{day:02}-{serial:03}");
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_hold() {
        // The example of SKV 704, and the number of the specimen card of 2012.
        for text in [
            "640823-3234",
            "19640823-3234",
            "640823+3234",
            "198703142391",
        ] {
            assert_eq!(read(text).unwrap().holds, Some(true), "{text}");
        }
        assert_eq!(read("640823-3235").unwrap().holds, Some(false));
        for text in [
            "",
            "641323-3234",
            "640892-3234",
            "64082-33234 1",
            "22640823-3234",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn coordination_numbers_have_the_day_of_birth() {
        let number = read("701063-2391").unwrap();
        assert!(
            number
                .birth
                .is_some_and(|birth| (birth.month, birth.day) == (10, 3))
        );
        assert_eq!(number.holds, Some(true));
    }
}
