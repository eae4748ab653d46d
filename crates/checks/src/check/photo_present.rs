use identity::Finding;

use super::Case;
use crate::finding::{
    FindingExt,
    code::{DOCUMENT_HAS_FACE, PHOTO_PRESENT},
    failed, passed,
};

const PERSON: &str = "We could not find your photo on the document. Show the side with the photo, \
                      free of light spots and fingers, and take a new picture.";

/// Whether the document shows its holder's photo. Where a selfie is to match it, a missing photo
/// is the selfie's error and counted once, there.
pub(super) fn check(case: &Case) -> Finding {
    let finding = look(case, PHOTO_PRESENT);
    if case.request.selfie.is_some() && !finding.passed {
        let operator = "No face was found on the document; this counts against the selfie.";
        return passed(PHOTO_PRESENT, operator);
    }
    finding
}

pub(super) fn check_for_selfie(case: &Case) -> Finding {
    look(case, DOCUMENT_HAS_FACE)
}

fn look(case: &Case, code: &str) -> Finding {
    match case.document.photo() {
        Some((side, face)) => {
            passed(code, "The document has a photo.").at(side.as_str(), face.bounds)
        }
        None => failed(code, "No face was found on the document.", PERSON),
    }
}
