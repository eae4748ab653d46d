use identity::{Finding, FindingCode, Reason};
use observation::{DocumentObservation, Signal};

use super::CheckInput;
use crate::finding::{FindingExt, failed, passed};

/// Signals, each with what the person can do, and the finding that they make together.
static FINDINGS: [(FindingCode, &[(&str, Reason)]); 4] = [
    (
        FindingCode::PictureNotEdited,
        &[
            ("editing_traces", Reason::PictureEdited),
            (SAVED_ANEW, Reason::PictureSavedAnew),
        ],
    ),
    (
        FindingCode::PictureNotOfARaster,
        &[("raster", Reason::PictureOfScreen)],
    ),
    (
        FindingCode::PictureInColour,
        &[("missing_colour", Reason::PictureOfCopy)],
    ),
    (
        FindingCode::PictureOfOnePiece,
        &[("pasted_region", Reason::PicturePasted)],
    ),
];

/// The signal of pictures that a viewer or a phone's own editor saved.
const SAVED_ANEW: &str = "saved_anew";

/// Whether the pictures show the document itself, as a camera saw it.
pub(super) fn check(case: &CheckInput) -> Vec<Finding> {
    let findings = FINDINGS.iter().map(|(code, signals)| {
        let worst: Vec<(&Signal, &Reason)> = signals
            .iter()
            .filter_map(|(name, person)| Some((worst(case, name)?, person)))
            .collect();
        let suspect = worst.iter().find(|(signal, _)| signal.suspects());
        let Some((signal, person)) = suspect.or(worst.first()) else {
            return passed(code.clone(), "There is nothing to tell it by.");
        };
        let finding = if signal.suspects() {
            failed(code.clone(), signal.reason.as_str(), (*person).clone())
        } else {
            passed(code.clone(), signal.reason.as_str())
        };
        match signal.score {
            Some(score) => finding.scored(score, signal.threshold),
            None => finding,
        }
    });
    findings.collect()
}

/// Whether a viewer or a phone's own editor saved the picture, which its own camera file mends.
pub(crate) fn is_saved_anew(seen: &DocumentObservation) -> bool {
    of(seen, SAVED_ANEW).is_some_and(Signal::suspects)
}

/// The most suspicious of all sides.
fn worst<'a>(case: &CheckInput<'a>, name: &str) -> Option<&'a Signal> {
    let sides = case.document.sides.iter();
    sides
        .filter_map(|(_, seen)| of(seen, name))
        .max_by(|a, b| a.excess().total_cmp(&b.excess()))
}

fn of<'a>(seen: &'a DocumentObservation, name: &str) -> Option<&'a Signal> {
    let mut signals = seen.authenticity.iter();
    signals.find(|signal| signal.signal == name && signal.decides())
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use identity::ErrorCode;
    use observation::Basis;

    use super::*;
    use crate::samples::{Sample, judge, request};

    fn real() -> Basis {
        Basis::Real {
            folder: "others".to_owned(),
            genuine: NonZeroU32::MIN,
            attacks: 0,
        }
    }

    fn passport_with(name: &str, score: Option<f32>, basis: Basis) -> DocumentObservation {
        let mut passport = Sample::passport().whole();
        passport.authenticity.retain(|signal| signal.signal != name);
        passport.authenticity.push(Signal {
            signal: name.to_owned(),
            score,
            threshold: 0.5,
            basis,
            reason: "What was seen.".to_owned(),
            region: None,
        });
        passport
    }

    fn all() -> impl Iterator<Item = (&'static FindingCode, &'static str, &'static Reason)> {
        FINDINGS.iter().flat_map(|(code, signals)| {
            let signals = signals.iter();
            signals.map(move |(name, person)| (code, *name, person))
        })
    }

    #[test]
    fn each_signal_turns_a_document_away_by_itself() {
        for (code, name, person) in all() {
            let passport = passport_with(name, Some(0.6), real());
            let outcome = judge(&request(&passport, None, None));
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
    fn neither_low_scores_nor_missing_ones_nor_advisory_signals_decide() {
        for (_, name, _) in all() {
            for (score, basis) in [
                (Some(0.5), real()),
                (None, real()),
                (Some(0.9), Basis::Simulated),
            ] {
                let passport = passport_with(name, score, basis);
                let outcome = judge(&request(&passport, None, None));
                assert!(outcome.document.error.is_none(), "{name} {score:?}");
            }
        }
    }

    #[test]
    fn a_picture_that_cannot_tell_says_so() {
        let passport = passport_with("raster", None, real());
        let outcome = judge(&request(&passport, None, None));
        let findings = &outcome.evidence.findings;
        let of_raster = |finding: &&Finding| finding.code == FindingCode::PictureNotOfARaster;
        let finding = findings.iter().find(of_raster).unwrap();
        assert!(finding.passed && finding.score.is_none());
        assert_eq!(finding.operator, "What was seen.");
    }

    #[test]
    fn an_editor_goes_before_a_viewer() {
        let mut passport = passport_with("saved_anew", Some(1.0), real());
        let edited = passport_with("editing_traces", Some(1.0), real());
        passport.authenticity.extend(edited.authenticity);
        let outcome = judge(&request(&passport, None, None));
        let error = outcome.document.error.unwrap();
        assert_eq!(error.reason, Reason::PictureEdited);
    }
}
