//! Each field of a zone or a barcode has to be found in print, whatever the document.

use identity::{DocumentType, Reason, Verdict};
use observation::DocumentObservation;

use crate::Policy;
use crate::agreement::Field;
use crate::decide;
use crate::samples::{Sample, judge, request};

/// A document that is photographed from one side or two, and its type.
type Shown = fn(&Sample) -> (DocumentObservation, Option<DocumentObservation>);

fn documents() -> [(&'static str, Sample, Shown); 5] {
    [
        ("passport", Sample::passport(), |s| (s.whole(), None)),
        ("card", Sample::id_card(), |s| (s.front(), Some(s.back()))),
        ("card of one side", Sample::id_card(), |s| (s.whole(), None)),
        ("licence", Sample::license(), |s| {
            (s.front(), Some(s.barcode_side("DL")))
        }),
        ("American card", identification(), |s| {
            (s.front(), Some(s.barcode_side("ID")))
        }),
    ]
}

fn identification() -> Sample {
    let mut sample = Sample::license();
    sample.viz.title = "IDENTIFICATION CARD".to_owned();
    sample
}

fn is_verified(sample: &Sample, shown: Shown, policy: &Policy) -> bool {
    let (front, back) = shown(sample);
    let asked = request(&front, back.as_ref(), None);
    decide(&asked, policy).verdict == Verdict::Verified
}

fn without_in_viz(sample: &mut Sample, field: Field) {
    let viz = &mut sample.viz;
    let value = match field {
        Field::Number => &mut viz.number,
        Field::Surname => &mut viz.surname,
        Field::GivenNames => &mut viz.given_names,
        Field::BirthDate => &mut viz.birth_date,
        Field::ExpiryDate => &mut viz.expiry_date,
        Field::Country => &mut viz.country,
    };
    value.clear();
}

#[test]
fn what_is_not_found_asks_for_another_picture_and_is_named() {
    for (name, genuine, shown) in documents() {
        assert!(is_verified(&genuine, shown, Policy::shipped()), "{name}");
        for (field, word) in [
            (Field::Number, "number"),
            (Field::Surname, "surname"),
            (Field::GivenNames, "given names"),
            (Field::BirthDate, "date of birth"),
            (Field::ExpiryDate, "until when"),
            (Field::Country, "country"),
        ] {
            let mut sample = genuine.clone();
            without_in_viz(&mut sample, field);
            let (front, back) = shown(&sample);
            if field == Field::Country
                && back.as_ref().is_some_and(|back| !back.barcodes.is_empty())
            {
                continue;
            }
            let outcome = judge(&request(&front, back.as_ref(), None));
            let Verdict::Failed(error) = outcome.verdict else {
                panic!("{name} is verified without {word}");
            };
            let reason = error.reason.english();
            assert!(reason.contains(word), "{name}: {reason}");
            assert!(reason.contains("new picture"), "{reason}");
        }
    }
}

/// Makes a zone or a barcode say something else.
type Change = fn(&mut mrz::Document);

/// What somebody else's zone or barcode says of one field.
fn changes() -> Vec<(&'static str, Change)> {
    vec![
        ("surname", |z| z.surname = "HARGREAVE".to_owned()),
        ("surname", |z| z.surname.insert(1, 'K')),
        ("surname", |z| z.surname = "HARBOUR".to_owned()),
        ("surname", |z| z.surname.push_str(" HARGREAVE")),
        ("given names", |z| z.given_names = "LENA MARIE".to_owned()),
        ("given names", |z| z.given_names = "Anna".to_owned()),
        ("given names", |z| z.given_names = "Anna Mariana".to_owned()),
        ("given names", |z| z.given_names.clear()),
        ("number", |z| z.document_number = "P84291754".to_owned()),
        ("number", |z| z.document_number = "P8429175".to_owned()),
        ("number", |z| z.document_number = "84291753".to_owned()),
        ("number", |z| z.document_number = "X11223344".to_owned()),
        ("birth", |z| z.birth_date = mrz::Date::new(1984, 8, 12)),
        ("birth", |z| z.birth_date = mrz::Date::new(1974, 8, 13)),
        ("birth", |z| z.birth_date = mrz::Date::new(2000, 4, 15)),
        ("expiry", |z| z.expiry_date = mrz::Date::new(2031, 4, 15)),
        ("expiry", |z| z.expiry_date = mrz::Date::new(2030, 4, 16)),
    ]
}

#[test]
fn nothing_is_verified_that_print_denies() {
    for (name, genuine, shown) in documents() {
        for labels in [true, false] {
            let mut printed = genuine.clone();
            printed.viz.labels = labels;
            assert!(is_verified(&printed, shown, Policy::shipped()), "{name}");
            for (field, change) in changes() {
                let mut sample = printed.clone();
                change(&mut sample.mrz);
                let verified = is_verified(&sample, shown, Policy::shipped());
                assert!(!verified, "{name} with another {field}, labels: {labels}");
            }
        }
    }
}

#[test]
fn another_country_in_zone_or_barcode_is_not_verified() {
    for mut sample in [Sample::passport(), Sample::id_card()] {
        for state in ["FRA", "NOR", "UTO", "D"] {
            sample.mrz.issuing_state = state.to_owned();
            let picture = sample.whole();
            let outcome = judge(&request(&picture, None, None));
            assert_ne!(outcome.verdict, Verdict::Verified, "{state}");
        }
    }
    let licence = Sample::license();
    let front = licence.front();
    for (from, to) in [
        ("DCGUSA", "DCGCAN"),
        ("DCGUSA", "DCGFRA"),
        ("ANSI 636014", "ANSI 636012"),
    ] {
        let mut back = licence.barcode_side("DL");
        let text = back.barcodes[0].text.take().unwrap().replace(from, to);
        back.barcodes[0].bytes = text.clone().into_bytes();
        back.barcodes[0].text = Some(text);
        let outcome = judge(&request(&front, Some(&back), None));
        assert_ne!(outcome.verdict, Verdict::Verified, "{to}");
    }
}

#[test]
fn an_american_card_need_not_name_its_country_but_may_name_no_other() {
    for (country, is_fine) in [
        ("VERANDA", true),
        ("", true),
        ("CANADA", false),
        ("NORGE", false),
    ] {
        let mut licence = Sample::license();
        country.clone_into(&mut licence.viz.country);
        let shown: Shown = |s| (s.front(), Some(s.barcode_side("DL")));
        assert_eq!(
            is_verified(&licence, shown, Policy::shipped()),
            is_fine,
            "{country}"
        );
    }
}

#[test]
fn what_the_person_announced_is_what_they_have_to_show() {
    let page = Sample::passport().whole();
    let mut asked = request(&page, None, None);
    for (declared, code) in [
        (DocumentType::Passport, None),
        (
            DocumentType::IdCard,
            Some(identity::ErrorCode::DocumentTypeNotSupported),
        ),
    ] {
        asked.declared_type = Some(declared);
        let error = match judge(&asked).verdict {
            Verdict::Verified => None,
            Verdict::Failed(error) => Some(error),
        };
        assert_eq!(error.as_ref().map(|error| error.code), code);
        if let Some(error) = error {
            assert_eq!(error.reason, Reason::OtherDocumentThanChosen);
        }
    }
}
