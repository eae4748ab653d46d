//! The zone of the French national identity card of 1988 to 2021. It is older than ICAO's formats for
//! cards and has its elements in an order of its own, which no part of Doc 9303 describes; issuers and
//! readers of the card have published it.
//!
//! First line: `ID`, `FRA`, 25 characters of surname, six of the office that gave the card out. Second
//! line: twelve characters of number (year and month of issue, department, count) and their check digit,
//! 14 of given names, `YYMMDD` of birth and its check digit, sex, and a check digit of all that stands
//! before it. There is no date of expiry, and no nationality.

use crate::check_digit::holds;
use crate::generate::{date, digit_of, is_letter_or_digit, names, optional, text};
use crate::layout::{Span, span};
use crate::parse::{name, without_fillers};
use crate::{Checks, Date, Document, Fields, GenerateError};

const LINE: usize = 36;
const CODE: Span = span(0, 0, 2);
const STATE: Span = span(0, 2, 5);
const SURNAME: Span = span(0, 5, 30);
const OFFICE: Span = span(0, 30, 36);
const NUMBER: Span = span(1, 0, 12);
const NUMBER_CHECK: Span = span(1, 12, 13);
const GIVEN_NAMES: Span = span(1, 13, 27);
const BIRTH_DATE: Span = span(1, 27, 33);
const BIRTH_DATE_CHECK: Span = span(1, 33, 34);
const SEX: Span = span(1, 34, 35);
const COMPOSITE_CHECK: Span = span(1, 35, 36);

/// Between one given name and the next.
const PARTING: &str = "<<";

/// The elements of lines that have the format's shape and alphabet.
pub(crate) fn fields<S: AsRef<str>>(lines: &[S]) -> Fields {
    let (surname, given_names) = (SURNAME.of(lines), GIVEN_NAMES.of(lines));
    let given: Vec<String> = given_names
        .split(PARTING)
        .map(name)
        .filter(|given| !given.is_empty())
        .collect();
    Fields {
        document_code: without_fillers(CODE.of(lines)),
        issuing_state: without_fillers(STATE.of(lines)),
        document_number: without_fillers(NUMBER.of(lines)),
        birth_date: BIRTH_DATE.of(lines).to_owned(),
        sex: SEX.of(lines).to_owned(),
        surname: name(surname),
        given_names: given.join(", "),
        optional1: without_fillers(OFFICE.of(lines)),
        names_truncated: !(surname.ends_with('<') && given_names.ends_with('<')),
        ..Fields::default()
    }
}

/// What its check digits say.
pub(crate) fn checks<S: AsRef<str>>(lines: &[S]) -> Checks {
    let all = lines.iter().map(AsRef::as_ref).collect::<String>();
    Checks {
        document_number: holds(NUMBER.of(lines), NUMBER_CHECK.character(lines)),
        birth_date: holds(BIRTH_DATE.of(lines), BIRTH_DATE_CHECK.character(lines)),
        expiry_date: None,
        composite: Some(holds(
            &all[..2 * LINE - 1],
            COMPOSITE_CHECK.character(lines),
        )),
        personal_number: None,
    }
}

/// Writes the lines, with all check digits. Names that don't fit are cut as [`crate::generate`] cuts
/// them.
pub(crate) fn generate(document: &Document) -> Result<Vec<String>, GenerateError> {
    if (
        document.document_code.as_str(),
        document.issuing_state.as_str(),
    ) != ("ID", "FRA")
    {
        return Err(GenerateError::DocumentCode);
    }
    let absent = [
        ("nationality", document.nationality.is_empty()),
        ("expiry_date", document.expiry_date == Date::default()),
        ("optional2", document.optional2.is_empty()),
    ];
    if let Some((field, _)) = absent.into_iter().find(|(_, absent)| !absent) {
        return Err(GenerateError::TooLong { field });
    }
    if !matches!(document.sex, 'M' | 'F' | '<') {
        return Err(GenerateError::Character { field: "sex" });
    }
    let surname = names::identifier("surname", &document.surname)?;
    if surname.is_empty() {
        return Err(GenerateError::Missing { field: "surname" });
    }
    let given: Vec<String> = document
        .given_names
        .split(',')
        .map(|given| names::identifier("given_names", given))
        .collect::<Result<_, _>>()?;
    let office = fitting(
        "optional1",
        optional("optional1", &document.optional1)?,
        OFFICE,
    )?;
    let number = text(
        "document_number",
        &document.document_number,
        is_letter_or_digit,
    )?;
    let number = fitting("document_number", number, NUMBER)?;
    let birth = date("birth_date", document.birth_date)?;
    let first = format!(
        "IDFRA{:<<25}{office:<<6}",
        names::fit(&surname, SURNAME.len())
    );
    let before = format!(
        "{number:<<12}{}{:<<14}{birth}{}{}",
        digit_of(number),
        names::fit(&given.join(PARTING), GIVEN_NAMES.len()),
        digit_of(&birth),
        document.sex,
    );
    let composite = digit_of(&format!("{first}{before}"));
    Ok(vec![first, format!("{before}{composite}")])
}

fn fitting<'a>(field: &'static str, text: &'a str, span: Span) -> Result<&'a str, GenerateError> {
    if text.len() > span.len() {
        return Err(GenerateError::TooLong { field });
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, parse};

    fn card() -> Document {
        Document {
            document_code: "ID".to_owned(),
            issuing_state: "FRA".to_owned(),
            document_number: "050392100042".to_owned(),
            birth_date: Date::new(1984, 7, 14),
            sex: 'F',
            surname: "Martin-Roche".to_owned(),
            given_names: "Jeanne, Léa".to_owned(),
            optional1: "92C021".to_owned(),
            ..Document::new(Format::FrenchCard)
        }
    }

    #[test]
    fn every_element_is_read() {
        let lines = generate(&card()).expect("lines");
        let mrz = parse(&lines).expect("a zone");
        assert_eq!(mrz.format, Format::FrenchCard);
        assert!(mrz.valid());
        let fields = &mrz.fields;
        assert_eq!(fields.document_code, "ID");
        assert_eq!(fields.issuing_state, "FRA");
        assert_eq!(fields.document_number, "050392100042");
        assert_eq!(fields.surname, "MARTIN ROCHE");
        assert_eq!(fields.given_names, "JEANNE, LEA");
        assert_eq!(fields.birth_date, "840714");
        assert_eq!(fields.sex, "F");
        assert_eq!(fields.optional1, "92C021");
        assert_eq!(fields.expiry_date, "");
        assert_eq!(fields.nationality, "");
        assert!(!fields.names_truncated);
        assert_eq!(mrz.checks.expiry_date, None);
    }

    #[test]
    fn the_lines_of_a_published_specimen() {
        let lines = [
            "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<",
            "8806923102858CORINNE<<<<<<<6512068F6",
        ];
        let mrz = parse(&lines).expect("a zone");
        assert!(mrz.valid());
        assert_eq!(mrz.fields.document_number, "880692310285");
        assert_eq!(mrz.fields.given_names, "CORINNE");
        assert_eq!(mrz.fields.optional1, "");
    }

    #[test]
    fn each_check_digit_is_looked_at() {
        let lines = generate(&card()).expect("lines");
        let changed = |line: usize, column: usize, to: &str| {
            let mut lines = lines.clone();
            lines[line].replace_range(column..=column, to);
            parse(&lines).expect("a zone").checks
        };
        assert!(!changed(1, 2, "9").document_number);
        assert!(!changed(1, 28, "9").birth_date);
        assert_eq!(changed(0, 5, "N").composite, Some(false));
        assert_eq!(changed(1, 34, "M").composite, Some(false));
    }

    #[test]
    fn names_that_fill_their_room_may_be_cut() {
        let document = Document {
            given_names: "Marie-Catherine, Eugenie".to_owned(),
            ..card()
        };
        let mrz = parse(&generate(&document).expect("lines")).expect("a zone");
        assert!(mrz.fields.names_truncated);
        assert!(mrz.valid());
    }

    #[test]
    fn what_it_has_no_room_for_is_refused() {
        let document = Document {
            nationality: "FRA".to_owned(),
            ..card()
        };
        assert_eq!(
            generate(&document),
            Err(GenerateError::TooLong {
                field: "nationality"
            })
        );
    }
}
