use identity::{CheckStatus, DocumentType, ErrorCode, FindingCode, Mode, Reason, Verdict};

use crate::samples::{
    Sample, blank, face, judge, line, other_photograph, outcome, request, selfie,
};
use crate::{Day, Outcome, Request};

fn error(outcome: &Outcome) -> Option<ErrorCode> {
    match &outcome.verdict {
        Verdict::Verified => None,
        Verdict::Failed(error) => Some(error.code),
    }
}

fn failed(outcome: &Outcome) -> Vec<&str> {
    let findings = outcome.evidence.findings.iter();
    findings
        .filter(|finding| !finding.passed)
        .map(|finding| finding.code.as_str())
        .collect()
}

#[test]
fn a_passport_that_agrees_is_verified_with_what_it_says() {
    let outcome = outcome(&Sample::passport());
    assert_eq!(error(&outcome), None, "{:?}", failed(&outcome));
    let document = &outcome.document;
    assert_eq!(document.status, CheckStatus::Verified);
    assert_eq!(document.document_type, Some(DocumentType::Passport));
    assert_eq!(document.last_name.as_deref(), Some("BJÖRKLUND"));
    assert_eq!(document.first_name.as_deref(), Some("ANNA MARIA"));
    assert_eq!(document.number.as_deref(), Some("P84291753"));
    assert_eq!(document.issuing_country.as_deref(), Some("SE"));
    let issued = document.issued_date.unwrap();
    assert_eq!(
        (issued.year, issued.month, issued.day),
        (Some(2020), Some(4), Some(15))
    );
    let outputs = outcome.verified_outputs.unwrap();
    assert_eq!(outputs.dob, document.dob);
    assert_eq!(outputs.dob.unwrap().year, Some(1974));
    assert!(outcome.selfie.is_none());
    assert_eq!(outcome.evidence.policy.len(), 64);
}

#[test]
fn a_card_is_verified_from_both_sides_in_either_order() {
    let card = Sample::id_card();
    let (front, back) = (card.front(), card.back());
    for outcome in [
        judge(&request(&front, Some(&back), None)),
        judge(&request(&back, Some(&front), None)),
    ] {
        assert_eq!(error(&outcome), None, "{:?}", failed(&outcome));
        assert_eq!(outcome.document.document_type, Some(DocumentType::IdCard));
    }
}

#[test]
fn a_card_needs_its_zone_its_photo_and_its_own_other_side() {
    let card = Sample::id_card();
    let (front, back) = (card.front(), card.back());
    let unverified = Some(ErrorCode::DocumentUnverifiedOther);
    let alone = judge(&request(&front, None, None));
    assert_eq!(error(&alone), unverified);
    assert_eq!(
        alone.document.error.unwrap().reason,
        Reason::CardOtherSideMissing
    );
    assert_eq!(error(&judge(&request(&back, None, None))), unverified);
    assert_eq!(
        error(&judge(&request(&front, Some(&front), None))),
        unverified
    );

    let mut stranger = Sample::id_card();
    stranger.viz.number = "P55512344".to_owned();
    stranger.viz.surname = "LINDGREN".to_owned();
    stranger.viz.given_names = "OSKAR".to_owned();
    stranger.viz.birth_date = "01 JAN 1960".to_owned();
    stranger.viz.expiry_date = "01 JAN 2031".to_owned();
    let mixed = judge(&request(&stranger.front(), Some(&back), None));
    assert_eq!(error(&mixed), unverified);
    assert!(failed(&mixed).contains(&"sides_belong_together"));
}

#[test]
fn a_wrong_composite_digit_of_a_card_is_made_up_for_by_print_but_not_of_a_passport() {
    for (sample, expected) in [
        (Sample::id_card(), None),
        (Sample::passport(), Some(ErrorCode::DocumentUnverifiedOther)),
    ] {
        let mut picture = sample.whole();
        let mrz = picture.mrz.as_mut().unwrap();
        let (row, last) = if mrz.lines.len() == 3 {
            (1, 29)
        } else {
            (1, 43)
        };
        let wrong = if mrz.lines[row].ends_with('1') {
            "2"
        } else {
            "1"
        };
        mrz.lines[row].replace_range(last.., wrong);
        assert_eq!(error(&judge(&request(&picture, None, None))), expected);
        picture.lines.retain(|line| !line.text.contains("1974"));
        let unconfirmed = judge(&request(&picture, None, None));
        assert_eq!(
            error(&unconfirmed),
            Some(ErrorCode::DocumentUnverifiedOther)
        );
    }
}

#[test]
fn residence_permits_count_as_cards_and_visas_as_nothing() {
    let mut permit = Sample::id_card();
    permit.mrz.document_code = "IR".to_owned();
    permit.viz.title = "RESIDENCE PERMIT".to_owned();
    let permit = outcome(&permit);
    assert_eq!(error(&permit), None, "{:?}", failed(&permit));
    assert_eq!(permit.document.document_type, Some(DocumentType::IdCard));

    let mut visa = Sample::passport();
    visa.mrz = mrz::Document {
        format: mrz::Format::MrvA,
        document_code: "V".to_owned(),
        ..visa.mrz
    };
    let visa = outcome(&visa);
    assert_eq!(error(&visa), Some(ErrorCode::DocumentTypeNotSupported));
    assert_eq!(visa.document.document_type, None);
}

#[test]
fn driving_licences_without_a_barcode_and_unknown_documents_are_not_verified() {
    let mut picture = blank("front");
    picture.lines = vec![line("DRIVER LICENSE", 0.0, 0.0, 30.0, 0.99)];
    let licence = judge(&request(&picture, None, None));
    assert_eq!(error(&licence), Some(ErrorCode::DocumentUnverifiedOther));
    assert_eq!(
        licence.document.document_type,
        Some(DocumentType::DrivingLicense)
    );
    assert_eq!(
        licence.document.error.unwrap().reason,
        Reason::LicenceOtherSideMissing
    );

    let nothing = judge(&request(&blank(""), None, Some(&[])));
    assert_eq!(error(&nothing), Some(ErrorCode::DocumentUnverifiedOther));
    assert_eq!(nothing.document.document_type, None);
    assert_eq!(nothing.selfie.unwrap().status, CheckStatus::Unverified);
}

#[test]
fn type_goes_before_expiry_and_expiry_before_everything_else() {
    let mut sample = Sample::passport();
    sample.mrz.expiry_date = mrz::Date::new(2020, 1, 1);
    sample.viz.number = "P11111111".to_owned();
    sample.viz.expiry_date = "01 JAN 2020".to_owned();
    let picture = sample.whole();
    let mut asked = request(&picture, None, None);
    assert_eq!(error(&judge(&asked)), Some(ErrorCode::DocumentExpired));
    asked.allowed_types = &[DocumentType::IdCard];
    let outcome = judge(&asked);
    assert_eq!(error(&outcome), Some(ErrorCode::DocumentTypeNotSupported));
    assert_eq!(
        outcome.document.error.unwrap().reason,
        Reason::DocumentTypeNotAccepted {
            accepted: vec![DocumentType::IdCard]
        }
    );
}

#[test]
fn the_last_day_lasts_until_it_is_over_everywhere() {
    let picture = Sample::passport().whole();
    let on = |month, day| {
        let mut asked = request(&picture, None, None);
        asked.today = Day::new(2030, month, day).unwrap();
        error(&judge(&asked))
    };
    assert_eq!(on(4, 15), None);
    assert_eq!(on(4, 16), None);
    assert_eq!(on(4, 17), Some(ErrorCode::DocumentExpired));
}

#[test]
fn live_mode_refuses_specimens_and_test_mode_takes_them() {
    let mut utopian = Sample::passport();
    utopian.mrz.issuing_state = "UTO".to_owned();
    utopian.viz.country = "UTOPIA".to_owned();
    let mut marked = Sample::passport();
    marked.viz.title = "PASSPORT SPECIMEN".to_owned();
    let mut published = Sample::passport();
    published.mrz.document_number = "L898902C3".to_owned();
    published.viz.number = "L898902C3".to_owned();
    let mut spanish = Sample::passport();
    spanish.mrz.issuing_state = "ESP".to_owned();
    spanish.viz.country = "ESPAÑA".to_owned();
    spanish.mrz.optional1 = "99999999R".to_owned();
    let mut turkish = Sample::passport();
    turkish.viz.title = "PASAPORT ÖRNEK".to_owned();
    for sample in [utopian, marked, published, spanish, turkish] {
        let picture = sample.whole();
        let mut asked = request(&picture, None, None);
        let live = judge(&asked);
        assert_eq!(error(&live), Some(ErrorCode::DocumentUnverifiedOther));
        assert_eq!(failed(&live), ["issuer"]);
        asked.mode = Mode::Test;
        assert_eq!(error(&judge(&asked)), None);
    }
    let mut called_muster = Sample::passport();
    called_muster.mrz.surname = "Muster".to_owned();
    called_muster.viz.surname = "MUSTER".to_owned();
    assert_eq!(error(&outcome(&called_muster)), None);
}

#[test]
fn children_are_refused_whatever_else_is_wrong_with_the_selfie() {
    let mut child = Sample::passport();
    child.mrz.birth_date = mrz::Date::new(2015, 8, 12);
    child.viz.birth_date = "12 AUG 2015".to_owned();
    let picture = child.whole();
    let outcome = judge(&request(&picture, None, Some(&[])));
    assert_eq!(error(&outcome), Some(ErrorCode::UnderSupportedAge));
    assert_eq!(outcome.document.status, CheckStatus::Verified);
    assert!(outcome.verified_outputs.is_none());
}

#[test]
fn a_sixteenth_birthday_counts_from_its_first_hour_on_earth() {
    let on = |day| {
        let mut sample = Sample::passport();
        sample.mrz.birth_date = mrz::Date::new(2010, 11, day);
        sample.viz.birth_date = format!("{day} NOV 2010");
        error(&outcome(&sample))
    };
    assert_eq!(on(23), None);
    assert_eq!(on(24), Some(ErrorCode::UnderSupportedAge));
}

#[test]
fn selfies() {
    let photo = face(1, 300.0);
    let same = other_photograph(&photo);
    let stranger = face(2, 300.0);
    let small = |mut face: observation::Face| {
        face.bounds.width /= 4.0;
        face
    };
    let cases = [
        (vec![selfie(vec![same.clone()])], None),
        (vec![selfie(vec![]), selfie(vec![same.clone()])], None),
        (
            vec![selfie(vec![same.clone(), small(stranger.clone())])],
            None,
        ),
        (
            vec![selfie(vec![small(stranger.clone()), same.clone()])],
            None,
        ),
        (
            vec![selfie(vec![stranger.clone()])],
            Some(ErrorCode::SelfieFaceMismatch),
        ),
        (
            vec![selfie(vec![same.clone(), stranger])],
            Some(ErrorCode::SelfieUnverifiedOther),
        ),
        (vec![selfie(vec![])], Some(ErrorCode::SelfieUnverifiedOther)),
        (vec![], Some(ErrorCode::SelfieUnverifiedOther)),
        (
            vec![selfie(vec![photo])],
            Some(ErrorCode::SelfieManipulated),
        ),
    ];
    for (at, (frames, expected)) in cases.into_iter().enumerate() {
        let picture = Sample::passport().whole();
        let outcome = judge(&request(&picture, None, Some(&frames)));
        assert_eq!(error(&outcome), expected, "case {at}");
        assert_eq!(outcome.document.status, CheckStatus::Verified);
        assert_eq!(
            outcome.selfie.unwrap().error.map(|error| error.code),
            expected
        );
    }
}

#[test]
fn the_document_s_own_file_is_no_selfie() {
    let picture = Sample::passport().whole();
    let mut frame = selfie(vec![other_photograph(&face(1, 300.0))]);
    frame.picture_sha256 = picture.picture_sha256.clone();
    let outcome = judge(&request(&picture, None, Some(&[frame])));
    assert_eq!(error(&outcome), Some(ErrorCode::SelfieManipulated));
}

#[test]
fn a_photograph_of_an_earlier_attempt_s_document_is_no_selfie() {
    let picture = Sample::passport().whole();
    let other = other_photograph(&face(1, 300.0));
    let frames = [selfie(vec![other.clone()])];
    let earlier = [other];
    let asked = Request {
        earlier_faces: &earlier,
        ..request(&picture, None, Some(&frames))
    };
    assert_eq!(error(&judge(&asked)), Some(ErrorCode::SelfieManipulated));
    let stranger = [face(2, 300.0)];
    let asked = Request {
        earlier_faces: &stranger,
        ..asked
    };
    assert_eq!(error(&judge(&asked)), None);
}

#[test]
fn a_photograph_is_found_again_among_hundreds_of_the_person() {
    let picture = Sample::passport().whole();
    let other = other_photograph(&face(1, 300.0));
    let mut less_alike = face(1, 300.0);
    less_alike.embedding[7] = 0.3;
    let mut earlier = vec![less_alike; 400];
    earlier.push(other.clone());
    let frames = [selfie(vec![other])];
    let asked = Request {
        earlier_faces: &earlier,
        ..request(&picture, None, Some(&frames))
    };
    assert_eq!(error(&judge(&asked)), Some(ErrorCode::SelfieManipulated));
}

#[test]
fn a_copy_on_the_back_and_a_frame_of_the_recording_are_compared_too() {
    let mut picture = Sample::passport().whole();
    let other = other_photograph(&face(1, 300.0));
    // A smaller copy of another photograph, as many documents have.
    let mut ghost = other.clone();
    ghost.bounds.width /= 4.0;
    picture.faces.push(ghost);
    let frames = [selfie(vec![other])];
    let outcome = judge(&request(&picture, None, Some(&frames)));
    assert_eq!(error(&outcome), Some(ErrorCode::SelfieManipulated));
}

#[test]
fn a_missing_photo_is_the_selfie_s_error_where_there_is_one() {
    let mut picture = Sample::passport().whole();
    picture.faces.clear();
    let frames = [selfie(vec![face(1, 300.0)])];
    let with = judge(&request(&picture, None, Some(&frames)));
    assert_eq!(error(&with), Some(ErrorCode::SelfieDocumentMissingPhoto));
    let without = judge(&request(&picture, None, None));
    assert_eq!(error(&without), Some(ErrorCode::DocumentUnverifiedOther));
    assert_eq!(failed(&without), ["photo_present"]);
}

#[test]
fn document_and_selfie_are_both_reported_and_the_document_goes_first() {
    let mut expired = Sample::passport();
    expired.mrz.expiry_date = mrz::Date::new(2020, 1, 1);
    expired.viz.expiry_date = "01 JAN 2020".to_owned();
    let picture = expired.whole();
    let frames = [selfie(vec![face(2, 300.0)])];
    let outcome = judge(&request(&picture, None, Some(&frames)));
    assert_eq!(error(&outcome), Some(ErrorCode::DocumentExpired));
    let selfie = outcome.selfie.unwrap().error.unwrap();
    assert_eq!(selfie.code, ErrorCode::SelfieFaceMismatch);
}

#[test]
fn what_the_person_reads_has_neither_scores_nor_personal_data() {
    let mut sample = Sample::passport();
    sample.viz.number = "P11111111".to_owned();
    sample.mrz.birth_date = mrz::Date::new(2015, 8, 12);
    let picture = sample.whole();
    let outcome = judge(&request(
        &picture,
        None,
        Some(&[selfie(vec![face(2, 300.0)])]),
    ));
    let findings = outcome.evidence.findings;
    assert!(findings.iter().filter(|finding| !finding.passed).count() >= 3);
    for finding in &findings {
        assert_eq!(
            finding.person.is_some(),
            !finding.passed,
            "{}",
            finding.code
        );
        let person = finding.person.as_ref().map(Reason::english);
        let person = person.unwrap_or_default().to_uppercase();
        assert!(
            !person.contains(|c: char| c.is_ascii_digit()),
            "{}",
            finding.code
        );
        assert!(
            !person.contains("BJÖRKLUND") && !person.contains("ANNA"),
            "{}",
            finding.code
        );
    }
    let contradiction = findings
        .iter()
        .find(|finding| finding.code == FindingCode::VizContradiction)
        .unwrap();
    assert!(contradiction.operator.contains("P84291753"));
    assert!(contradiction.operator.contains("P11111111"));
    assert_eq!(contradiction.region.as_ref().unwrap().0, "front");
}

#[test]
fn a_driving_licence_is_verified_by_its_barcode_and_what_is_printed() {
    let sample = Sample::license();
    let (front, back) = (sample.front(), sample.barcode_side("DL"));
    let licence = judge(&request(&front, Some(&back), None));
    assert_eq!(error(&licence), None, "{:?}", failed(&licence));
    let report = &licence.document;
    assert_eq!(report.document_type, Some(DocumentType::DrivingLicense));
    assert_eq!(report.issuing_country.as_deref(), Some("US"));
    assert_eq!(report.first_name.as_deref(), Some("ANNA MARIA"));
    assert_eq!(report.number.as_deref(), Some("P84291753"));
    let address = report.address.clone().unwrap();
    assert_eq!(address.line1.as_deref(), Some("2570 24TH STREET"));
    assert_eq!(address.state.as_deref(), Some("CA"));
    assert_eq!(address.postal_code.as_deref(), Some("95818-1234"));

    let front_alone = judge(&request(&front, None, None));
    assert_eq!(
        error(&front_alone),
        Some(ErrorCode::DocumentUnverifiedOther)
    );
    let expired = {
        let mut sample = sample.clone();
        sample.mrz.expiry_date = mrz::Date::new(2024, 4, 15);
        sample.viz.expiry_date = "04/15/2024".to_owned();
        judge(&request(
            &sample.front(),
            Some(&sample.barcode_side("DL")),
            None,
        ))
    };
    assert_eq!(error(&expired), Some(ErrorCode::DocumentExpired));
}

#[test]
fn a_barcode_of_another_card_is_found_out() {
    let sample = Sample::license();
    let mut other = sample.clone();
    other.mrz.document_number = "Q11111111".to_owned();
    other.mrz.surname = "Somebody".to_owned();
    other.mrz.birth_date = mrz::Date::new(1990, 1, 2);
    let back = other.barcode_side("DL");
    let outcome = judge(&request(&sample.front(), Some(&back), None));
    assert_eq!(error(&outcome), Some(ErrorCode::DocumentUnverifiedOther));
    assert!(failed(&outcome).contains(&"viz_contradiction"));
}

#[test]
fn an_american_identity_card_needs_every_field_twice() {
    let mut sample = Sample::license();
    sample.viz.title = "IDENTIFICATION CARD".to_owned();
    let back = sample.barcode_side("ID");
    let card = judge(&request(&sample.front(), Some(&back), None));
    assert_eq!(error(&card), None, "{:?}", failed(&card));
    assert_eq!(card.document.document_type, Some(DocumentType::IdCard));
    sample.viz.expiry_date.clear();
    let unconfirmed = judge(&request(&sample.front(), Some(&back), None));
    assert_eq!(
        error(&unconfirmed),
        Some(ErrorCode::DocumentUnverifiedOther)
    );
}
