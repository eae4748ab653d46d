//! What holds for every observation.

use identity::{CheckStatus, FindingCode, Verdict};
use observation::{
    Barcode, Chip, DocumentObservation, MrzObservation, Outline, Quad, Rect, SelfieObservation,
    Symbology, TextLine,
};
use proptest::prelude::*;

use crate::samples::{Sample, blank, face, judge, request, selfie};
use crate::{Day, Policy, Side, advice, needs_back, read, selfie_advice};

/// Finite or not.
fn position() -> impl Strategy<Value = f32> {
    prop_oneof![8 => 0.0f32..1500.0, 1 => any::<f32>()]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{0,40}",
        2 => "[A-Z0-9<./ ]{0,44}",
        1 => Just("Surname / Nom".to_owned()),
        1 => Just("Date of birth".to_owned()),
        1 => Just("Passport No. P84291753".to_owned()),
        1 => Just("12.08.1974".to_owned()),
        2 => Just("DRIVING LICENCE".to_owned()),
        1 => Just("DRIVER LICENSE".to_owned()),
        2 => "([1-9]|4[abd]|1[5-9])? ?(DOB|EXP|Iss|DL NO|LN|SEX|[A-Z]{2,7})?[.:]? ?([0-9]{2}/[0-9]{2}/[0-9]{4}|[A-Z]{1,9}|[0-9]{4,9})?( ?3? ?DOB| 4b EXP)?",
        2 => "([1-9]|4[abcd])[.]? ?\\PC{0,20}( 4[cd][.] ?\\PC{0,9})?",
    ]
}

fn an_outline() -> impl Strategy<Value = Outline> {
    prop::array::uniform4((position(), position())).prop_map(|corners| Outline {
        corners: Quad(corners.map(|(x, y)| observation::Point { x, y })),
        confidence: 0.9,
    })
}

fn a_line() -> impl Strategy<Value = TextLine> {
    (
        text(),
        any::<f32>(),
        prop::array::uniform4((position(), position())),
    )
        .prop_map(|(text, confidence, corners)| TextLine {
            text,
            confidence,
            quad: Quad(corners.map(|(x, y)| observation::Point { x, y })),
        })
}

fn an_mrz() -> impl Strategy<Value = MrzObservation> {
    let random = prop_oneof![
        prop::collection::vec("[A-Z0-9<]{44}", 2),
        prop::collection::vec("[A-Z0-9<]{30}", 3),
        prop::collection::vec("\\PC{0,44}", 0..4),
        prop::collection::vec("[<]{36}", 2),
    ];
    let genuine = any::<bool>().prop_map(|card| sample(card).whole().mrz.unwrap().lines);
    prop_oneof![random, genuine].prop_map(|lines| MrzObservation {
        lines,
        corrections: Vec::new(),
        confidence: 0.9,
        quads: Vec::new(),
    })
}

fn a_face() -> impl Strategy<Value = observation::Face> {
    let numbers = prop::collection::vec(any::<f32>(), 0..9);
    let pixels = prop_oneof![Just(Chip::SIDE * Chip::SIDE), 0usize..9];
    (0usize..3, position(), numbers, pixels, any::<bool>()).prop_map(
        |(person, size, embedding, pixels, broken)| {
            let mut face = face(person, size);
            if broken {
                face.embedding = embedding;
                face.chip = face.chip.map(|chip| Chip(chip.0[..pixels].to_vec()));
            }
            face
        },
    )
}

fn a_barcode() -> impl Strategy<Value = Barcode> {
    let genuine = prop_oneof![Just("DL"), Just("ID"), Just("ZZ")].prop_map(|kind| {
        Sample::license()
            .barcode_side(kind)
            .barcodes
            .remove(0)
            .bytes
    });
    let text =
        "@ANSI 63601410[0-9]{4}(DL[0-9]{8})?(DL|ID)?[A-Z0-9 \n]{0,80}".prop_map(String::into_bytes);
    prop_oneof![prop::collection::vec(any::<u8>(), 0..60), genuine, text].prop_map(|bytes| {
        Barcode {
            symbology: Symbology::Pdf417,
            text: String::from_utf8(bytes.clone()).ok(),
            bytes,
            bounds: Rect {
                x: 0.0,
                y: 0.0,
                width: 1.0,
                height: 1.0,
            },
            incomplete: false,
        }
    })
}

fn a_picture() -> impl Strategy<Value = DocumentObservation> {
    (
        prop::collection::vec(a_line(), 0..8),
        prop::option::of(an_mrz()),
        prop::collection::vec(a_face(), 0..3),
        a_barcode(),
        prop::collection::vec(an_mrz(), 0..2),
        prop::collection::vec(an_outline(), 0..3),
        "[ab]?",
    )
        .prop_map(
            |(lines, mrz, faces, barcode, other_mrzs, mut outlines, sha256)| DocumentObservation {
                lines,
                mrz,
                faces,
                barcodes: vec![barcode],
                other_mrzs,
                outline: outlines.pop(),
                other_outlines: outlines,
                ..blank(&sha256)
            },
        )
}

fn sample(card: bool) -> Sample {
    if card {
        Sample::id_card()
    } else {
        Sample::passport()
    }
}

fn frames() -> impl Strategy<Value = Vec<SelfieObservation>> {
    prop::collection::vec(prop::collection::vec(a_face(), 0..3).prop_map(selfie), 0..3)
}

fn summary(outcome: &crate::Outcome) -> String {
    serde_json::json!([
        outcome.document,
        outcome.selfie,
        outcome.verified_outputs,
        outcome.evidence
    ])
    .to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn decisions_come_out_alike_and_keep_to_the_table(
        front in a_picture(),
        back in prop::option::of(a_picture()),
        selfies in prop::option::of(frames()),
        seconds in any::<i64>(),
    ) {
        let mut asked = request(&front, back.as_ref(), selfies.as_deref());
        asked.today = Day::from_unix(seconds);
        let outcome = judge(&asked);
        prop_assert_eq!(summary(&outcome), summary(&judge(&asked)));
        prop_assert_eq!(outcome.selfie.is_some(), selfies.is_some());

        let passed = |name: &FindingCode| {
            let mut found = outcome.evidence.findings.iter().filter(|f| f.code == *name).peekable();
            found.peek().is_some() && found.all(|finding| finding.passed)
        };
        let verified = outcome.verdict == Verdict::Verified;
        prop_assert_eq!(outcome.verified_outputs.is_some(), verified);
        if outcome.document.status == CheckStatus::Verified {
            let rule = Policy::shipped().document(outcome.document.document_type).rule;
            prop_assert!(rule.required.iter().all(passed));
            prop_assert!(rule.one_of.is_empty() || rule.one_of.iter().any(passed));
            prop_assert!(outcome.document.document_type.is_some());
        }
        if verified {
            prop_assert_eq!(outcome.document.status, CheckStatus::Verified);
            prop_assert!(outcome.selfie.is_none_or(|s| s.status == CheckStatus::Verified));
        }
    }

    #[test]
    fn every_picture_can_be_read_and_advised_on(
        front in a_picture(),
        back in prop::option::of(a_picture()),
        frames in frames(),
    ) {
        let reading = read(&front, back.as_ref(), Day::from_unix(0));
        prop_assert!(serde_json::to_value(&reading).is_ok());
        let _ = (advice(Side::Front, &front), advice(Side::Back, &front), needs_back(&front));
        for frame in &frames {
            prop_assert!(!frame.faces.is_empty() || selfie_advice(frame).is_some());
        }
    }

    #[test]
    fn a_print_that_was_changed_is_never_verified(
        card in any::<bool>(),
        labels in any::<bool>(),
        field in 0usize..5,
        at in 1usize..9,
        step in 1u8..10,
        name in "[A-C]{3}[E-H]{4}",
    ) {
        let mut sample = sample(card);
        let date = |year| format!("{:02} OCT {year}", 10 + step);
        match field {
            0 => {
                let digit = (sample.viz.number.as_bytes()[at] - b'0' + step) % 10;
                sample.viz.number.replace_range(at..=at, &digit.to_string());
            }
            1 => sample.viz.birth_date = date(1970 + at),
            2 => sample.viz.expiry_date = date(2031 + at),
            3 => sample.viz.surname = name,
            _ => sample.viz.given_names = name,
        }
        sample.viz.labels = labels;
        let genuine = self::sample(card);
        prop_assert_eq!(judge(&request(&genuine.whole(), None, None)).verdict, Verdict::Verified);
        prop_assert_ne!(judge(&request(&sample.whole(), None, None)).verdict, Verdict::Verified);
        if card {
            let (front, back) = (sample.front(), sample.back());
            let outcome = judge(&request(&front, Some(&back), None));
            prop_assert_ne!(outcome.verdict, Verdict::Verified);
        }
    }

    #[test]
    fn a_zone_that_was_changed_is_never_verified(
        line in 0usize..2, column in 0usize..44, letter in "[A-Z0-9<]",
    ) {
        let mut picture = Sample::passport().whole();
        let lines = &mut picture.mrz.as_mut().unwrap().lines;
        prop_assume!(lines[line].get(column..=column) != Some(&letter));
        // Type, issuer and names have no check digit; print answers for the names alone. A check
        // digit catches every change of one character but by ten, and what stands in for nothing.
        let value = |text: &str| text.chars().next().and_then(|c| c.to_digit(36)).unwrap_or(0);
        let old = lines[line][column..=column].to_owned();
        prop_assume!(line == 1 && !matches!(column, 10..=12 | 20));
        prop_assume!(value(&old) % 10 != value(&letter) % 10);
        lines[line].replace_range(column..=column, &letter);
        prop_assert_ne!(judge(&request(&picture, None, None)).verdict, Verdict::Verified);
    }
}
