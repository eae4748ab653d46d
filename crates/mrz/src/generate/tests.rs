use super::*;

fn specimen(format: Format) -> Document {
    let visa = matches!(format, Format::MrvA | Format::MrvB);
    Document {
        document_code: if visa { "V" } else { "I" }.to_owned(),
        issuing_state: "UTO".to_owned(),
        document_number: "D23145890".to_owned(),
        nationality: "UTO".to_owned(),
        birth_date: Date::new(1974, 8, 12),
        sex: 'F',
        expiry_date: Date::new(2012, 4, 15),
        surname: "Eriksson".to_owned(),
        given_names: "Anna Maria".to_owned(),
        ..Document::new(format)
    }
}

#[test]
fn the_specimens_of_the_standard() {
    assert_eq!(
        generate(&specimen(Format::Td1)).expect("lines"),
        [
            "I<UTOD231458907<<<<<<<<<<<<<<<",
            "7408122F1204159UTO<<<<<<<<<<<6",
            "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"
        ]
    );
    assert_eq!(
        generate(&specimen(Format::Td2)).expect("lines"),
        [
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<",
            "D231458907UTO7408122F1204159<<<<<<<6"
        ]
    );
    let passport = Document {
        document_code: "P".to_owned(),
        document_number: "L898902C3".to_owned(),
        optional1: "ZE184226B".to_owned(),
        ..specimen(Format::Td3)
    };
    assert_eq!(
        generate(&passport).expect("lines"),
        [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
        ]
    );
    let visa = Document {
        document_number: "L8988901C".to_owned(),
        nationality: "XXX".to_owned(),
        birth_date: Date::new(1940, 9, 7),
        expiry_date: Date::new(1996, 12, 10),
        optional1: "6ZE184226B".to_owned(),
        ..specimen(Format::MrvA)
    };
    assert_eq!(
        generate(&visa).expect("lines"),
        [
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"
        ]
    );
}

#[test]
fn a_long_number_of_an_identity_card() {
    let document = Document {
        document_number: "D23145890734".to_owned(),
        birth_date: Date::new(1934, 7, 12),
        sex: 'M',
        expiry_date: Date::new(1995, 7, 12),
        surname: "Stevenson".to_owned(),
        given_names: "Peter John".to_owned(),
        ..specimen(Format::Td1)
    };
    assert_eq!(
        generate(&document).expect("lines"),
        [
            "I<UTOD23145890<7349<<<<<<<<<<<",
            "3407127M9507122UTO<<<<<<<<<<<2",
            "STEVENSON<<PETER<JOHN<<<<<<<<<"
        ]
    );
}

#[test]
fn unknown_dates_are_fillers() {
    let document = Document {
        birth_date: Date {
            year: Some(1974),
            ..Date::default()
        },
        expiry_date: Date::default(),
        ..specimen(Format::Td2)
    };
    let lines = generate(&document).expect("lines");
    assert_eq!(&lines[1][13..28], "74<<<<1F<<<<<<0");
}

#[test]
fn what_does_not_fit_is_refused() {
    let refused = |change: fn(&mut Document), format| {
        let mut document = specimen(format);
        change(&mut document);
        generate(&document).expect_err("refused")
    };
    assert_eq!(
        refused(
            |document| document.document_number = "1234567890".to_owned(),
            Format::Td3
        ),
        GenerateError::TooLong {
            field: "document_number"
        }
    );
    assert_eq!(
        refused(
            |document| document.document_number = "1".repeat(23),
            Format::Td1
        ),
        GenerateError::TooLong {
            field: "document_number"
        }
    );
    assert_eq!(
        refused(
            |document| document.document_number = "12 34".to_owned(),
            Format::Td1
        ),
        GenerateError::Character {
            field: "document_number"
        }
    );
    assert_eq!(
        refused(|document| document.document_number.clear(), Format::Td1),
        GenerateError::Missing {
            field: "document_number"
        }
    );
    assert_eq!(
        refused(|document| document.optional2 = "1".to_owned(), Format::Td3),
        GenerateError::TooLong { field: "optional2" }
    );
    assert_eq!(
        refused(|document| document.optional1 = "1".repeat(9), Format::MrvB),
        GenerateError::TooLong { field: "optional1" }
    );
    assert_eq!(
        refused(
            |document| document.document_code = "V".to_owned(),
            Format::Td2
        ),
        GenerateError::DocumentCode
    );
    assert_eq!(
        refused(|document| document.sex = 'X', Format::Td2),
        GenerateError::Character { field: "sex" }
    );
    assert_eq!(
        refused(
            |document| document.expiry_date = Date::new(2031, 2, 29),
            Format::Td2
        ),
        GenerateError::Date {
            field: "expiry_date"
        }
    );
}
