use identity::Finding;

use super::Case;
use crate::finding::{
    FindingExt,
    code::{PRINT_AGREEMENT, PRINT_CONTRADICTION},
    failed, passed,
};

/// Whether the printed zone says what the machine readable zone says: enough of it is found, and
/// nothing says otherwise.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let Some(agreement) = &case.document.agreement else {
        return vec![
            failed(
                PRINT_AGREEMENT,
                "There is no machine readable zone to compare the print with.",
                "We could not read your document. Take a new picture in good light, from edge to \
                 edge.",
            ),
            passed(
                PRINT_CONTRADICTION,
                "There is only one zone: nothing can contradict it.",
            ),
        ];
    };
    vec![found(agreement), contradiction(case, agreement)]
}

fn found(agreement: &crate::agreement::Agreement) -> Finding {
    let agreeing = agreement.agreeing();
    if agreement.is_enough() {
        let listed = agreeing.join(", ");
        return passed(
            PRINT_AGREEMENT,
            format!("Print and machine readable zone agree: {listed}."),
        );
    }
    let listed = if agreeing.is_empty() {
        "nothing".to_owned()
    } else {
        agreeing.join(", ")
    };
    failed(
        PRINT_AGREEMENT,
        format!(
            "Too little of the machine readable zone was found in print: {listed}. It takes the \
             number or two of names and dates."
        ),
        "We could not read the printed part of your document. Hold the camera closer, avoid light \
         spots, and take a new picture.",
    )
}

fn contradiction(case: &Case, agreement: &crate::agreement::Agreement) -> Finding {
    let contradictions = agreement.contradictions();
    let Some((_, place)) = contradictions.first() else {
        return passed(
            PRINT_CONTRADICTION,
            "Nothing in print contradicts the machine readable zone.",
        );
    };
    let listed: Vec<String> = contradictions
        .iter()
        .map(|(field, place)| {
            let zone = zone_value(case, field);
            format!(
                "{field}: the machine readable zone says “{zone}”, print says “{}”",
                place.text
            )
        })
        .collect();
    failed(
        PRINT_CONTRADICTION,
        format!(
            "Print contradicts the machine readable zone. {}.",
            listed.join("; ")
        ),
        "We read different things in two places of your document. Wipe it clean, avoid light \
         spots, and take a new picture.",
    )
    .scored(place.confidence, case.policy.thresholds.readable_text)
    .at(place.side.as_str(), place.bounds)
}

fn zone_value(case: &Case, field: &str) -> String {
    let Some(zone) = &case.document.zone else {
        return String::new();
    };
    let fields = &zone.mrz.fields;
    let value = match field {
        "document number" => &fields.document_number,
        "surname" => &fields.surname,
        "given names" => &fields.given_names,
        "date of birth" => &fields.birth_date,
        _ => &fields.expiry_date,
    };
    value.clone()
}
