//! Lines of letters and digits on driving licences that say some of their fields once more, for machines.
//!
//! The European model of licences has none (Directive 2006/126/EC, annex I); these are of single states.
//! Where a line has check digits it is read by them: what readers take for one another is put right by
//! its place, and nothing else is.

mod french;
mod netherlands;
mod swiss;

/// What a line says.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Code of the country that issues licences with such lines (ISO 3166-1, three letters).
    pub country: &'static str,
    /// Number of the licence, field 5.
    pub number: Option<String>,
    /// Last day of the licence: year, month, day.
    pub expiry: Option<(u16, u8, u8)>,
    /// Date of birth: last two digits of the year, month, day.
    pub birth: Option<(u8, u8, u8)>,
    /// Surname in the letters of machine readable zones.
    pub surname: Option<Name>,
    /// Given names in these letters.
    pub given_names: Option<Name>,
    /// Whether check digits prove what it says.
    pub is_proven: bool,
}

/// A name as a line has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Name {
    /// Letters A to Z; spaces stand for fillers.
    pub text: String,
    /// Whether it reaches the end of its place, so that more may follow.
    pub is_cut: bool,
}

/// A line that is there, but can't be read: a character is missing, or a check digit doesn't hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Code of the country that issues licences with such lines (ISO 3166-1, three letters).
    pub country: &'static str,
}

impl std::fmt::Debug for Line {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Line");
        shown
            .field("country", &self.country)
            .finish_non_exhaustive()
    }
}

/// The first line for machines of a driving licence among lines of text; `None` where there is none.
pub fn read<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Result<Line, Unreadable>> {
    let texts: Vec<String> = texts.map(compact).collect();
    let alone = texts.iter().find_map(|text| {
        let french = french::read(text);
        french.or_else(|| netherlands::read(text))
    });
    alone.or_else(|| swiss::read(&texts).map(Ok))
}

/// Without spaces, in capitals; what readers make of fillers is one.
fn compact(text: &str) -> String {
    let characters = text.chars().filter(|c| !c.is_whitespace());
    let characters = characters.map(|character| match character {
        '«' | '‹' | '＜' => '<',
        character => character.to_ascii_uppercase(),
    });
    characters.collect()
}

/// What a place of a line holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Digit,
    Letter,
    /// Either.
    Any,
}

/// The character that stands in a place, where readers took it for one that can't.
fn mended(character: char, place: Place) -> char {
    const PAIRS: [(char, char); 7] = [
        ('0', 'O'),
        ('1', 'I'),
        ('2', 'Z'),
        ('5', 'S'),
        ('6', 'G'),
        ('8', 'B'),
        ('0', 'D'),
    ];
    let other = |from: fn(&(char, char)) -> char, to: fn(&(char, char)) -> char| {
        let pair = PAIRS.iter().find(|pair| from(pair) == character);
        pair.map_or(character, to)
    };
    match place {
        Place::Digit => other(|pair| pair.1, |pair| pair.0),
        Place::Letter => other(|pair| pair.0, |pair| pair.1),
        Place::Any => character,
    }
}

/// The check digit over characters of a line, as of machine readable zones: weights 7, 3, 1, letters from
/// 10 on, fillers nothing (ICAO Doc 9303-3, 4.9). `None` where a character can't stand in one.
fn check_digit(data: &str) -> Option<u32> {
    let values = data.bytes().zip([7, 3, 1].into_iter().cycle());
    let values = values.map(|(byte, weight)| {
        let value = match byte {
            b'0'..=b'9' => byte - b'0',
            b'A'..=b'Z' => byte - b'A' + 10,
            b'<' => 0,
            _ => return None,
        };
        Some(weight * u32::from(value))
    });
    values.sum::<Option<u32>>().map(|sum| sum % 10)
}

/// Whether the character at the end is the check digit over those before it.
fn holds(line: &str) -> bool {
    let Some((data, check)) = line
        .len()
        .checked_sub(1)
        .and_then(|at| line.split_at_checked(at))
    else {
        return false;
    };
    check_digit(data).is_some_and(|digit| check.parse() == Ok(digit))
}

/// Six digits as year, month and day of the calendar's shape.
fn date(text: &str) -> Option<(u8, u8, u8)> {
    let part = |at: usize| text.get(at..at + 2)?.parse().ok();
    let (year, month, day) = (part(0)?, part(2)?, part(4)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn check_digits_are_those_of_zones() {
        // ICAO Doc 9303-3, appendix A.
        assert_eq!(check_digit("520727"), Some(3));
        assert_eq!(check_digit("AB2134<<<"), Some(5));
        assert_eq!(check_digit("é"), None);
        assert!(holds("5207273") && !holds("5207274") && !holds(""));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_or_not(texts in prop::collection::vec("(D[1I]FRA|D1NLD|FACHE)?[ -~À-ž]{0,32}", 0..4)) {
            if let Some(Ok(line)) = read(texts.iter().map(String::as_str)) {
                prop_assert!(line.number.is_some());
            }
        }
    }
}
