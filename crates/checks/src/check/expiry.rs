use identity::Finding;

use super::Case;
use crate::Day;
use crate::finding::{
    code::{EXPIRY, EXPIRY_DATE_READ},
    failed, passed,
};

/// Whether the date of expiry was read and has not passed. A document is good to the end of its
/// last day wherever the person is: at the end of a day in UTC-12, UTC has begun the next.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let Some(date) = case.document.fields.expiry_date else {
        return vec![
            unread(case),
            passed(EXPIRY, "No date of expiry: nothing has passed."),
        ];
    };
    let read = passed(EXPIRY_DATE_READ, "The date of expiry was read.");
    let Some(last_day) = Day::latest(date) else {
        return vec![
            read,
            passed(EXPIRY, "The document leaves the year of expiry open."),
        ];
    };
    let expired = last_day.plus_days(1) < case.request.today;
    let verdict = if expired {
        failed(
            EXPIRY,
            "The document has expired.",
            "Your document has expired. Use one that is still valid.",
        )
    } else {
        passed(EXPIRY, "The document has not expired.")
    };
    vec![read, verdict]
}

/// A zone whose check digit holds may leave the date open: the document doesn't expire.
fn unread(case: &Case) -> Finding {
    let open =
        case.document.zone.as_ref().is_some_and(|zone| {
            zone.mrz.checks.expiry_date && zone.mrz.fields.expiry_date == "<<<<<<"
        });
    if open {
        return passed(EXPIRY_DATE_READ, "The document has no date of expiry.");
    }
    failed(
        EXPIRY_DATE_READ,
        "No date of expiry could be read with certainty.",
        "We could not read until when your document is valid. Avoid light spots and take a new \
         picture.",
    )
}
