use identity::{Finding, FindingCode, Reason};
use observation::{DocumentObservation, Signal};

use super::CheckInput;
use crate::finding::{FindingExt, failed, passed};

/// A signal, the finding it makes and what the person can do.
static SIGNALS: [(&str, FindingCode, Reason); 4] = [
    (
        "editing_traces",
        FindingCode::PictureNotEdited,
        Reason::PictureEdited,
    ),
    (
        "raster",
        FindingCode::PictureNotOfARaster,
        Reason::PictureOfScreen,
    ),
    (
        "missing_colour",
        FindingCode::PictureInColour,
        Reason::PictureOfCopy,
    ),
    (
        "pasted_region",
        FindingCode::PictureOfOnePiece,
        Reason::PicturePasted,
    ),
];

/// Whether the pictures show the document itself, as a camera saw it.
pub(super) fn check(case: &CheckInput) -> Vec<Finding> {
    SIGNALS
        .iter()
        .map(|(name, code, person)| {
            let signals = case
                .document
                .sides
                .iter()
                .filter_map(|(_, seen)| of(seen, name));
            let worst =
                signals.max_by(|a, b| (a.score - a.threshold).total_cmp(&(b.score - b.threshold)));
            let Some(signal) = worst else {
                return passed(code.clone(), "There is nothing to tell it by.");
            };
            let finding = if signal.score > signal.threshold {
                failed(code.clone(), signal.reason.as_str(), person.clone())
            } else {
                passed(code.clone(), signal.reason.as_str())
            };
            finding.scored(signal.score, signal.threshold)
        })
        .collect()
}

fn of<'a>(seen: &'a DocumentObservation, name: &str) -> Option<&'a Signal> {
    let mut signals = seen.authenticity.iter();
    signals.find(|signal| signal.signal == name && !signal.advisory)
}

#[cfg(test)]
mod tests {
    use identity::ErrorCode;

    use super::*;
    use crate::samples::{Sample, judge, request};

    fn passport_with(name: &str, score: f32, advisory: bool) -> DocumentObservation {
        let mut passport = Sample::passport().whole();
        passport.authenticity.retain(|signal| signal.signal != name);
        passport.authenticity.push(Signal {
            signal: name.to_owned(),
            score,
            threshold: 0.5,
            advisory,
            reason: "What was seen.".to_owned(),
            region: None,
        });
        passport
    }

    #[test]
    fn each_signal_turns_a_document_away_by_itself() {
        for (name, code, person) in &SIGNALS {
            let outcome = judge(&request(&passport_with(name, 0.6, false), None, None));
            let error = outcome.document.error.unwrap();
            assert_eq!(error.code, ErrorCode::DocumentUnverifiedOther, "{name}");
            let failed = outcome.evidence.findings.iter().find(|f| !f.passed);
            let failed = failed.unwrap();
            assert_eq!(failed.code, *code);
            assert_eq!(failed.person.as_ref(), Some(person));
            assert_eq!((failed.score, failed.threshold), (Some(0.6), Some(0.5)));
        }
    }

    #[test]
    fn neither_low_scores_nor_advisory_signals_decide() {
        for (name, ..) in &SIGNALS {
            for (score, advisory) in [(0.5, false), (0.9, true)] {
                let outcome = judge(&request(&passport_with(name, score, advisory), None, None));
                assert!(outcome.document.error.is_none(), "{name} {score}");
            }
        }
    }
}
