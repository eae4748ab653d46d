//! What holds for every machine readable zone, not only for the specimens.

use mrz::{Date, Document, Format, NameMatch, compare_names, generate, parse, transliterate};
use proptest::prelude::*;

fn format() -> impl Strategy<Value = Format> {
    prop::sample::select(Format::ALL.to_vec())
}

fn date() -> impl Strategy<Value = Date> {
    (any::<bool>(), 0u16..100, 1u8..=12, 1u8..=28, 0u8..=3).prop_map(
        |(this_century, year, month, day, known)| Date {
            year: (known >= 1).then_some(if this_century { 2000 } else { 1900 } + year),
            month: (known >= 2).then_some(month),
            day: (known >= 3).then_some(day),
        },
    )
}

prop_compose! {
    /// A document of any format whose names fit, so that all of it comes back.
    fn document()(format in format())(
        format in Just(format),
        kind in match format {
            Format::MrvA | Format::MrvB => "V[A-Z]?",
            Format::FrenchCard => "ID",
            _ => "[ACIP][A-Z]?",
        },
        issuing_state in prop::sample::select(match format {
            Format::FrenchCard => vec!["FRA"],
            _ => vec!["UTO", "D", "GBR", "XXA", "DZA"],
        }),
        nationality in prop::sample::select(match format {
            Format::FrenchCard => vec![""],
            _ => vec!["UTO", "D", "GBN", "XXB", "QAT"],
        }),
        document_number in match format {
            Format::Td1 => "[A-Z0-9]{1,22}",
            Format::Td2 => "[A-Z0-9]{1,14}",
            Format::FrenchCard => "[A-Z0-9]{1,12}",
            Format::Td3 | Format::MrvA | Format::MrvB => "[A-Z0-9]{1,9}",
        },
        birth_date in date(),
        expiry_date in date().prop_map(move |date| match format {
            Format::FrenchCard => Date::default(),
            _ => date,
        }),
        sex in prop::sample::select(vec!['M', 'F', '<']),
        surname in "[A-Z]{1,6}( [A-Z]{1,5})?",
        given_names in match format {
            Format::FrenchCard => "([A-Z]{1,4}(, [A-Z]{1,7})?)?",
            _ => "([A-Z]{1,6}( [A-Z]{1,7})?)?",
        },
        optional1 in "([A-Z0-9]{0,3}[A-Z0-9<][A-Z0-9])?",
        optional2 in if format == Format::Td1 { "([A-Z0-9<]{0,10}[A-Z0-9])?" } else { "" },
    ) -> Document {
        // A long number leaves less room for other optional data.
        let optional1 = if document_number.len() > 9 { String::new() } else { optional1 };
        Document {
            document_code: kind,
            issuing_state: issuing_state.to_owned(),
            document_number,
            nationality: nationality.to_owned(),
            birth_date,
            sex,
            expiry_date,
            surname,
            given_names,
            optional1,
            optional2,
            ..Document::new(format)
        }
    }
}

/// Lines with the character at this place changed.
fn with(lines: &[String], (line, column): (usize, usize), to: char) -> Vec<String> {
    let mut lines = lines.to_vec();
    lines[line].replace_range(column..=column, &to.to_string());
    lines
}

fn character(lines: &[String], (line, column): (usize, usize)) -> char {
    char::from(lines[line].as_bytes()[column])
}

/// Line, first column and length of document number, birth date and expiry date; in place of the last,
/// the check digit of the French card, which has none.
fn checked_fields(format: Format) -> [(usize, usize, usize); 3] {
    match format {
        Format::FrenchCard => [(1, 0, 12), (1, 27, 6), (1, 35, 1)],
        Format::Td1 => [(0, 5, 9), (1, 0, 6), (1, 8, 6)],
        _ => [(1, 0, 9), (1, 13, 6), (1, 21, 6)],
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(document in document()) {
        let lines = generate(&document).expect("a document that fits");
        let mrz = parse(&lines).expect("a machine readable zone");
        prop_assert!(mrz.valid());
        prop_assert_eq!(mrz.format, document.format);
        let fields = &mrz.fields;
        prop_assert_eq!(&fields.document_code, &document.document_code);
        prop_assert_eq!(&fields.issuing_state, &document.issuing_state);
        prop_assert_eq!(&fields.document_number, &document.document_number);
        prop_assert_eq!(&fields.nationality, &document.nationality);
        prop_assert_eq!(&fields.birth_date, &document.birth_date.to_mrz());
        prop_assert_eq!(&fields.sex, &document.sex.to_string());
        if document.format == Format::FrenchCard {
            prop_assert_eq!(&fields.expiry_date, "");
        } else {
            prop_assert_eq!(&fields.expiry_date, &document.expiry_date.to_mrz());
        }
        prop_assert_eq!(&fields.surname, &document.surname);
        prop_assert_eq!(&fields.given_names, &document.given_names);
        prop_assert_eq!(&fields.optional1, &document.optional1);
        prop_assert_eq!(&fields.optional2, &document.optional2);
        prop_assert!(!fields.names_truncated);
    }

    #[test]
    fn dates_come_back_whole(document in document()) {
        let mrz = parse(&generate(&document).expect("lines")).expect("a zone");
        let born = mrz::birth_date(&mrz.fields, (2099, 12, 31));
        prop_assert_eq!(born.month, document.birth_date.month);
        prop_assert_eq!(born.day, document.birth_date.day);
        prop_assert_eq!(born.year.map(|year| year % 100), document.birth_date.year.map(|year| year % 100));
        let year = document.expiry_date.year.unwrap_or(2026);
        let expires = mrz::expiry_date(&mrz.fields, (year, 6, 15));
        prop_assert!(expires == document.expiry_date);
    }

    #[test]
    fn long_names_are_cut_at_a_letter(
        format in format().prop_filter("has its own room", |format| *format != Format::FrenchCard),
        surname in "[A-Z]{2,12}( [A-Z]{2,12}){0,3}",
        given_names in "[A-Z]{20,40}( [A-Z]{1,9}){1,3}",
    ) {
        let visa = matches!(format, Format::MrvA | Format::MrvB);
        let document = Document {
            document_code: if visa { "V" } else { "P" }.to_owned(),
            issuing_state: "UTO".to_owned(),
            nationality: "UTO".to_owned(),
            document_number: "1".to_owned(),
            surname: surname.clone(),
            given_names: given_names.clone(),
            ..Document::new(format)
        };
        let fields = parse(&generate(&document).expect("lines")).expect("a zone").fields;
        let room = if format == Format::Td1 { 30 } else { format.line_length() - 5 };
        prop_assert_eq!(fields.names_truncated, surname.len() + 2 + given_names.len() >= room);
        prop_assert!(!fields.surname.is_empty() && !fields.given_names.is_empty());
        prop_assert!(surname.starts_with(&fields.surname[..1]));
    }

    #[test]
    fn another_digit_in_a_checked_field_is_noticed(
        document in document(),
        field in 0usize..3,
        place in any::<prop::sample::Index>(),
        other in prop::char::range('0', '9'),
    ) {
        let lines = generate(&document).expect("lines");
        let (line, column, length) = checked_fields(document.format)[field];
        let place = (line, column + place.index(length));
        let printed = character(&lines, place);
        if printed.is_ascii_digit() && printed != other {
            let mrz = parse(&with(&lines, place, other)).expect("a zone");
            prop_assert!(!mrz.valid());
        }
    }

    #[test]
    fn any_text_is_read_or_refused(lines in prop::collection::vec(".{0,50}", 0..5)) {
        let format = Format::of(&lines);
        prop_assert!(format.is_some() || parse(&lines).is_err());
    }

    #[test]
    fn any_lines_of_the_right_shape_are_read(
        lines in format().prop_flat_map(|format| {
            let line = match format.line_length() {
                30 => "[A-Z0-9<]{30}",
                36 => "[A-Z0-9<]{36}",
                _ => "[A-Z0-9<]{44}",
            };
            prop::collection::vec(line, format.line_count())
        }),
    ) {
        let mrz = parse(&lines).expect("a zone");
        let _ = mrz::birth_date(&mrz.fields, (2026, 11, 22));
        let _ = mrz::expiry_date(&mrz.fields, (2026, 11, 22));
    }

    #[test]
    fn a_name_matches_its_transliteration(name in "[A-Za-zäöüßåæøñéèçşğıłžšþð'’ -]{1,30}") {
        let written = transliterate(&name);
        prop_assert!(written.chars().all(|character| character == ' ' || character.is_ascii_uppercase()));
        prop_assert_eq!(transliterate(&written), written.clone());
        if !written.is_empty() {
            prop_assert_eq!(compare_names(&name, &written), NameMatch::Full);
        }
    }

    #[test]
    fn any_names_can_be_compared(printed in ".{0,40}", mrz in ".{0,40}") {
        let _ = compare_names(&printed, &mrz);
    }
}
