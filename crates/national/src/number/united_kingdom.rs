//! The driver number of Great Britain, `MORGA657054SM9IJ`, sometimes with the issue number behind it.

use super::arithmetic::without;
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Names, Number, Scheme, Sex};

/// What fills letters that the name doesn't have.
const FILLER: char = '9';
/// Months of women are so much higher.
const FEMALE: u8 = 50;
const LENGTH: usize = 16;

pub(super) const SCHEME: Scheme = Scheme {
    name: "driver number",
    countries: &["GBR"],
    source: "DVLA, INF 98/1 and D750: your driver number",
    // How its last two letters are made is not published.
    check_digits: CheckDigits::None,
    day_may_differ: false,
    names: Some(Names {
        surname: surname_codes,
        given_names: given_codes,
        each_counts: true,
    }),
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let text = without(text, &[]);
    let is_whole = text.is_ascii() && (text.len() == LENGTH || text.len() == LENGTH + 2);
    let (number, issue) = is_whole.then(|| text.split_at(LENGTH))?;
    let bytes = number.as_bytes();
    let is_name = |bytes: &[u8]| {
        let letters = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_uppercase())
            .count();
        letters > 0 && bytes[letters..].iter().all(|byte| *byte == FILLER as u8)
    };
    let digit = |at: usize| bytes[at].is_ascii_digit().then(|| bytes[at] - b'0');
    let fits = is_name(&bytes[..5])
        && is_name(&bytes[11..13])
        && bytes[13].is_ascii_alphanumeric()
        && bytes[14..].iter().all(u8::is_ascii_uppercase)
        && issue.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(())?;
    let (month, sex) = match 10 * digit(6)? + digit(7)? {
        month if month > FEMALE => (month - FEMALE, Sex::Female),
        month => (month, Sex::Male),
    };
    let year = Year::Short(10 * digit(5)? + digit(10)?);
    Some(Number {
        holds: None,
        birth: Some(Birth::new(year, month, 10 * digit(8)? + digit(9)?)?),
        sex: Some(sex),
        surname: Some(number[..5].to_owned()),
        given_names: Some(number[11..13].to_owned()),
    })
}

/// The first five letters; MAC is taken for MC.
fn surname_codes(name: &str) -> Vec<String> {
    let letters: String = name.chars().filter(char::is_ascii_uppercase).collect();
    if letters.is_empty() {
        return Vec::new();
    }
    let code = |letters: &str| format!("{letters:9<5}").chars().take(5).collect::<String>();
    let short = letters
        .strip_prefix("MAC")
        .map(|rest| code(&format!("MC{rest}")));
    [code(&letters)].into_iter().chain(short).collect()
}

/// The first two initials. A title may stand before the names, so any two that follow each other do, and
/// any one alone.
fn given_codes(name: &str) -> Vec<String> {
    let words = name.split([' ', '-']);
    let initials: Vec<char> = words.filter_map(|word| word.chars().next()).collect();
    let first = initials.iter().map(|initial| format!("{initial}{FILLER}"));
    let pairs = initials.windows(2).map(|pair| pair.iter().collect());
    first.chain(pairs).collect()
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let surname = surname_codes(holder.surname.first()?).into_iter().next()?;
    let given = holder.given_names.first()?;
    let mut initials = given.split(' ').filter_map(|word| word.chars().next());
    let initials = [initials.next()?, initials.next().unwrap_or(FILLER)];
    let month = birth.month + if sex == Sex::Female { FEMALE } else { 0 };
    let year = birth.year % 100;
    let letter = |number: u32| (b'A' + (number % 26) as u8) as char;
    Some(format!(
        "{surname}{}{month:02}{:02}{}{}{}9{}{}",
        year / 10,
        birth.day,
        year % 10,
        initials[0],
        initials[1],
        letter(serial),
        letter(serial / 26)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Date, Part};

    fn holder() -> Holder {
        Holder {
            birth: Some(Date {
                year: 1976,
                month: 3,
                day: 11,
            }),
            sex: Some(Sex::Female),
            surname: vec!["MORGAN".to_owned()],
            given_names: vec!["SARAH MEREDYTH".to_owned()],
        }
    }

    #[test]
    fn the_number_of_the_specimen_says_who_its_holder_is() {
        // DVLA's specimen of 2015.
        for text in ["MORGA753116SM9IJ", "MORGA753116SM9IJ 35"] {
            let number = read(text).unwrap();
            assert_eq!(SCHEME.differing(&number, &holder()), []);
        }
        let number = read("MORGA753116SM9IJ").unwrap();
        let mut other = holder();
        other.birth = Some(Date {
            year: 1986,
            month: 3,
            day: 11,
        });
        assert_eq!(SCHEME.differing(&number, &other), [Part::BirthDate]);
        let mut other = holder();
        other.surname = vec!["MORTON".to_owned()];
        other.sex = Some(Sex::Male);
        assert_eq!(SCHEME.differing(&number, &other), [Part::Sex, Part::Names]);
    }

    #[test]
    fn short_names_are_filled_and_mac_is_short() {
        assert_eq!(surname_codes("FOX"), ["FOX99"]);
        assert_eq!(surname_codes("MACDONALD"), ["MACDO", "MCDON"]);
        assert_eq!(given_codes("MR JOHN"), ["M9", "J9", "MJ"]);
        for text in [
            "",
            "MORGA763116SM9IJ",
            "MORGA753996SM9IJ",
            "MOR9A753116SM9IJ",
            "12345678",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
