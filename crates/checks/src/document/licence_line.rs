//! The line for machines on a driving licence that has neither zone nor barcode, beside its numbered fields.

use identity::Date;
use mrz::transliterate;
use national::line::{self, Line, Name};
use observation::DocumentObservation;

use crate::agreement::Field;
use crate::document::Fields;
use crate::text::distance::distance;
use crate::text::fold::{condense, fold};

/// Distance within which two numbers or two surnames are the same: letters that readers take for one
/// another may differ.
const MISREAD: f32 = 0.5;
/// The first digits of a Swiss number are the holder's; the rest counts their licences (ASTRA: Der
/// schweizerische Führerausweis im Kreditkartenformat).
const SWISS_HOLDER: usize = 9;
/// Whose line is on the side with the fields: there a line that can't be read asks for another picture. The
/// others are on the back, which nobody has to show.
const ON_FRONT: &str = "FRA";

/// What the line says.
pub(crate) struct LicenceLine(Line);

/// A line that is there, but of which a check digit doesn't hold.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unreadable;

impl LicenceLine {
    /// The first such line on these pictures. What check digits don't prove has to be read with the
    /// confidence `certain`.
    pub(super) fn of<'a>(
        sides: impl Iterator<Item = &'a DocumentObservation> + Clone,
        certain: f32,
    ) -> Option<Result<Self, Unreadable>> {
        let of_side = |seen: &'a DocumentObservation| {
            let zone = seen.mrz.iter().flat_map(|mrz| {
                let lines = mrz.lines.iter().map(String::as_str);
                lines.map(|line| (line, mrz.confidence))
            });
            let printed = seen
                .lines
                .iter()
                .map(|line| (line.text.as_str(), line.confidence));
            zone.chain(printed)
        };
        let read = |seen: &'a DocumentObservation| {
            let all = line::read(of_side(seen).map(|(text, _)| text));
            match all? {
                Err(unreadable) => (unreadable.country == ON_FRONT).then_some(Err(Unreadable)),
                Ok(line) if line.is_proven => Some(Ok(Self(line))),
                Ok(_) => {
                    let sure = of_side(seen).filter(|(_, confidence)| *confidence >= certain);
                    let line = line::read(sure.map(|(text, _)| text))?.ok()?;
                    Some(Ok(Self(line)))
                }
            }
        };
        let mut sides = sides;
        sides.find_map(read)
    }

    /// Fields of which the numbered ones say something else.
    pub(crate) fn differs_from(&self, fields: &Fields) -> Vec<Field> {
        let number = fields.number.as_deref().map(condense);
        let stated = |name: &Option<String>, line: &Option<Name>| {
            let pair = name.as_deref().zip(line.as_ref());
            pair.is_none_or(|(name, line)| begins(line, name))
        };
        let same = [
            (
                Field::Number,
                number.is_none_or(|number| self.is_numbered(&number)),
            ),
            (
                Field::BirthDate,
                fields.birth_date.is_none_or(|date| self.is_born(date)),
            ),
            (
                Field::ExpiryDate,
                fields.expiry_date.is_none_or(|date| self.expires(date)),
            ),
            (Field::Surname, stated(&fields.last_name, &self.0.surname)),
            (
                Field::GivenNames,
                stated(&fields.first_name, &self.0.given_names),
            ),
        ];
        let differing = same.into_iter().filter(|(_, same)| !same);
        differing.map(|(field, _)| field).collect()
    }

    fn is_numbered(&self, number: &str) -> bool {
        let Some(own) = self.0.number.as_deref() else {
            return true;
        };
        let holder = |number: &str| number.get(..SWISS_HOLDER).map(str::to_owned);
        let same_holder = !self.0.is_proven && holder(own) == holder(number);
        same_holder || distance(number, own) <= MISREAD
    }

    fn is_born(&self, date: Date) -> bool {
        self.0.birth.is_none_or(|(year, month, day)| {
            let short = date.year.map(|year| year % 100);
            (short, date.month, date.day) == (Some(u16::from(year)), Some(month), Some(day))
        })
    }

    fn expires(&self, date: Date) -> bool {
        self.0.expiry.is_none_or(|(year, month, day)| {
            (date.year, date.month, date.day) == (Some(year), Some(month), Some(day))
        })
    }
}

/// Whether the line's name is the printed one, as far as the line has room for it.
fn begins(line: &Name, printed: &str) -> bool {
    let letters =
        |text: &str| -> String { text.chars().filter(char::is_ascii_alphabetic).collect() };
    let own = letters(&line.text);
    let spellings = [fold(printed), transliterate(printed)];
    spellings.iter().any(|spelling| {
        let mut printed = letters(spelling);
        if line.is_cut {
            printed.truncate(own.len());
        }
        distance(&printed, &own) <= MISREAD
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{blank, line};

    const FRENCH: [&str; 1] = ["D1FRA13AA000026181231MARTIN<<9"];
    const SWISS: [&str; 3] = [
        "AAA001D<<",
        "FACHE305142128097<<800126<<<<<",
        "FAVRAT<<ESTELLE<<<<<<<<<<<<<<<",
    ];

    fn seen(texts: &[&str], confidence: f32) -> Option<Result<LicenceLine, Unreadable>> {
        let mut side = blank("side");
        let rows = texts.iter().enumerate();
        side.lines = rows
            .map(|(row, text)| line(text, 60.0, 60.0 * row as f32, 40.0, confidence))
            .collect();
        LicenceLine::of([&side].into_iter(), 0.95)
    }

    fn date(year: u16, month: u8, day: u8) -> Date {
        Date {
            day: Some(day),
            month: Some(month),
            year: Some(year),
        }
    }

    fn french(number: &str, day: u8, surname: &str) -> Fields {
        Fields {
            number: Some(number.to_owned()),
            last_name: Some(surname.to_owned()),
            expiry_date: Some(date(2018, 12, day)),
            ..Fields::default()
        }
    }

    #[test]
    fn a_french_line_says_number_last_day_and_surname_once_more() {
        let line = seen(&FRENCH, 0.9).unwrap().unwrap();
        for (fields, differing) in [
            (french("13AA00002", 31, "MARTIN"), vec![]),
            (french("13AAO0002", 31, "Martîn"), vec![]),
            (french("13AA00001", 31, "MARTIN"), vec![Field::Number]),
            (french("13AA00002", 30, "MARTIN"), vec![Field::ExpiryDate]),
            (french("13AA00002", 31, "PETIT"), vec![Field::Surname]),
            (french("13AA00002", 31, "MARTINEZ"), vec![Field::Surname]),
            (Fields::default(), vec![]),
        ] {
            assert_eq!(line.differs_from(&fields), differing);
        }
    }

    #[test]
    fn a_long_surname_is_cut() {
        let line = seen(&["D1FRA09ZX771204191231PETITJEA3"], 0.9)
            .unwrap()
            .unwrap();
        let surname = line.0.surname.unwrap();
        assert!(begins(&surname, "PETIT-JEAN"));
        assert!(!begins(&surname, "PETITBEAU"));
    }

    #[test]
    fn swiss_lines_say_number_birth_and_names_once_more() {
        let fields = |number: &str, day: u8, given: &str| Fields {
            number: Some(number.to_owned()),
            last_name: Some("FAVRAT".to_owned()),
            first_name: Some(given.to_owned()),
            birth_date: Some(date(1980, 1, day)),
            ..Fields::default()
        };
        let line = seen(&SWISS, 0.97).unwrap().unwrap();
        for (fields, differing) in [
            (fields("305142128097", 26, "Estelle"), vec![]),
            // An earlier licence of the same holder.
            (fields("305142128001", 26, "Estelle"), vec![]),
            (fields("305142129097", 26, "Estelle"), vec![Field::Number]),
            (
                fields("305142128097", 27, "Estelle"),
                vec![Field::BirthDate],
            ),
            (
                fields("305142128097", 26, "Claire"),
                vec![Field::GivenNames],
            ),
        ] {
            assert_eq!(line.differs_from(&fields), differing);
        }
        // Nothing proves them.
        assert!(seen(&SWISS, 0.9).is_none());
    }

    #[test]
    fn what_check_digits_refuse_is_unreadable_on_the_front_alone() {
        let changed = FRENCH[0].replace("MARTIN", "MARTEN");
        assert_eq!(seen(&[&changed], 0.99).unwrap().err(), Some(Unreadable));
        assert!(seen(&["D1NLD15094962112659VW87Z78NB84"], 0.99).is_none());
        let dutch = seen(&["D1NLD15094962111659VW87Z78NB84"], 0.9)
            .unwrap()
            .unwrap();
        let fields = |number: &str| Fields {
            number: Some(number.to_owned()),
            ..Fields::default()
        };
        assert_eq!(dutch.differs_from(&fields("5094962111")), []);
        assert_eq!(dutch.differs_from(&fields("5094962112")), [Field::Number]);
        assert!(seen(&["PERMIS DE CONDUIRE"], 0.99).is_none());
    }
}
