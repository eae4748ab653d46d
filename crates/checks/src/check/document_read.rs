use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::finding::{FindingExt, failed, passed};

/// Whether the pictures show a document that we know how to read, and where.
pub(super) fn check(case: &CheckInput) -> Finding {
    let finding = look(case);
    let outlined = case
        .document
        .sides
        .iter()
        .find_map(|(side, seen)| Some((side, seen.outline?)));
    match outlined {
        Some((side, outline)) => finding.at(side.as_str(), outline.corners.bounds()),
        None => finding,
    }
}

fn look(case: &CheckInput) -> Finding {
    match case.document.kind {
        Some(kind) => passed(
            FindingCode::DocumentRead,
            format!(
                "The pictures show a document of this type: {}.",
                kind.name()
            ),
        ),
        None if case.document.is_there() => failed(
            FindingCode::DocumentRead,
            "The document's machine readable zone has a document code of no known kind.",
            Reason::DocumentKindUnknown,
        ),
        None => failed(
            FindingCode::DocumentRead,
            "The pictures show neither a machine readable zone nor words that tell what document \
             this is.",
            Reason::DocumentNotRecognised,
        ),
    }
}

#[cfg(test)]
mod tests {
    use identity::FindingCode;
    use observation::Outline;

    use crate::samples::{Sample, judge, quad, request};

    #[test]
    fn the_finding_says_where_the_document_lies() {
        let mut passport = Sample::passport().whole();
        passport.outline = Some(Outline {
            corners: quad(30.0, 40.0, 1400.0, 990.0),
            confidence: 0.9,
        });
        let outcome = judge(&request(&passport, None, None));
        let read = &outcome.evidence.findings[0];
        assert_eq!(read.code, FindingCode::DocumentRead);
        assert_eq!(
            read.region,
            Some(("front".to_owned(), [30.0, 40.0, 1400.0, 990.0]))
        );
    }
}
