use identity::Finding;

use super::Case;
use crate::agreement::Agreement;
use crate::document::Source;
use crate::finding::{
    FindingExt,
    code::{PRINT_AGREEMENT, PRINT_CONTRADICTION},
    failed, passed,
};

/// Whether the printed zone says what the machine readable zone or the barcode says: enough of it is found, and
/// nothing says otherwise.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let source = case.document.source();
    let Some((source, agreement)) = source.zip(case.document.agreement.as_ref()) else {
        return vec![
            failed(
                PRINT_AGREEMENT,
                "There is neither a machine readable zone nor a barcode to compare the print with.",
                "We could not read your document. Take a new picture in good light, from edge to \
                 edge.",
            ),
            passed(
                PRINT_CONTRADICTION,
                "There is only one zone: nothing can contradict it.",
            ),
        ];
    };
    vec![
        found(source, agreement),
        contradiction(case, source, agreement),
    ]
}

fn found(source: Source, agreement: &Agreement) -> Finding {
    let name = source.name();
    let agreeing = agreement.agreeing();
    if agreement.is_enough() {
        let listed = agreeing.join(", ");
        return passed(
            PRINT_AGREEMENT,
            format!("Print and {name} agree: {listed}."),
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
            "Too little of the {name} was found in print: {listed}. It takes the number or two of names and dates."
        ),
        "We could not read the printed part of your document. Hold the camera closer, avoid light \
         spots, and take a new picture.",
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
            let stated = source.value(field);
            format!(
                "{field}: the {name} says “{stated}”, print says “{}”",
                place.text
            )
        })
        .collect();
    failed(
        PRINT_CONTRADICTION,
        format!("Print contradicts the {name}. {}.", listed.join("; ")),
        "We read different things in two places of your document. Wipe it clean, avoid light \
         spots, and take a new picture.",
    )
    .scored(place.confidence, case.policy.thresholds.readable_text)
    .at(place.side.as_str(), place.bounds)
}
