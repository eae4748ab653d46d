//! What finds that a field was changed.

use national::line;
use national::number::{ALL, Date, Holder, Number, Scheme, Sex};

use super::{head, row};

/// A line of each kind on driving licences, all of specimens that their states publish.
const LINES: [&[&str]; 3] = [
    &["D1FRA13AA000026181231MARTIN<<9"],
    &["D1NLD15094962111659VW87Z78NB84"],
    &[
        "AAA001D<<",
        "FACHE305142128097<<800126<<<<<",
        "FAVRAT<<ESTELLE<<<<<<<<<<<<<<<",
    ],
];

/// A field in the ways of finding its change.
struct Finders {
    field: &'static str,
    /// Whether it is compared between print and zone or barcode.
    is_compared: bool,
    /// Whether a check digit of its own is in zones (ICAO Doc 9303-3, 4.9); that proves reading, not truth.
    has_check_digit: bool,
    in_line: fn(&line::Line) -> bool,
    in_number: fn(&Number) -> bool,
}

const FIELDS: [Finders; 7] = [
    Finders {
        field: "number",
        is_compared: true,
        has_check_digit: true,
        in_line: |line| line.number.is_some(),
        in_number: |_| false,
    },
    Finders {
        field: "surname",
        is_compared: true,
        has_check_digit: false,
        in_line: |line| line.surname.is_some(),
        in_number: |number| number.surname.is_some(),
    },
    Finders {
        field: "given names",
        is_compared: true,
        has_check_digit: false,
        in_line: |line| line.given_names.is_some(),
        in_number: |number| number.given_names.is_some(),
    },
    Finders {
        field: "date of birth",
        is_compared: true,
        has_check_digit: true,
        in_line: |line| line.birth.is_some(),
        in_number: |number| number.birth.is_some(),
    },
    Finders {
        field: "date of expiry",
        is_compared: true,
        has_check_digit: true,
        in_line: |line| line.expiry.is_some(),
        in_number: |_| false,
    },
    Finders {
        field: "country",
        is_compared: true,
        has_check_digit: false,
        in_line: |_| false,
        in_number: |_| false,
    },
    Finders {
        field: "sex",
        is_compared: false,
        has_check_digit: false,
        in_line: |_| false,
        in_number: |number| number.sex.is_some(),
    },
];

pub(super) fn write(page: &mut String) {
    page.push_str(
        "\n## What finds a changed field\n\nA contradiction turns a document away; so does a field that \
         was not found. A check digit shows that a zone was\nread right, or changed without its digit: \
         anybody can compute another.\n\n",
    );
    head(
        page,
        &[
            "field",
            "print beside zone or barcode",
            "check digit in zones",
            "line of the licence of",
            "national number of",
        ],
    );
    let lines = LINES.map(|texts| line::read(texts.iter().copied()).unwrap().unwrap());
    for finders in &FIELDS {
        let lines = lines.iter().filter(|line| (finders.in_line)(line));
        let lines = lines.map(|line| match line.country {
            "CHE" => "CHE, LIE",
            country => country,
        });
        let schemes = ALL.iter().filter(|scheme| {
            let number = number_of(scheme);
            number.is_some_and(|number| (finders.in_number)(&number))
        });
        let countries = schemes.flat_map(|scheme| scheme.countries.iter().copied());
        row(
            page,
            &[
                finders.field,
                yes(finders.is_compared),
                yes(finders.has_check_digit),
                &listed(lines),
                &listed(countries),
            ],
        );
    }
    page.push_str(
        "\nA photo on a document is compared with the selfie alone, where one is asked for. What only print \
         has, as an address,\nis compared with nothing.\n",
    );
}

fn yes(holds: bool) -> &'static str {
    if holds { "yes" } else { "–" }
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    if names.is_empty() {
        "–".to_owned()
    } else {
        names.join(", ")
    }
}

/// A number of the scheme, with all that it says of its holder.
fn number_of(scheme: &Scheme) -> Option<Number> {
    let holder = Holder {
        birth: Some(Date {
            year: 1974,
            month: 8,
            day: 12,
        }),
        sex: Some(Sex::Female),
        surname: vec!["MARTIN".to_owned()],
        given_names: vec!["ANNA MARIA".to_owned()],
    };
    let made = (1..100).find_map(|serial| scheme.make(&holder, serial));
    scheme.read(&made?)
}

#[test]
fn what_is_compared_is_what_the_agreement_compares() {
    let compared = FIELDS.iter().filter(|finders| finders.is_compared);
    let names = compared.map(|finders| finders.field);
    let mut fields = crate::agreement::Field::ALL.map(crate::agreement::Field::name);
    fields[0] = "number";
    assert!(names.eq(fields));
}

#[test]
fn every_scheme_has_a_number_to_tell_by() {
    for scheme in ALL {
        assert!(number_of(scheme).is_some(), "{scheme:?}");
    }
}
