use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::finding::{failed, passed};
use crate::several::second_number;

/// Whether each picture shows one document: what two say must not be mixed. Where only edges tell of
/// a second one, it counts where nothing with check digits says which lines belong together.
pub(super) fn check(case: &CheckInput) -> Finding {
    for (side, seen) in &case.document.sides {
        if second_number(seen).is_some() {
            let operator = format!(
                "The picture of the {} has machine readable zones of two documents.",
                side.as_str()
            );
            return failed(FindingCode::OneDocument, operator, Reason::SeveralDocuments);
        }
    }
    let proven = case.document.barcode.is_some()
        || case
            .document
            .mrz
            .as_ref()
            .is_some_and(|mrz| mrz.parsed.valid());
    let several = case
        .document
        .sides
        .iter()
        .find(|(_, seen)| !seen.other_outlines.is_empty());
    match several {
        Some((side, _)) if !proven => failed(
            FindingCode::OneDocument,
            format!(
                "The picture of the {} shows two documents side by side.",
                side.as_str()
            ),
            Reason::SeveralDocuments,
        ),
        Some(_) => passed(
            FindingCode::OneDocument,
            "A picture shows something like a second document; what was read is of one.",
        ),
        None => passed(FindingCode::OneDocument, "Each picture shows one document."),
    }
}

#[cfg(test)]
mod tests {
    use identity::{ErrorCode, FindingCode, Reason};
    use observation::Outline;

    use crate::samples::{Sample, judge, quad, request};

    #[test]
    fn zones_of_two_documents_are_never_mixed() {
        let mut other = Sample::passport();
        other.mrz.document_number = "Q11223344".to_owned();
        let mut both = Sample::passport().whole();
        both.other_mrzs = other.whole().mrz.into_iter().collect();
        let outcome = judge(&request(&both, None, None));
        let error = outcome.document.error.unwrap();
        assert_eq!(error.code, ErrorCode::DocumentUnverifiedOther);
        assert_eq!(error.reason, Reason::SeveralDocuments);
    }

    #[test]
    fn something_beside_a_document_that_is_read_does_no_harm() {
        let mut passport = Sample::passport().whole();
        passport.other_outlines = vec![Outline {
            corners: quad(10.0, 10.0, 300.0, 200.0),
            confidence: 0.9,
        }];
        assert!(
            judge(&request(&passport, None, None))
                .document
                .error
                .is_none()
        );
        passport.mrz = None;
        let outcome = judge(&request(&passport, None, None));
        let finding = outcome
            .evidence
            .findings
            .iter()
            .find(|f| f.code == FindingCode::OneDocument);
        assert!(!finding.unwrap().passed);
    }
}
