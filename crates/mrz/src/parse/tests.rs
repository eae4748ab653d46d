use super::*;

const TD3: [&str; 2] = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
];
const TD1: [&str; 3] = [
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
];
const TD2: [&str; 2] = [
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<",
    "D231458907UTO7408122F1204159<<<<<<<6",
];
const MRV_A: [&str; 2] = [
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
];
const MRV_B: [&str; 2] = [
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<",
    "L8988901C4XXX4009078F9612109<<<<<<<<",
];

fn read(lines: &[&str]) -> Mrz {
    parse(lines).expect("a machine readable zone")
}

/// The specimen with one character changed.
fn changed(lines: &[&str], line: usize, column: usize, to: &str) -> Mrz {
    let mut lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    lines[line].replace_range(column..=column, to);
    parse(&lines).expect("a machine readable zone")
}

#[test]
fn the_passport_specimen() {
    let mrz = read(&TD3);
    assert!(mrz.valid());
    assert_eq!(mrz.format, Format::Td3);
    let fields = mrz.fields;
    assert_eq!(fields.document_code, "P");
    assert_eq!(fields.issuing_state, "UTO");
    assert_eq!(fields.surname, "ERIKSSON");
    assert_eq!(fields.given_names, "ANNA MARIA");
    assert_eq!(fields.document_number, "L898902C3");
    assert_eq!(fields.nationality, "UTO");
    assert_eq!(fields.birth_date, "740812");
    assert_eq!(fields.sex, "F");
    assert_eq!(fields.expiry_date, "120415");
    assert_eq!(fields.optional1, "ZE184226B");
    assert_eq!(fields.optional2, "");
    assert!(!fields.names_truncated);
}

#[test]
fn every_format_has_its_specimen() {
    for (lines, format, composite, personal_number) in [
        (&TD1[..], Format::Td1, Some(true), None),
        (&TD2, Format::Td2, Some(true), None),
        (&TD3, Format::Td3, Some(true), Some(true)),
        (&MRV_A, Format::MrvA, None, None),
        (&MRV_B, Format::MrvB, None, None),
    ] {
        let mrz = read(lines);
        assert_eq!(mrz.format, format);
        assert!(mrz.valid());
        assert_eq!(mrz.checks.composite, composite);
        assert_eq!(mrz.checks.personal_number, personal_number);
        assert_eq!(mrz.fields.surname, "ERIKSSON");
        assert_eq!(mrz.fields.given_names, "ANNA MARIA");
        assert_eq!(mrz.fields.sex, "F");
        assert_eq!(mrz.lines, lines);
    }
    assert_eq!(read(&MRV_A).fields.optional1, "6ZE184226B");
}

#[test]
fn a_long_number_goes_on_in_the_optional_data() {
    let mrz = read(&[
        "I<UTOD23145890<7349<<<<<<<<<<<",
        "3407127M9507122UTO<<<<<<<<<<<2",
        "STEVENSON<<PETER<JOHN<<<<<<<<<",
    ]);
    assert!(mrz.valid());
    assert_eq!(mrz.fields.document_number, "D23145890734");
    assert_eq!(mrz.fields.optional1, "");
}

#[test]
fn the_filler_within_a_long_number_may_count() {
    for (check, composite) in [('8', '6'), ('6', '0')] {
        let mrz = read(&[
            &format!("I<UTOD23145890<812{check}<<<<<<<<<<<"),
            &format!("3407127M9507122UTO<<<<<<<<<<<{composite}"),
            "STEVENSON<<PETER<JOHN<<<<<<<<<",
        ]);
        assert!(mrz.valid(), "{check}");
        assert_eq!(mrz.fields.document_number, "D23145890812");
    }
}

#[test]
fn a_long_number_whose_check_digit_fails_is_no_long_number() {
    let mrz = read(&[
        "I<UTOD23145890<7348<<<<<<<<<<<",
        "3407127M9507122UTO<<<<<<<<<<<2",
        "STEVENSON<<PETER<JOHN<<<<<<<<<",
    ]);
    assert!(!mrz.checks.document_number);
    assert_eq!(mrz.fields.document_number, "D23145890");
    assert_eq!(mrz.fields.optional1, "7348");
}

#[test]
fn each_check_digit_is_looked_at() {
    assert!(!changed(&TD3, 1, 0, "M").checks.document_number);
    assert!(!changed(&TD3, 1, 13, "8").checks.birth_date);
    assert_eq!(changed(&TD3, 1, 21, "2").checks.expiry_date, Some(false));
    assert_eq!(
        changed(&TD3, 1, 28, "Y").checks.personal_number,
        Some(false)
    );
    assert_eq!(changed(&TD3, 1, 43, "1").checks.composite, Some(false));
    assert_eq!(changed(&TD1, 1, 29, "7").checks.composite, Some(false));
    assert_eq!(changed(&TD1, 1, 20, "7").checks.composite, Some(false));
    assert!(!changed(&MRV_B, 1, 9, "5").valid());
}

#[test]
fn an_empty_personal_number_may_have_either_check_digit() {
    for check in ["0", "<"] {
        let line = format!("L898902C36UTO7408122F1204159<<<<<<<<<<<<<<{check}8");
        let checks = read(&[TD3[0], &line]).checks;
        assert_eq!(checks.personal_number, Some(true));
        assert_eq!(checks.composite, Some(true));
    }
    assert_eq!(
        changed(&TD3, 1, 42, "<").checks.personal_number,
        Some(false)
    );
}

#[test]
fn names_in_all_their_shapes() {
    let names = |field: &str| read(&[&format!("P<UTO{field:<<39}"), TD3[1]]).fields;
    let one = names("ARKFREITH");
    assert_eq!(
        (one.surname.as_str(), one.given_names.as_str()),
        ("ARKFREITH", "")
    );
    let many = names("VAN<DER<MUELLEN<<HILDA<ANN");
    assert_eq!(
        (many.surname.as_str(), many.given_names.as_str()),
        ("VAN DER MUELLEN", "HILDA ANN")
    );
    let full = names("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K");
    assert_eq!(full.given_names, "CHAYAPA DEJTHAMRONG K");
    assert!(full.names_truncated);
    let blank = names("<<RAJALAKSHMI");
    assert_eq!(
        (blank.surname.as_str(), blank.given_names.as_str()),
        ("", "RAJALAKSHMI")
    );
    let none = names("");
    assert_eq!((none.surname.as_str(), none.given_names.as_str()), ("", ""));
}

#[test]
fn other_lines_are_refused_without_a_word_of_them() {
    assert_eq!(parse::<&str>(&[]), Err(ParseError::Shape));
    assert_eq!(parse(&TD3[..1]), Err(ParseError::Shape));
    assert_eq!(parse(&[TD3[0], &TD3[1][1..]]), Err(ParseError::Shape));
    let error = parse(&[TD3[0], &TD3[1].to_lowercase()]).expect_err("lower case");
    assert_eq!(error, ParseError::Alphabet { line: 1, column: 0 });
    assert!(!error.to_string().contains("898902"));
    assert_eq!(
        parse(&[TD3[0], &TD3[1].replace('F', "Ä")]),
        Err(ParseError::Alphabet {
            line: 1,
            column: 20
        })
    );
}

#[test]
fn debug_output_has_no_document_text() {
    let debug = format!("{:?} {:?}", read(&TD3), read(&TD3).fields);
    for text in ["ERIKSSON", "ANNA", "L898902C3", "740812"] {
        assert!(!debug.contains(text));
    }
}

#[test]
fn a_zone_may_have_no_date_of_expiry() {
    // As the internal passports of Russia: fillers for the date and for its check digit.
    let mrz = read(&[
        "PNRUS3ERN8EVA<<7LI8<IGOREVNA<<<<<<<<<<<<<<<<",
        "4603187258RUS8509303F<<<<<<<4040417770012<76",
    ]);
    assert_eq!(mrz.checks.expiry_date, None);
    assert!(mrz.valid());
    assert!(changed(&TD3, 1, 27, "<").checks.expiry_date == Some(false));
}

#[test]
fn a_zone_without_a_surname_has_given_names_alone() {
    let names = "P<UTO<<RAJALAKSHMI<<<<<<<<<<<<<<<<<<<<<<<<<<";
    let mrz = read(&[names, TD3[1]]);
    assert!(mrz.valid());
    assert_eq!(mrz.fields.surname, "");
    assert_eq!(mrz.fields.given_names, "RAJALAKSHMI");
}

/// Russian zones write letters of Cyrillic as digits.
#[test]
fn digits_in_names_are_part_of_them() {
    let names = "PNRUSIL9INA<<OL9GA<VASIL9EVNA<<<<<<<<<<<<<<<";
    let mrz = read(&[names, TD3[1]]);
    assert!(mrz.valid());
    assert_eq!(mrz.fields.surname, "IL9INA");
    assert_eq!(mrz.fields.given_names, "OL9GA VASIL9EVNA");
}

#[test]
fn three_equal_letters_in_a_row_are_a_name() {
    for surname in ["GROSSSCHAEDL", "XXX"] {
        let names = format!("P<UTO{surname}<<ANNA{:<<1$}", "", 33 - surname.len());
        let mrz = read(&[&names, TD3[1]]);
        assert!(mrz.valid(), "{names}");
        assert_eq!(mrz.fields.surname, surname);
    }
}

#[test]
fn a_document_code_stays_as_it_is_written() {
    let mrz = read(&["DLUTOD231458907<<<<<<<<<<<<<<<", TD1[1], TD1[2]]);
    assert!(mrz.valid());
    assert_eq!(mrz.fields.document_code, "DL");
}
