use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::agreement::Seen;
use crate::finding::{failed, passed};

/// Whether print, on its own, has the same number, dates and surname as the machine readable zone or
/// the barcode. Then everything that counts is confirmed twice, which makes up for a check digit over
/// the whole zone that doesn't hold, and for a missing zone.
pub(super) fn check(case: &CheckInput) -> Finding {
    let confirmed = case
        .document
        .source()
        .zip(case.document.agreement.as_ref())
        .is_some_and(|(source, agreement)| {
            source.proves_fields()
                && [
                    &agreement.number,
                    &agreement.birth_date,
                    &agreement.expiry_date,
                    &agreement.surname,
                ]
                .into_iter()
                .all(Seen::is_settled)
        });
    if confirmed {
        passed(
            FindingCode::TwoSources,
            "Number, dates and surname are the same in print and in what machines read.",
        )
    } else {
        failed(
            FindingCode::TwoSources,
            "Number, dates and surname could not all be confirmed by a second source.",
            Reason::DocumentPartlyUnreadable,
        )
    }
}
