use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::finding::{FindingExt, failed, passed};

/// Whether the document shows its holder's photo. Where a selfie is to match it, a missing photo
/// is the selfie's error and counted once, there.
pub(super) fn check(case: &CheckInput) -> Finding {
    let finding = look(case, FindingCode::PhotoPresent);
    if case.request.selfie.is_some() && !finding.passed {
        let operator = "No face was found on the document; this counts against the selfie.";
        return passed(FindingCode::PhotoPresent, operator);
    }
    finding
}

pub(super) fn check_for_selfie(case: &CheckInput) -> Finding {
    look(case, FindingCode::DocumentHasFace)
}

fn look(case: &CheckInput, code: FindingCode) -> Finding {
    match case.document.photo() {
        Some((side, face)) => {
            passed(code, "The document has a photo.").at(side.as_str(), face.bounds)
        }
        None => failed(
            code,
            "No face was found on the document.",
            Reason::PhotoMissing,
        ),
    }
}
