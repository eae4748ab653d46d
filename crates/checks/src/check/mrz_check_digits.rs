use identity::Finding;

use super::{Case, print_agreement};
use crate::finding::{FindingExt, around, code::MRZ_CHECK_DIGITS, failed, passed};

/// Whether a machine readable zone was read whose check digits all hold.
pub(super) fn check(case: &Case) -> Finding {
    let Some(zone) = &case.document.zone else {
        return failed(
            MRZ_CHECK_DIGITS,
            "No machine readable zone was found.",
            no_zone(case),
        );
    };
    let checks = zone.mrz.checks;
    let wrong: Vec<&str> = [
        ("document number", checks.document_number),
        ("date of birth", checks.birth_date),
        ("date of expiry", checks.expiry_date),
        ("personal number", checks.personal_number != Some(false)),
        ("whole zone", checks.composite != Some(false)),
    ]
    .into_iter()
    .filter_map(|(name, holds)| (!holds).then_some(name))
    .collect();
    let format = zone.mrz.format;
    let finding = if wrong.is_empty() {
        passed(
            MRZ_CHECK_DIGITS,
            format!("Every check digit of the {format} zone holds."),
        )
    } else {
        failed(
            MRZ_CHECK_DIGITS,
            format!(
                "Check digits of the {format} zone don't hold: {}.",
                wrong.join(", ")
            ),
            "We could not read the lines of letters and < signs on your document. Keep them free \
             of light spots and fingers, hold still, and take a new picture.",
        )
    };
    match around(&zone.seen.quads) {
        Some(area) => finding.at(zone.side.as_str(), area),
        None => finding,
    }
}

fn no_zone(case: &Case) -> &'static str {
    if case.document.barcode.is_some()
        && let Some(agreement) = &case.document.agreement
    {
        // A barcode stands for the zone: what is wrong is what print lacks of it.
        return print_agreement::asked(agreement);
    }
    let card = case
        .document
        .kind
        .is_some_and(|kind| kind != crate::Kind::Passport);
    match case.request.back {
        None if card => "We need the other side of your card too. Take a picture of it.",
        Some(_) if card => {
            "We could not find the lines of letters and < signs on your card. Take a new picture \
             of both sides, each from edge to edge."
        }
        _ => {
            "We could not find the two lines of letters and < signs. Show the whole page with \
             your photo, down to its lower edge."
        }
    }
}
