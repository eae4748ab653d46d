//! The three lines on the back of Swiss and Liechtenstein licences: the blank's number, `AAA001D<<`; kind,
//! country, number and date of birth, `FACHE305142128097<<800126<<<<<`; names, `FAVRAT<<ESTELLE<<<<`
//! (Bundesamt für Strassen ASTRA: Der schweizerische Führerausweis im Kreditkartenformat). They have no
//! check digits.

use super::{Line, Name, Place, date, mended};

const STARTS: [(&str, &str); 2] = [("FACHE", "CHE"), ("FALIE", "LIE")];
/// Characters of the second and the third line.
const LENGTH: usize = 30;
const NUMBER: std::ops::Range<usize> = 5..17;
const BIRTH: std::ops::Range<usize> = 19..25;
/// Fewest characters of the line of names that have to be read: fillers at the end get lost.
const LEAST: usize = 12;

/// What the second and the third line say, where the second one was read whole.
pub(super) fn read(texts: &[String]) -> Option<Line> {
    let (at, line) = texts
        .iter()
        .enumerate()
        .find_map(|(at, text)| Some((at, second(text)?)))?;
    let names = texts.iter().skip(at + 1).find_map(|text| names(text));
    let (surname, given_names) = names.unzip();
    Some(Line {
        surname,
        given_names,
        ..line
    })
}

fn second(text: &str) -> Option<Line> {
    let (_, country) = STARTS.iter().find(|(start, _)| text.starts_with(start))?;
    (text.is_ascii() && (BIRTH.end..=LENGTH).contains(&text.len())).then_some(())?;
    let mended: String = text
        .chars()
        .enumerate()
        .map(|(at, character)| {
            let is_digit = NUMBER.contains(&at) || BIRTH.contains(&at);
            mended(character, if is_digit { Place::Digit } else { Place::Any })
        })
        .collect();
    let number = &mended[NUMBER];
    let has_form = number.bytes().all(|byte| byte.is_ascii_digit())
        && &mended[NUMBER.end..BIRTH.start] == "<<"
        && mended[BIRTH.end..].bytes().all(|byte| byte == b'<');
    has_form.then_some(())?;
    Some(Line {
        country,
        number: Some(number.to_owned()),
        birth: Some(date(&mended[BIRTH])?),
        ..Line::default()
    })
}

fn names(text: &str) -> Option<(Name, Name)> {
    let is_line = text
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte == b'<');
    let (surname, given_names) = text.split_once("<<")?;
    let name = |text: &str, is_cut: bool| Name {
        text: text.replace('<', " ").trim().to_owned(),
        is_cut,
    };
    let is_cut = text.len() >= LENGTH && !text.ends_with('<');
    let fits = is_line && (LEAST..=LENGTH).contains(&text.len()) && !surname.is_empty();
    fits.then(|| (name(surname, false), name(given_names, is_cut)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: [&str; 3]) -> Option<Line> {
        read(&texts.map(str::to_owned))
    }

    #[test]
    fn number_birth_and_names_are_said_once_more() {
        let line = lines([
            "AAA001D<<",
            "FACHE305142128097<<800126<<<<<",
            "FAVRAT<<ESTELLE<<<<<<<<<<<<<<<",
        ]);
        let line = line.unwrap();
        assert_eq!(line.number.as_deref(), Some("305142128097"));
        assert_eq!(line.birth, Some((80, 1, 26)));
        assert!(line.surname.is_some_and(|name| name.text == "FAVRAT"));
        assert!(
            line.given_names
                .is_some_and(|name| name.text == "ESTELLE" && !name.is_cut)
        );
        assert!(!line.is_proven);
    }

    #[test]
    fn what_is_not_whole_is_none() {
        for second in [
            "FACHE305142128097<<801326<<<<<",
            "FACHE30514212809<<800126<<<<<<",
            "FACHE",
        ] {
            assert_eq!(
                lines(["AAA001D<<", second, "FAVRAT<<ESTELLE<<<<<<<<<<<<<<<"]),
                None
            );
        }
    }
}
