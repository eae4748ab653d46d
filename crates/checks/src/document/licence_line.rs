//! The line of letters and digits on the front of a driving licence (ISO/IEC 18013-2, annex C), as France
//! prints it: `D1FRA13AA000026181231MARTIN<<9`. It says number, last day and surname once more.

use identity::Date;
use mrz::{check_digit, transliterate};
use observation::DocumentObservation;

use crate::agreement::Field;
use crate::document::Fields;
use crate::text::distance::distance;
use crate::text::fold::{condense, fold};

const START: &str = "D1FRA";
const LENGTH: usize = 30;
/// Fewest characters of a line: a shorter text that begins like one may be something else.
const LEAST: usize = 24;
/// Distance within which two numbers or two surnames are the same: letters that readers take for one
/// another may differ.
const MISREAD: f32 = 0.5;

/// What the line says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LicenceLine {
    number: String,
    expiry: Date,
    /// First letters of the surname, as many as the line has room for.
    surname: String,
}

/// A line that is there, but of which the check digit doesn't hold.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unreadable;

impl LicenceLine {
    /// The first such line on these pictures.
    pub(super) fn of<'a>(
        mut sides: impl Iterator<Item = &'a DocumentObservation>,
    ) -> Option<Result<Self, Unreadable>> {
        sides.find_map(|seen| {
            let printed = seen.lines.iter().map(|line| line.text.as_str());
            let read = seen
                .mrz
                .iter()
                .flat_map(|mrz| &mrz.lines)
                .map(String::as_str);
            read.chain(printed).find_map(Self::read)
        })
    }

    fn read(text: &str) -> Option<Result<Self, Unreadable>> {
        let line: String = text.split_whitespace().collect();
        (line.starts_with(START) && line.len() >= LEAST).then(|| parts(&line).ok_or(Unreadable))
    }

    /// Fields of which the numbered ones say something else.
    pub(crate) fn differs_from(&self, fields: &Fields) -> Vec<Field> {
        let number = fields.number.as_deref().map(condense);
        let surname = fields.last_name.as_deref();
        let same = [
            (
                Field::Number,
                number.is_none_or(|number| distance(&number, &self.number) <= MISREAD),
            ),
            (
                Field::ExpiryDate,
                fields.expiry_date.is_none_or(|date| date == self.expiry),
            ),
            (
                Field::Surname,
                surname.is_none_or(|surname| self.begins(surname)),
            ),
        ];
        let differing = same.into_iter().filter(|(_, same)| !same);
        differing.map(|(field, _)| field).collect()
    }

    fn begins(&self, surname: &str) -> bool {
        let spellings = [fold(surname), transliterate(surname)];
        spellings.iter().any(|spelling| {
            let letters = spelling.chars().filter(char::is_ascii_alphabetic);
            let begun: String = letters.take(self.surname.len()).collect();
            distance(&begun, &self.surname) <= MISREAD
        })
    }
}

/// Country, number, a digit, last day, surname, check digit over all before it.
fn parts(line: &str) -> Option<LicenceLine> {
    let is_whole = line.len() == LENGTH && line.is_ascii();
    let (data, check) = is_whole.then(|| line.split_at(LENGTH - 1))?;
    let digit = |at: usize| data[at..at + 2].parse::<u16>().ok();
    let holds = check_digit(data) == check.parse().ok();
    let (year, month, day) = (digit(15)?, digit(17)?, digit(19)?);
    holds.then(|| LicenceLine {
        number: data[5..14].to_owned(),
        expiry: Date {
            year: Some(2000 + year),
            month: u8::try_from(month).ok(),
            day: u8::try_from(day).ok(),
        },
        surname: data[21..].replace('<', ""),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "D1FRA13AA000026181231MARTIN<<9";

    fn fields(number: &str, day: u8, surname: &str) -> Fields {
        Fields {
            number: Some(number.to_owned()),
            last_name: Some(surname.to_owned()),
            expiry_date: Some(Date {
                day: Some(day),
                month: Some(12),
                year: Some(2018),
            }),
            ..Fields::default()
        }
    }

    #[test]
    fn a_line_says_number_last_day_and_surname_once_more() {
        let line = LicenceLine::read(LINE).unwrap().unwrap();
        for (fields, differing) in [
            (fields("13AA00002", 31, "MARTIN"), vec![]),
            (fields("13AAO0002", 31, "Martîn"), vec![]),
            (fields("13AA00001", 31, "MARTIN"), vec![Field::Number]),
            (fields("13AA00002", 30, "MARTIN"), vec![Field::ExpiryDate]),
            (fields("13AA00002", 31, "PETIT"), vec![Field::Surname]),
            (Fields::default(), vec![]),
        ] {
            assert_eq!(line.differs_from(&fields), differing);
        }
    }

    #[test]
    fn a_long_surname_is_cut() {
        let line = LicenceLine::read("D1FRA09ZX771204191231PETITJEA3")
            .unwrap()
            .unwrap();
        assert!(line.begins("PETIT-JEAN"));
        assert!(!line.begins("PETITBEAU"));
    }

    #[test]
    fn a_line_whose_check_digit_fails_is_unreadable_and_other_text_is_none() {
        let changed = LINE.replace("MARTIN", "MARTEN");
        assert_eq!(LicenceLine::read(&changed), Some(Err(Unreadable)));
        assert_eq!(LicenceLine::read(&LINE[..28]), Some(Err(Unreadable)));
        for text in ["", "D1FRA", "PERMIS DE CONDUIRE", "D1 FRA"] {
            assert_eq!(LicenceLine::read(text), None);
        }
    }
}
