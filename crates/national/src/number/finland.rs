//! The Finnish henkilötunnus, `131052-308T`.

use super::arithmetic::{digits, pair, whole, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

pub(super) const SCHEME: Scheme = Scheme {
    name: "henkilötunnus",
    countries: &["FIN"],
    source: "Laki väestötietojärjestelmästä (661/2009), section 11; decree 128/2010, sections 2 and 3",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let text = without(text, &[]);
    if text.len() != 11 || !text.is_ascii() {
        return None;
    }
    let century = match text.as_bytes()[6] {
        b'+' => 1800,
        b'-' | b'U'..=b'Y' => 1900,
        b'A'..=b'F' => 2000,
        _ => return None,
    };
    let number: [u8; 9] = digits(&format!("{}{}", &text[..6], &text[7..10]))?;
    let check = CHECKS[(whole(&number) % 31) as usize];
    let year = century + u16::from(pair(&number, 4));
    let last = text.as_bytes()[10];
    CHECKS.contains(&last).then_some(())?;
    Some(Number {
        holds: Some(check == last),
        birth: Some(Birth::new(
            Year::Full(year),
            pair(&number, 2),
            pair(&number, 0),
        )?),
        sex: Some(Sex::odd_is_male(number[8])),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let sign = match birth.year {
        1850..=1899 => '+',
        1900..=1999 => '-',
        2000..=2099 => 'A',
        _ => return None,
    };
    let serial = 2 + 2 * (serial % 448) + u32::from(sex == Sex::Male);
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let number = format!("{day:02}{month:02}{year:02}{serial:03}");
    let check = CHECKS[(number.parse::<u64>().ok()? % 31) as usize] as char;
    Some(format!("{}{sign}{serial:03}{check}", &number[..6]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_number_holds() {
        // The example of the Digital and Population Data Services Agency.
        let number = read("131052-308T").unwrap();
        assert_eq!(number.holds, Some(true));
        assert_eq!(number.sex, Some(Sex::Female));
        for (sign, year) in [('Y', 1952), ('A', 2052), ('+', 1852)] {
            let number = read(&format!("131052{sign}308T")).unwrap();
            assert!(
                number
                    .birth
                    .is_some_and(|birth| birth.year == Year::Full(year))
            );
        }
        assert_eq!(read("131053-308T").unwrap().holds, Some(false));
        for text in [
            "",
            "131052308T",
            "131052-308G",
            "311152-308T",
            "131052Z308T",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
