use identity::Finding;

use super::Case;
use crate::finding::{FindingExt, code::DOCUMENT_READ, failed, passed};

/// Whether the pictures show a document that we know how to read, and where.
pub(super) fn check(case: &Case) -> Finding {
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

fn look(case: &Case) -> Finding {
    match case.document.kind {
        Some(kind) => passed(
            DOCUMENT_READ,
            format!(
                "The pictures show a document of this type: {}.",
                kind.name()
            ),
        ),
        None if case.document.is_there() => failed(
            DOCUMENT_READ,
            "The document's machine readable zone has a document code of no known kind.",
            "We don't know this kind of document. Use a passport or an identity card.",
        ),
        None => failed(
            DOCUMENT_READ,
            "The pictures show neither a machine readable zone nor words that tell what document \
             this is.",
            "We could not read your document. Put it on a dark, even surface, hold the camera \
             right above it in good light, and take a new picture.",
        ),
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(read.code, "document_read");
        assert_eq!(
            read.region,
            Some(("front".to_owned(), [30.0, 40.0, 1400.0, 990.0]))
        );
    }
}
