use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::agreement::{Agreement, Field, Seen};
use crate::document::Source;
use crate::finding::{FindingExt, failed, passed};

/// Missing fields from which on people are asked for a better picture of all print: a single light spot
/// doesn't hide so many.
const MOST: usize = 3;

/// Whether the printed zone says what the machine readable zone or the barcode says: each field is found,
/// and nothing says otherwise.
pub(super) fn check(case: &CheckInput) -> Vec<Finding> {
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

/// The findings where there is neither zone nor barcode to compare print with.
fn without_source(case: &CheckInput) -> Vec<Finding> {
    let mut findings = vec![
        failed(
            FindingCode::VizAgreement,
            "There is neither a machine readable zone nor a barcode to compare the print with.",
            Reason::DocumentUnreadableToTheEdges,
        ),
        alone(case),
    ];
    findings.extend(Field::ALL.map(|field| {
        if case.document.is_known_layout() {
            let operator = format!("The {} is nowhere but in print.", field.name());
            passed(code(field), operator)
        } else {
            let operator = format!("Nothing says what {} to look for in print.", field.name());
            failed(code(field), operator, Reason::PrintedPartUnreadable)
        }
    }));
    findings
}

fn code(field: Field) -> FindingCode {
    match field {
        Field::Number => FindingCode::NumberInViz,
        Field::Surname => FindingCode::SurnameInViz,
        Field::GivenNames => FindingCode::GivenNamesInViz,
        Field::BirthDate => FindingCode::BirthDateInViz,
        Field::ExpiryDate => FindingCode::ExpiryDateInViz,
        Field::Country => FindingCode::CountryInViz,
    }
}

/// What the person can do about a field that was not found.
fn unread(field: Field) -> Reason {
    match field {
        Field::Number => Reason::NumberUnreadable,
        Field::Surname => Reason::SurnameUnreadable,
        Field::GivenNames => Reason::GivenNamesUnreadable,
        Field::BirthDate => Reason::BirthDateUnreadable,
        Field::ExpiryDate => Reason::ExpiryDateUnreadable,
        Field::Country => Reason::CountryUnreadable,
    }
}

/// What the person is told about all that print lacks: of several reasons the one that goes first.
pub(super) fn asked(agreement: &Agreement) -> Reason {
    if !agreement.contradictions().is_empty() {
        return Reason::Contradiction;
    }
    match agreement.missing()[..] {
        [] => Reason::PrintedPartUnreadable,
        [field, ..] => asked_for(agreement, field),
    }
}

fn asked_for(agreement: &Agreement, field: Field) -> Reason {
    let several = agreement.missing().len() >= MOST;
    if several {
        Reason::PrintedPartUnreadable
    } else {
        unread(field)
    }
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
            Reason::PrintedPartUnreadable,
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
            FindingCode::VizAgreement,
            format!("Print and {source} agree: {listed}."),
        );
    }
    failed(
        FindingCode::VizAgreement,
        format!(
            "Not all of the {source} was found in print. Missing: {}.",
            missing.join(", ")
        ),
        Reason::PrintedPartUnreadable,
    )
}

fn contradiction(case: &CheckInput, source: Source, agreement: &Agreement) -> Finding {
    let name = source.name();
    let contradictions = agreement.contradictions();
    let Some((_, place)) = contradictions.first() else {
        return passed(
            FindingCode::VizContradiction,
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
        FindingCode::VizContradiction,
        format!("Print contradicts the {name}. {}.", listed.join("; ")),
        Reason::Contradiction,
    )
    .scored(place.confidence, case.policy.thresholds.readable_text)
    .at(place.side.as_str(), place.bounds)
}

/// The finding about contradictions where there is neither zone nor barcode: then only the line on the
/// front of some driving licences can contradict print.
fn alone(case: &CheckInput) -> Finding {
    let Some(line) = case.document.licence_line(&case.policy.thresholds) else {
        return passed(
            FindingCode::VizContradiction,
            "Nothing is there that could contradict print.",
        );
    };
    let Ok(line) = line else {
        return failed(
            FindingCode::VizContradiction,
            "The check digit of the licence's line of letters and digits does not hold.",
            Reason::PrintedPartUnreadable,
        );
    };
    let differing = line.differs_from(&case.document.fields);
    if differing.is_empty() {
        return passed(
            FindingCode::VizContradiction,
            "The licence's line of letters and digits says what the numbered fields say.",
        );
    }
    let listed: Vec<&str> = differing.into_iter().map(Field::name).collect();
    failed(
        FindingCode::VizContradiction,
        format!(
            "The licence's line of letters and digits contradicts the numbered fields: {}.",
            listed.join(", ")
        ),
        Reason::Contradiction,
    )
}
