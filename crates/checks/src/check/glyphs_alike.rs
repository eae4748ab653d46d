use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::finding::{FindingExt, failed, passed};

/// Whether the digits of each printed date look like the same digits elsewhere on its side. What they are
/// judged by rests on simulated documents alone, so this is told to operators and decides nothing. Says
/// nothing where there was too little to compare.
pub(super) fn check(case: &CheckInput) -> Option<Finding> {
    let signals = case.document.sides.iter().flat_map(|(side, seen)| {
        let signals = seen.authenticity.iter();
        let measured = signals.filter(|signal| signal.signal == "glyphs_alike");
        measured.map(move |signal| (*side, signal))
    });
    let (side, signal) = signals.max_by(|(_, a), (_, b)| a.excess().total_cmp(&b.excess()))?;
    let code = FindingCode::GlyphsAlike;
    let reason = signal.reason.as_str();
    let finding = if signal.suspects() {
        failed(code, reason, Reason::PictureEdited)
    } else {
        passed(code, reason)
    };
    let finding = match signal.score {
        Some(score) => finding.scored(score, signal.threshold),
        None => finding,
    };
    let finding = finding.advisory();
    Some(match signal.region {
        Some(region) => finding.at(side.as_str(), region),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use observation::{Basis, DocumentObservation, Rect, Signal};

    use super::*;
    use crate::samples::{Sample, judge, request};

    fn passport_with(score: f32) -> DocumentObservation {
        let mut passport = Sample::passport().whole();
        passport.authenticity.push(Signal {
            signal: "glyphs_alike".to_owned(),
            score: Some(score),
            threshold: 2.5,
            basis: Basis::Simulated,
            reason: "What was seen.".to_owned(),
            region: Some(Rect {
                x: 10.0,
                y: 20.0,
                width: 30.0,
                height: 8.0,
            }),
        });
        passport
    }

    #[test]
    fn operators_see_where_a_date_is_unlike_the_rest_and_nothing_else_changes() {
        let outcome = |picture: &DocumentObservation| judge(&request(picture, None, None));
        let without = outcome(&Sample::passport().whole());
        let code = |finding: &&Finding| finding.code == FindingCode::GlyphsAlike;
        assert!(
            !without
                .evidence
                .findings
                .iter()
                .any(|finding| code(&finding))
        );
        for (score, passed) in [(2.5, true), (2.6, false)] {
            let with = outcome(&passport_with(score));
            assert_eq!(with.verdict, without.verdict);
            assert!(with.document == without.document);
            let finding = with.evidence.findings.iter().find(code).unwrap();
            assert_eq!((finding.passed, finding.advisory), (passed, true));
            assert_eq!((finding.score, finding.threshold), (Some(score), Some(2.5)));
            let region = finding.region.as_ref().unwrap();
            assert_eq!(region.1, [10.0, 20.0, 30.0, 8.0]);
        }
    }
}
