use identity::Finding;

use super::Case;
use crate::agreement::{Agreement, Field, Seen};
use crate::document::Source;
use crate::finding::{
    FindingExt,
    code::{
        BIRTH_DATE_IN_PRINT, COUNTRY_IN_PRINT, EXPIRY_DATE_IN_PRINT, GIVEN_NAMES_IN_PRINT,
        NUMBER_IN_PRINT, PRINT_AGREEMENT, PRINT_CONTRADICTION, SURNAME_IN_PRINT,
    },
    failed, passed,
};

/// So many fields that were not found are no matter of one light spot.
const MOST: usize = 3;
const UNREADABLE: &str = "We could not read the printed part of your document. Hold the camera closer, \
                          avoid light spots, and take a new picture.";

/// Whether the printed zone says what the machine readable zone or the barcode says: each field is found,
/// and nothing says otherwise.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let source = case.document.source();
    let Some((source, agreement)) = source.zip(case.document.agreement.as_ref()) else {
        return without_source(case);
    };
    let mut findings = vec![
        whole(source, agreement),
        contradiction(case, source, agreement),
    ];
    findings.extend(Field::ALL.map(|field| found(source, agreement, field)));
    findings
}

/// Print is all there is: it can't be compared with anything.
fn without_source(case: &Case) -> Vec<Finding> {
    let mut findings = vec![
        failed(
            PRINT_AGREEMENT,
            "There is neither a machine readable zone nor a barcode to compare the print with.",
            "We could not read your document. Take a new picture in good light, from edge to \
             edge.",
        ),
        alone(case),
    ];
    findings.extend(Field::ALL.map(|field| {
        if case.document.is_known_layout() {
            let operator = format!("The {} is nowhere but in print.", field.name());
            passed(code(field), operator)
        } else {
            let operator = format!("Nothing says what {} to look for in print.", field.name());
            failed(code(field), operator, UNREADABLE)
        }
    }));
    findings
}

fn code(field: Field) -> &'static str {
    match field {
        Field::Number => NUMBER_IN_PRINT,
        Field::Surname => SURNAME_IN_PRINT,
        Field::GivenNames => GIVEN_NAMES_IN_PRINT,
        Field::BirthDate => BIRTH_DATE_IN_PRINT,
        Field::ExpiryDate => EXPIRY_DATE_IN_PRINT,
        Field::Country => COUNTRY_IN_PRINT,
    }
}

/// What the person can do about a field that was not found.
fn unread(field: Field) -> &'static str {
    match field {
        Field::Number => {
            "We could not read the number printed on your document. Hold the camera closer, avoid \
             light spots and fingers, and take a new picture."
        }
        Field::Surname => {
            "We could not read the surname printed on your document. Hold the camera closer, avoid \
             light spots and fingers, and take a new picture."
        }
        Field::GivenNames => {
            "We could not read the given names printed on your document. Hold the camera closer, \
             avoid light spots and fingers, and take a new picture."
        }
        Field::BirthDate => {
            "We could not read your date of birth. Avoid light spots and take a new picture."
        }
        Field::ExpiryDate => {
            "We could not read until when your document is valid. Avoid light spots and take a new \
             picture."
        }
        Field::Country => {
            "We could not read which country your document is from. Show all of it, avoid light spots \
             and fingers, and take a new picture."
        }
    }
}

/// What the person is asked for first.
pub(super) fn asked(agreement: &Agreement) -> &'static str {
    if !agreement.contradictions().is_empty() {
        return DIFFERENT;
    }
    match agreement.missing()[..] {
        [] => UNREADABLE,
        [field, ..] => asked_for(agreement, field),
    }
}

fn asked_for(agreement: &Agreement, field: Field) -> &'static str {
    let several = agreement.missing().len() >= MOST;
    if several { UNREADABLE } else { unread(field) }
}

/// Everything that people are told here, in English.
pub(super) fn reasons() -> impl Iterator<Item = &'static str> {
    Field::ALL
        .map(unread)
        .into_iter()
        .chain([UNREADABLE, DIFFERENT])
}

fn found(source: Source, agreement: &Agreement, field: Field) -> Finding {
    let (name, source) = (field.name(), source.name());
    match agreement.field(field) {
        Seen::Agrees(_) => passed(
            code(field),
            format!("Print has the {name} that the {source} has."),
        ),
        Seen::NotStated if agreement.can_lack(field) => {
            passed(code(field), format!("The {source} has no {name}."))
        }
        Seen::NotStated => failed(
            code(field),
            format!("The {source} has no {name}, which every document has."),
            UNREADABLE,
        ),
        Seen::Contradicts(_) | Seen::Nothing => {
            let operator = format!("The {name} of the {source} was not found in print.");
            failed(code(field), operator, asked_for(agreement, field))
        }
    }
}

fn whole(source: Source, agreement: &Agreement) -> Finding {
    let source = source.name();
    let missing: Vec<&str> = agreement.missing().into_iter().map(Field::name).collect();
    if missing.is_empty() {
        let listed = agreement.agreeing().join(", ");
        return passed(
            PRINT_AGREEMENT,
            format!("Print and {source} agree: {listed}."),
        );
    }
    failed(
        PRINT_AGREEMENT,
        format!(
            "Not all of the {source} was found in print. Missing: {}.",
            missing.join(", ")
        ),
        UNREADABLE,
    )
}

fn contradiction(case: &Case, source: Source, agreement: &Agreement) -> Finding {
    let name = source.name();
    let contradictions = agreement.contradictions();
    let Some((_, place)) = contradictions.first() else {
        return passed(
            PRINT_CONTRADICTION,
            format!("Nothing in print contradicts the {name}."),
        );
    };
    let listed: Vec<String> = contradictions
        .iter()
        .map(|(field, place)| {
            let (stated, field) = (source.value(*field), field.name());
            format!(
                "{field}: the {name} says “{stated}”, print says “{}”",
                place.text
            )
        })
        .collect();
    failed(
        PRINT_CONTRADICTION,
        format!("Print contradicts the {name}. {}.", listed.join("; ")),
        DIFFERENT,
    )
    .scored(place.confidence, case.policy.thresholds.readable_text)
    .at(place.side.as_str(), place.bounds)
}

const DIFFERENT: &str = "We read different things in two places of your document. Wipe it clean, avoid \
                         light spots, and take a new picture.";

/// Of a document without zone and barcode nothing but a licence's line can contradict print.
fn alone(case: &Case) -> Finding {
    let Some(line) = case.document.licence_line() else {
        return passed(
            PRINT_CONTRADICTION,
            "Nothing is there that could contradict print.",
        );
    };
    let Ok(line) = line else {
        return failed(
            PRINT_CONTRADICTION,
            "The check digit of the licence's line of letters and digits does not hold.",
            UNREADABLE,
        );
    };
    let differing = line.differs_from(&case.document.fields);
    if differing.is_empty() {
        return passed(
            PRINT_CONTRADICTION,
            "The licence's line of letters and digits says what the numbered fields say.",
        );
    }
    let listed: Vec<&str> = differing.into_iter().map(Field::name).collect();
    failed(
        PRINT_CONTRADICTION,
        format!(
            "The licence's line of letters and digits contradicts the numbered fields: {}.",
            listed.join(", ")
        ),
        DIFFERENT,
    )
}
