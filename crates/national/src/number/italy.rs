//! The Italian codice fiscale, `RSSMRA85T10A562S`.

use super::arithmetic::without;
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Names, Number, Scheme, Sex};

const MONTHS: &str = "ABCDEHLMPRST";
/// Letters that stand for digits where two people would have one code.
const FOR_DIGITS: &str = "LMNPQRSTUV";
/// Places of digits.
const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];
/// What the characters in odd places count, 0 to 9 and A to J, then K to Z.
const ODD: [u32; 26] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
/// Days of women are so much higher.
const FEMALE: u8 = 40;

pub(super) const SCHEME: Scheme = Scheme {
    name: "codice fiscale",
    countries: &["ITA"],
    source: "Decreto del Ministero delle Finanze of 23 December 1976 (n. 13813)",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: Some(Names {
        surname: |name| vec![surname_code(name)],
        given_names: |name| vec![given_code(name), given_code(first(name))],
        each_counts: false,
    }),
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let text = without(text, &[]);
    if text.len() != 16 || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let plain: Vec<u8> = text
        .bytes()
        .enumerate()
        .map(|(at, byte)| match FOR_DIGITS.find(byte as char) {
            Some(digit) if DIGITS.contains(&at) => b'0' + digit as u8,
            _ => byte,
        })
        .collect();
    let digit = |at: usize| plain[at].is_ascii_digit().then(|| plain[at] - b'0');
    let mut places = plain.iter().enumerate();
    let fits = places.all(|(at, byte)| byte.is_ascii_digit() == DIGITS.contains(&at));
    fits.then_some(())?;
    let month = MONTHS.find(plain[8] as char)? as u8 + 1;
    let year = 10 * digit(6)? + digit(7)?;
    let (day, sex) = match 10 * digit(9)? + digit(10)? {
        day if day > FEMALE => (day - FEMALE, Sex::Female),
        day => (day, Sex::Male),
    };
    Some(Number {
        holds: Some(check(&text.as_bytes()[..15]) == text.as_bytes()[15]),
        birth: Some(Birth::new(Year::Short(year), month, day)?),
        sex: Some(sex),
        surname: Some(text[..3].to_owned()),
        given_names: Some(text[3..6].to_owned()),
    })
}

fn check(code: &[u8]) -> u8 {
    let value = |byte: u8| {
        if byte.is_ascii_digit() {
            byte - b'0'
        } else {
            byte - b'A'
        }
    };
    let sum: u32 = code
        .iter()
        .enumerate()
        .map(|(at, byte)| match at % 2 {
            0 => ODD[usize::from(value(*byte))],
            _ => u32::from(value(*byte)),
        })
        .sum();
    b'A' + (sum % 26) as u8
}

fn first(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'A' | 'E' | 'I' | 'O' | 'U')
}

/// Consonants, then vowels, then X.
fn letters(consonants: &str, name: &str) -> String {
    let vowels = name.chars().filter(|letter| is_vowel(*letter));
    let filled = consonants.chars().chain(vowels).chain("XXX".chars());
    filled.take(3).collect()
}

fn consonants(name: &str) -> String {
    let is_one = |letter: &char| letter.is_ascii_uppercase() && !is_vowel(*letter);
    name.chars().filter(is_one).collect()
}

fn surname_code(name: &str) -> String {
    letters(&consonants(name), name)
}

/// Of four consonants and more the second is left out.
fn given_code(name: &str) -> String {
    let mut consonants = consonants(name);
    if consonants.len() > 3 {
        consonants.remove(1);
    }
    letters(&consonants, name)
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let surname = surname_code(holder.surname.first()?);
    let given = given_code(holder.given_names.first()?);
    let month = MONTHS.as_bytes()[usize::from(birth.month) - 1] as char;
    let day = birth.day + if sex == Sex::Female { FEMALE } else { 0 };
    let code = format!(
        "{surname}{given}{:02}{month}{day:02}H{:03}",
        birth.year % 100,
        serial % 1000
    );
    let check = check(code.as_bytes()) as char;
    Some(format!("{code}{check}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_code_holds_and_has_letters_of_names() {
        // The example of the Agenzia delle Entrate.
        let number = read("RSSMRA85T10A562S").unwrap();
        assert_eq!((number.holds, number.sex), (Some(true), Some(Sex::Male)));
        assert!(
            number
                .birth
                .is_some_and(|birth| (birth.month, birth.day) == (12, 10))
        );
        assert_eq!(surname_code("ROSSI"), "RSS");
        assert_eq!(given_code("MARIO"), "MRA");
        assert_eq!(given_code("GIANFRANCO"), "GFR");
        assert_eq!(surname_code("FO"), "FOX");
        assert_eq!(read("RSSMRA85T10A562T").unwrap().holds, Some(false));
        // With letters for digits.
        assert!(read("RSSMRA85T10A56NH").is_some());
        for text in [
            "",
            "RSSMRA85T10A5620",
            "R5SMRA85T10A562S",
            "RSSMRA85T32A562S",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
