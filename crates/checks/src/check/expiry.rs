use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::Day;
use crate::finding::{failed, passed};

/// Whether the date of expiry was read and has not passed. A document is good to the end of its
/// last day wherever the person is: at the end of a day in UTC-12, UTC has begun the next.
pub(super) fn check(case: &CheckInput) -> Vec<Finding> {
    let Some(date) = case.document.fields.expiry_date else {
        return vec![
            unread(case),
            passed(
                FindingCode::Expiry,
                "No date of expiry: nothing has passed.",
            ),
        ];
    };
    let read = passed(FindingCode::ExpiryDateRead, "The date of expiry was read.");
    let Some(last_day) = Day::latest(date) else {
        return vec![
            read,
            passed(
                FindingCode::Expiry,
                "The document leaves the year of expiry open.",
            ),
        ];
    };
    let expired = last_day.plus_days(1) < case.request.today;
    let verdict = if expired {
        failed(
            FindingCode::Expiry,
            "The document has expired.",
            Reason::DocumentExpired,
        )
    } else {
        passed(FindingCode::Expiry, "The document has not expired.")
    };
    vec![read, verdict]
}

/// The finding about a date of expiry that was not read. A zone whose check digit holds may leave the
/// date open: such a document doesn't expire.
fn unread(case: &CheckInput) -> Finding {
    let open = case.document.mrz.as_ref().is_some_and(|mrz| {
        mrz.parsed.checks.expiry_date != Some(false) && mrz.parsed.fields.expiry_date == "<<<<<<"
    });
    if open {
        return passed(
            FindingCode::ExpiryDateRead,
            "The document has no date of expiry.",
        );
    }
    failed(
        FindingCode::ExpiryDateRead,
        "No date of expiry could be read with certainty.",
        Reason::ExpiryDateUnreadable,
    )
}
