//! What can be changed in what a source says.

use super::stated::{Day, Stated};

/// A field that decides who somebody is, or whether their document is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Surname,
    GivenNames,
    Number,
    BirthDate,
    ExpiryDate,
    Country,
    /// All of them, of somebody else's document.
    Everything,
}

impl Field {
    pub(super) const ALL: [Self; 7] = [
        Self::Surname,
        Self::GivenNames,
        Self::Number,
        Self::BirthDate,
        Self::ExpiryDate,
        Self::Country,
        Self::Everything,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::GivenNames => "given names",
            Self::Number => "number",
            Self::BirthDate => "date of birth",
            Self::ExpiryDate => "date of expiry",
            Self::Country => "country",
            Self::Everything => "another person's",
        }
    }
}

/// One thing changed.
pub(super) struct Change {
    pub(super) field: Field,
    pub(super) how: &'static str,
    pub(super) stated: Stated,
}

/// Names of nobody here, in letters that every zone has.
const NAMES: [&str; 12] = [
    "OKONKWO",
    "HARGREAVE",
    "VANTERPOOL",
    "LINDQVIST",
    "TADEUSZEK",
    "MOREAU",
    "FITZWILLIAM",
    "KASPERSEN",
    "DELGADILLO",
    "HU",
    "YAMASHITA",
    "NG",
];
const COUNTRIES: [&str; 6] = ["FRA", "NOR", "BRA", "JPN", "KEN", "NZL"];

/// Every change of one field of what a source states. `print` is all that is printed: what stands
/// elsewhere on a document is no proof of a field.
pub(super) fn changes(stated: &Stated, print: &[&str], turn: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |field, how, stated: Option<Stated>| {
        changes.extend(stated.map(|stated| Change { field, how, stated }));
    };
    for (how, surname) in names(stated, &stated.surname, print, turn) {
        let surname = Some(surname).filter(|surname| !surname.is_empty());
        add(
            Field::Surname,
            how,
            surname.map(|surname| Stated {
                surname,
                ..stated.clone()
            }),
        );
    }
    for (how, given_names) in names(stated, &stated.given_names, print, turn + 5) {
        add(
            Field::GivenNames,
            how,
            Some(Stated {
                given_names,
                ..stated.clone()
            }),
        );
    }
    for (how, number) in numbers(&stated.number, print, turn) {
        add(
            Field::Number,
            how,
            Some(Stated {
                number,
                ..stated.clone()
            }),
        );
    }
    for (how, birth) in stated
        .birth
        .into_iter()
        .flat_map(|birth| dates(birth, &BIRTHS))
    {
        add(
            Field::BirthDate,
            how,
            Some(Stated {
                birth: Some(birth),
                ..stated.clone()
            }),
        );
    }
    for (how, expiry) in stated
        .expiry
        .into_iter()
        .flat_map(|expiry| dates(expiry, &EXPIRIES))
    {
        add(
            Field::ExpiryDate,
            how,
            Some(Stated {
                expiry: Some(expiry),
                ..stated.clone()
            }),
        );
    }
    if let Some(issue) = stated.issue {
        add(
            Field::BirthDate,
            "the date of issue",
            Some(Stated {
                birth: Some(issue),
                ..stated.clone()
            }),
        );
    }
    let country = COUNTRIES[turn % COUNTRIES.len()].to_owned();
    if country != stated.country {
        add(
            Field::Country,
            "another",
            Some(Stated {
                country,
                ..stated.clone()
            }),
        );
    }
    changes
}

fn names(stated: &Stated, name: &str, print: &[&str], turn: usize) -> Vec<(&'static str, String)> {
    if name.is_empty() {
        return Vec::new();
    }
    let other = NAMES[turn % NAMES.len()];
    let mut names = vec![
        ("another", other.to_owned()),
        ("one letter", with_another_letter(name, turn)),
        ("one letter less", without_a_letter(name, turn)),
        ("a word more", format!("{name} {other}")),
    ];
    if let Some((first, rest)) = name.split_once(' ') {
        names.push(("the last words alone", rest.to_owned()));
        names.push(("the first word alone", first.to_owned()));
        names.push(("another first word", format!("{other} {rest}")));
    }
    let own = format!("{} {}", stated.surname, stated.given_names).to_uppercase();
    let words = |with_digits: bool| {
        let lines = print
            .iter()
            .filter(move |line| line.contains(|c: char| c.is_ascii_digit()) == with_digits);
        let words = lines.flat_map(|line| line.split(|c: char| !c.is_ascii_alphabetic()));
        let words: Vec<String> = words
            .filter(|word| word.len() >= 4)
            .map(str::to_ascii_uppercase)
            .filter(|word| !own.contains(word.as_str()))
            .collect();
        (!words.is_empty()).then(|| words[turn % words.len()].clone())
    };
    names.extend(words(true).map(|word| ("a word of a line with digits", word)));
    names.extend(words(false).map(|word| ("a word of another line", word)));
    names.retain(|(_, changed)| !changed.is_empty() && changed != name);
    names
}

/// A letter that nobody takes for the one it replaces.
fn with_another_letter(name: &str, turn: usize) -> String {
    let letters: Vec<usize> = name
        .bytes()
        .enumerate()
        .filter(|(_, letter)| letter.is_ascii_alphabetic())
        .map(|(at, _)| at)
        .collect();
    let mut bytes = name.to_ascii_uppercase().into_bytes();
    if let Some(&at) = letters.get(turn % letters.len().max(1)) {
        bytes[at] = b'A' + (bytes[at] - b'A' + 7) % 26;
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The name without one of its consonants: vowels come and go with the spelling of umlauts.
fn without_a_letter(name: &str, turn: usize) -> String {
    let consonants: Vec<usize> = name
        .bytes()
        .enumerate()
        .filter(|(_, letter)| {
            letter.is_ascii_alphabetic() && !b"AEIOUYH".contains(&letter.to_ascii_uppercase())
        })
        .map(|(at, _)| at)
        .collect();
    let mut bytes = name.to_ascii_uppercase().into_bytes();
    if let Some(&at) = consonants.get(turn % consonants.len().max(1)) {
        bytes.remove(at);
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn numbers(number: &str, print: &[&str], turn: usize) -> Vec<(&'static str, String)> {
    let count = number.len();
    if count == 0 || !number.is_ascii() {
        return Vec::new();
    }
    let changed = |at: usize| {
        let mut bytes = number.as_bytes().to_vec();
        bytes[at] = match bytes[at] {
            digit @ b'0'..=b'9' => b'0' + (digit - b'0' + 3) % 10,
            letter @ b'A'..=b'Z' => b'A' + (letter - b'A' + 7) % 26,
            other => other,
        };
        String::from_utf8(bytes).unwrap_or_default()
    };
    let swapped = |at: usize| {
        let mut bytes = number.as_bytes().to_vec();
        bytes.swap(at, (at + 1) % count);
        String::from_utf8(bytes).unwrap_or_default()
    };
    let all: String = number
        .bytes()
        .map(|byte| match byte {
            b'0'..=b'9' => char::from(b'0' + (byte - b'0' + 1 + (turn % 7) as u8) % 10),
            b'A'..=b'Z' => char::from(b'A' + (byte - b'A' + 9) % 26),
            other => char::from(other),
        })
        .collect();
    let mut numbers = vec![
        ("one character", changed(turn % count)),
        ("the last character", changed(count - 1)),
        ("the first character", changed(0)),
        ("two swapped", swapped(turn % count)),
        ("the last one less", number[..count - 1].to_owned()),
        ("the first one less", number[1..].to_owned()),
        ("one more", format!("{number}7")),
        ("another", all),
    ];
    let digits = |word: &&str| word.bytes().filter(u8::is_ascii_digit).count() >= 5;
    let elsewhere = print
        .iter()
        .flat_map(|line| line.split(|c: char| !c.is_ascii_alphanumeric()))
        .filter(digits)
        .find(|word| !word.contains(number) && !number.contains(word));
    numbers.extend(elsewhere.map(|word| ("another printed number", word.to_owned())));
    numbers.retain(|(_, changed)| changed != number);
    numbers
}

type Shift = (&'static str, i16, i8, i8);
const BIRTHS: [Shift; 7] = [
    ("ten years later", 10, 0, 0),
    ("ten years earlier", -10, 0, 0),
    ("one year later", 1, 0, 0),
    ("one year earlier", -1, 0, 0),
    ("another month", 0, 1, 0),
    ("another day", 0, 0, 1),
    ("day and month swapped", 0, 0, 0),
];
const EXPIRIES: [Shift; 6] = [
    ("one year later", 1, 0, 0),
    ("five years later", 5, 0, 0),
    ("ten years later", 10, 0, 0),
    ("another month", 0, 1, 0),
    ("another day", 0, 0, 1),
    ("day and month swapped", 0, 0, 0),
];

fn dates(date: Day, shifts: &[Shift]) -> Vec<(&'static str, Day)> {
    let shifted = |&(how, years, months, days): &Shift| {
        let (year, month, day) = date;
        if (years, months, days) == (0, 0, 0) {
            return (day <= 12).then_some((how, (year, day, month)));
        }
        let month = (month + months.unsigned_abs() - 1) % 12 + 1;
        let day = (day.min(28) + days.unsigned_abs() - 1) % 28 + 1;
        Some((how, (year.checked_add_signed(years)?, month, day)))
    };
    let mut dates: Vec<_> = shifts.iter().filter_map(shifted).collect();
    dates.retain(|(_, changed)| *changed != date);
    dates
}
