use identity::{DocumentType, ErrorCode, Mode, Verdict};
use observation::DocumentObservation;

use crate::Outcome;
use crate::samples::{
    blank, european_licence, european_rows, face, judge, line, other_photograph, request, selfie,
};

fn outcome(front: &DocumentObservation) -> Outcome {
    judge(&request(front, None, None))
}

fn with(change: impl Fn(&mut DocumentObservation)) -> Outcome {
    let mut front = european_licence();
    change(&mut front);
    outcome(&front)
}

fn failed(outcome: &Outcome) -> Vec<&str> {
    let findings = outcome.evidence.findings.iter();
    findings
        .filter(|finding| !finding.passed)
        .map(|finding| finding.code.as_str())
        .collect()
}

/// Not verified, and this check says so.
fn refused(outcome: &Outcome) -> bool {
    matches!(&outcome.verdict, Verdict::Failed(error) if error.code == ErrorCode::DocumentUnverifiedOther)
        && failed(outcome).contains(&"template_fields")
}

#[test]
fn a_licence_that_is_read_whole_is_verified_with_what_it_says() {
    let outcome = outcome(&european_licence());
    assert_eq!(outcome.verdict, Verdict::Verified, "{:?}", failed(&outcome));
    let report = &outcome.document;
    assert_eq!(report.document_type, Some(DocumentType::DrivingLicense));
    assert_eq!(report.last_name.as_deref(), Some("BJÖRKLUND"));
    assert_eq!(report.first_name.as_deref(), Some("ANNA MARIA"));
    assert_eq!(report.number.as_deref(), Some("B072RRE2I55"));
    assert_eq!(report.unparsed_place_of_birth.as_deref(), Some("UPPSALA"));
    assert_eq!(report.issued_date.unwrap().year, Some(2020));
    assert_eq!(report.expiration_date.unwrap().year, Some(2030));
    assert_eq!(report.dob.unwrap().day, Some(12));
}

#[test]
fn its_back_is_not_needed_and_does_no_harm_and_the_same_file_twice_does() {
    let front = european_licence();
    assert!(!crate::needs_back(&front));
    let mut back = blank("back");
    back.lines = vec![line("9. 10. 11. 12.", 100.0, 100.0, 30.0, 0.98)];
    let both = judge(&request(&front, Some(&back), None));
    assert_eq!(both.verdict, Verdict::Verified, "{:?}", failed(&both));
    let twice = judge(&request(&front, Some(&front), None));
    assert!(failed(&twice).contains(&"sides_belong_together"));
    assert_ne!(twice.verdict, Verdict::Verified);
}

#[test]
fn every_critical_field_has_to_be_read_without_a_doubt() {
    // Line 0 is the title, the last the categories, which nobody needs.
    for at in 1..=6 {
        assert!(refused(&with(|front| drop(front.lines.remove(at)))), "{at}");
        assert!(
            refused(&with(|front| front.lines[at].confidence = 0.8)),
            "{at}"
        );
    }
    let without_categories = with(|front| drop(front.lines.remove(7)));
    assert_eq!(without_categories.verdict, Verdict::Verified);
}

#[test]
fn a_few_numbers_are_no_licence() {
    let untitled = with(|front| drop(front.lines.remove(0)));
    assert_ne!(untitled.verdict, Verdict::Verified);
    assert_eq!(untitled.document.document_type, None);
    for rows in [
        &["1. APPLES", "2. PEARS", "3. 12.08.1974", "4a. 15.04.2020"][..],
        &[
            "1. BJÖRKLUND",
            "2. ANNA MARIA",
            "3. 12.08.1974 UPPSALA",
            "4b. 14.04.2030",
            "4a. 15.04.2020",
            "5. B072RRE2I55",
        ],
        &[
            "1. BJÖRKLUND",
            "2. 12",
            "3. 12.08.1974 UPPSALA",
            "4a. 15.04.2020",
            "4b. 14.04.2030",
            "5. B072RRE2I55",
        ],
    ] {
        assert!(refused(&outcome(&european_rows(rows))), "{rows:?}");
    }
}

#[test]
fn the_photo_has_to_stand_beside_the_fields() {
    assert!(refused(&with(|front| front.faces[0].bounds.x = 1000.0)));
    assert!(refused(&with(|front| front.faces[0].bounds.height = 40.0)));
    assert!(refused(&with(|front| front.faces.clear())));
    // A selfie that should match it is what a missing photo counts against.
    let mut front = european_licence();
    front.faces.clear();
    let frames = [selfie(vec![other_photograph(&face(1, 300.0))])];
    let outcome = judge(&request(&front, None, Some(&frames)));
    let Verdict::Failed(error) = outcome.verdict else {
        panic!("verified without a photo");
    };
    assert_eq!(error.code, ErrorCode::SelfieDocumentMissingPhoto);
}

/// As French and German licences have them; a face that is beside the other fields is no photo then
/// either.
#[test]
fn categories_may_stand_below_the_photo() {
    let mut front = european_licence();
    front.lines[7] = line("9. AM/B", 60.0, 610.0, 32.0, 0.98);
    let below = outcome(&front);
    assert_eq!(below.verdict, Verdict::Verified, "{:?}", failed(&below));
    front.faces[0].bounds.x = 1000.0;
    assert!(refused(&outcome(&front)));
}

#[test]
fn marks_around_names_are_not_part_of_them() {
    let outcome = with(|front| {
        front.lines[1] = line("1. “BJÖRKLUND”·", 500.0, 120.0, 32.0, 0.98);
        front.lines[2] = line("2. [ANNA MARIA]", 500.0, 190.0, 32.0, 0.98);
    });
    assert_eq!(outcome.document.last_name.as_deref(), Some("BJÖRKLUND"));
    assert_eq!(outcome.document.first_name.as_deref(), Some("ANNA MARIA"));
}

#[test]
fn dates_have_to_be_possible_together() {
    let dated = |birth: &str, issued: &str, expires: &str| {
        outcome(&european_rows(&[
            "1. BJÖRKLUND",
            "2. ANNA MARIA",
            &format!("3. {birth} UPPSALA"),
            &format!("4a. {issued}"),
            &format!("4b. {expires}"),
            "5. B072RRE2I55",
        ]))
    };
    let fine = dated("12.08.2004", "12.08.2020", "14.04.2030");
    assert_eq!(fine.verdict, Verdict::Verified, "{:?}", failed(&fine));
    // Read with its number, the first would be a date with the month in front.
    let ambiguous = dated("25.11.1960", "08.11.2020", "08.10.2030");
    assert_eq!(ambiguous.document.issued_date.unwrap().month, Some(11));
    assert!(refused(&dated("13.08.2004", "12.08.2020", "14.04.2030")));
    assert!(refused(&dated("12.08.1974", "14.04.2030", "14.04.2030")));
    assert!(refused(&dated("12.08.1974", "25.11.2026", "14.04.2030")));
    assert!(refused(&dated("31.02.1974", "12.08.2020", "14.04.2030")));
    let expired = dated("12.08.1974", "12.08.2010", "12.08.2020");
    assert_eq!(
        expired.document.error.unwrap().code,
        ErrorCode::DocumentExpired
    );
}

#[test]
fn a_dash_stands_for_a_name_that_somebody_does_not_have() {
    let named = |surname: &str, given: &str| {
        outcome(&european_rows(&[
            &format!("1. {surname}"),
            &format!("2. {given}"),
            "3. 12.08.1974 UPPSALA",
            "4a. 15.04.2020",
            "4b. 14.04.2030",
            "5. B072RRE2I55",
        ]))
    };
    let mononym = named("SUHARTO", "-");
    assert_eq!(mononym.verdict, Verdict::Verified, "{:?}", failed(&mononym));
    assert_eq!(mononym.document.first_name, None);
    assert!(refused(&named("-", "-")));
}

#[test]
fn a_specimen_is_one_in_print_too() {
    let mut front = european_licence();
    front
        .lines
        .push(line("REPUBLIC OF UTOPIA", 500.0, 0.0, 30.0, 0.98));
    let mut asked = request(&front, None, None);
    let live = judge(&asked);
    assert!(failed(&live).contains(&"issuer"));
    assert_ne!(live.verdict, Verdict::Verified);
    asked.mode = Mode::Test;
    assert_eq!(judge(&asked).verdict, Verdict::Verified);
    let town = with(|front| front.lines[3].text = "3. 12.08.1974 UTOPIA".to_owned());
    assert_eq!(town.verdict, Verdict::Verified, "{:?}", failed(&town));
}
