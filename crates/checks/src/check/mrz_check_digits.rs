use identity::{Finding, FindingCode, Reason};

use super::{CheckInput, viz_agreement};
use crate::finding::{FindingExt, around, failed, passed};

/// Whether a machine readable zone was read whose check digits all hold.
pub(super) fn check(case: &CheckInput) -> Finding {
    let Some(mrz) = &case.document.mrz else {
        return failed(
            FindingCode::MrzCheckDigits,
            "No machine readable zone was found.",
            no_mrz(case),
        );
    };
    let checks = mrz.parsed.checks;
    let wrong: Vec<&str> = [
        ("document number", checks.document_number),
        ("date of birth", checks.birth_date),
        ("date of expiry", checks.expiry_date != Some(false)),
        ("personal number", checks.personal_number != Some(false)),
        ("whole zone", checks.composite != Some(false)),
    ]
    .into_iter()
    .filter_map(|(name, holds)| (!holds).then_some(name))
    .collect();
    let format = mrz.parsed.format;
    let finding = if wrong.is_empty() {
        passed(
            FindingCode::MrzCheckDigits,
            format!("Every check digit of the {format} zone holds."),
        )
    } else {
        failed(
            FindingCode::MrzCheckDigits,
            format!(
                "Check digits of the {format} zone don't hold: {}.",
                wrong.join(", ")
            ),
            Reason::MrzUnreadable,
        )
    };
    match around(&mrz.seen.quads) {
        Some(area) => finding.at(mrz.side.as_str(), area),
        None => finding,
    }
}

fn no_mrz(case: &CheckInput) -> Reason {
    if case.document.barcode.is_some()
        && let Some(agreement) = &case.document.agreement
    {
        // A barcode stands for the zone: what is wrong is what print lacks of it.
        return viz_agreement::asked(agreement);
    }
    let card = case
        .document
        .kind
        .is_some_and(|kind| kind != crate::Kind::Passport);
    match case.request.back {
        None if card => Reason::CardOtherSideMissing,
        Some(_) if card => Reason::CardMrzMissing,
        _ => Reason::PageMrzMissing,
    }
}
