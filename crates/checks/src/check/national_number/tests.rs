use identity::{Reason, Verdict};
use national::number::{self, Holder};
use observation::DocumentObservation;

use crate::Outcome;
use crate::samples::{Sample, european_rows, judge, outcome, request};

/// The finding, and whether the document is verified.
fn found(outcome: &Outcome) -> (bool, bool, Option<Reason>) {
    let mut findings = outcome.evidence.findings.iter();
    let finding = findings
        .find(|finding| finding.code.as_str() == "national_number")
        .unwrap();
    let verified = outcome.verdict == Verdict::Verified;
    (finding.passed, verified, finding.person.clone())
}

/// A licence of Anna Maria Björklund, born 12 August 1974, under this title and with these numbers.
fn licence(title: &str, personal: &str, number: &str) -> DocumentObservation {
    let mut seen = european_rows(&[
        "1. BJÖRKLUND",
        "2. ANNA MARIA",
        "3. 12.08.1974 UPPSALA",
        "4a. 15.04.2020 4c. POLICE",
        &format!("4b. 14.04.2030 4d. {personal}"),
        &format!("5. {number}"),
        "9. AM/B",
    ]);
    title.clone_into(&mut seen.lines[0].text);
    seen
}

fn judged(title: &str, personal: &str, number: &str) -> (bool, bool, Option<Reason>) {
    found(&judge(&request(
        &licence(title, personal, number),
        None,
        None,
    )))
}

const AGREES: (bool, bool, Option<Reason>) = (true, true, None);

fn contradicts() -> (bool, bool, Option<Reason>) {
    (false, false, Some(Reason::Contradiction))
}

/// A number of a scheme for somebody who is born on this day of August 1974.
fn made(country: &str, day: u8) -> String {
    let holder = Holder {
        birth: Some(number::Date {
            year: 1974,
            month: 8,
            day,
        }),
        sex: Some(number::Sex::Female),
        surname: vec!["BJORKLUND".to_owned()],
        given_names: vec!["ANNA MARIA".to_owned()],
    };
    let scheme = number::of(country).next().unwrap();
    (0..50)
        .find_map(|serial| scheme.make(&holder, serial))
        .unwrap()
}

/// Titles of licences that have such a number in field 4d, and the country.
const TITLES: [(&str, &str); 13] = [
    ("KØREKORT DANMARK", "DNK"),
    ("AJOKORTTI SUOMI", "FIN"),
    ("FØRERKORT NORGE", "NOR"),
    ("JUHILUBA EESTI", "EST"),
    ("VADĪTĀJA APLIECĪBA", "LVA"),
    ("VAIRUOTOJO PAŽYMĖJIMAS", "LTU"),
    ("PRAWO JAZDY", "POL"),
    ("ŘIDIČSKÝ PRŮKAZ", "CZE"),
    ("VODIČSKÝ PREUKAZ", "SVK"),
    ("PERMIS DE CONDUCERE", "ROU"),
    ("VEZETŐI ENGEDÉLY", "HUN"),
    ("PERMIS DE CONDUIRE RIJBEWIJS", "BEL"),
    ("PATENTE DI GUIDA", "ITA"),
];

#[test]
fn another_day_of_birth_in_the_personal_number_is_not_verified() {
    for (title, country) in TITLES {
        assert_eq!(
            judged(title, &made(country, 12), "B072RRE2I55"),
            AGREES,
            "{title}"
        );
        let other = judged(title, &made(country, 13), "B072RRE2I55");
        assert_eq!(other, contradicts(), "{title}");
    }
}

#[test]
fn a_swedish_number_may_have_a_day_nearby_and_no_other_month() {
    assert_eq!(
        judged("KÖRKORT SVERIGE", &made("SWE", 13), "B072RRE2I55"),
        AGREES
    );
    let month = "740912-0001";
    let scheme = number::of("SWE").next().unwrap();
    let mut made = (0..10).map(|digit| format!("{}{digit}", &month[..10]));
    let holds = |text: &String| {
        scheme
            .read(text)
            .is_some_and(|read| read.holds == Some(true))
    };
    let holding = made.find(holds).unwrap();
    assert_eq!(
        judged("KÖRKORT SVERIGE", &holding, "B072RRE2I55"),
        contradicts()
    );
}

#[test]
fn a_check_digit_that_always_holds_and_does_not_asks_for_another_picture() {
    let number = made("FIN", 12);
    let last = if number.ends_with('A') { 'B' } else { 'A' };
    let wrong = format!("{}{last}", &number[..number.len() - 1]);
    let unread = (false, false, Some(Reason::NumberUnreadable));
    assert_eq!(judged("AJOKORTTI SUOMI", &wrong, "B072RRE2I55"), unread);
    // Not where it was read with doubts, or where some of those that were issued fail.
    let mut seen = licence("AJOKORTTI SUOMI", &wrong, "B072RRE2I55");
    for line in &mut seen.lines {
        line.confidence = 0.9;
    }
    assert_eq!(found(&judge(&request(&seen, None, None))), AGREES);
    let danish = made("DNK", 12);
    let last = if danish.ends_with('4') { '6' } else { '4' };
    let without_control = format!("{}{last}", &danish[..danish.len() - 1]);
    let judged = judged("KØREKORT DANMARK", &without_control, "B072RRE2I55");
    assert_eq!(judged, AGREES);
}

#[test]
fn the_driver_number_of_great_britain_is_the_holder_s() {
    let title = "DRIVING LICENCE";
    for (number, expected) in [
        ("BJORK758124AM9IJ", AGREES),
        ("BJORK758124AM9IJ 35", AGREES),
        ("BJ0RK758124AM9IJ", AGREES),
        ("BJORK758134AM9IJ", contradicts()),
        ("BJORK858124AM9IJ", contradicts()),
        ("SMITH758124AM9IJ", contradicts()),
        ("BJORK758124KL9IJ", contradicts()),
        // Northern Ireland's.
        ("12345678", AGREES),
    ] {
        assert_eq!(judged(title, "-", number), expected, "{number}");
    }
}

#[test]
fn numbers_of_other_countries_say_nothing() {
    let polish = made("POL", 13);
    assert_eq!(judged("FÜHRERSCHEIN", &polish, "B072RRE2I55"), AGREES);
    assert_eq!(judged("DRIVING LICENCE", &polish, "B072RRE2I55"), AGREES);
}

#[test]
fn the_personal_number_of_a_zone_is_the_holder_s() {
    for sample in [Sample::passport(), Sample::id_card()] {
        for (country, state, name) in [("EST", "EST", "EESTI"), ("SWE", "SWE", "SVERIGE")] {
            let mut sample = sample.clone();
            sample.mrz.issuing_state = state.to_owned();
            name.clone_into(&mut sample.viz.country);
            let number = made(country, 12).replace('-', "");
            sample.mrz.optional1.clone_from(&number);
            assert_eq!(found(&outcome(&sample)), AGREES, "{country}");
            sample.mrz.sex = 'M';
            assert_eq!(found(&outcome(&sample)), contradicts(), "{country}");
            sample.mrz.sex = 'F';
            sample.mrz.birth_date = mrz::Date::new(1975, 8, 12);
            "12 AUG/AOÛT 1975".clone_into(&mut sample.viz.birth_date);
            assert_eq!(found(&outcome(&sample)), contradicts(), "{country}");
            // Digits of another meaning hold by chance, hardly ever.
            let last = if number.ends_with('1') { '2' } else { '1' };
            sample.mrz.optional1 = format!("{}{last}", &number[..number.len() - 1]);
            assert_eq!(found(&outcome(&sample)), AGREES, "{country}");
        }
    }
}
