use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::finding::{FindingExt, failed, passed};

/// Whether a card's printed dates can be true together: its holder is born, gets it, and it expires. What
/// can't be is left out of what the card says, so this is told to operators and decides nothing. Says nothing
/// of documents whose fields are not opened by numbers and words.
pub(super) fn check(case: &CheckInput) -> Option<Finding> {
    let in_order = case.document.fields.dates_in_order?;
    let finding = if in_order {
        passed(
            FindingCode::DatesInOrder,
            "The printed dates of birth, issue and expiry can be true together.",
        )
    } else {
        failed(
            FindingCode::DatesInOrder,
            "The printed dates of birth, issue and expiry can't be true together: one was misread or \
             is another field's, and left out.",
            Reason::PrintedPartUnreadable,
        )
    };
    Some(finding.advisory())
}
