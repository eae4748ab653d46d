//! Writes the zone of the French national identity card of 1988 to 2021.

use super::{Document, GenerateError, date, digit_of, is_letter_or_digit, names, optional, text};
use crate::Date;
use crate::layout::Span;
use crate::layout::french_card::{GIVEN_NAMES, NUMBER, OFFICE, PARTING, SURNAME};

/// Writes the lines, with all check digits. Names that don't fit are cut as [`crate::generate()`] cuts
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
