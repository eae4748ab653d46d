use identity::{Finding, FindingCode};
use observation::SelfieObservation;

use super::AGAIN;
use crate::finding::{FindingExt, failed, passed};

/// A signal and the finding it makes.
static SIGNALS: [(&str, FindingCode); 2] = [
    ("raster", FindingCode::SelfieNotOfARaster),
    ("presentation_network", FindingCode::SelfieShowsAPerson),
];

/// What the selfie's own pixels say about whether it shows a person: the worst of all frames. Nobody
/// measured whom these turn away, so they are shown and decide nothing.
pub(super) fn check(frames: &[SelfieObservation]) -> Vec<Finding> {
    let findings = SIGNALS.iter().filter_map(|(name, code)| {
        let signals = frames.iter().flat_map(|frame| &frame.signals);
        let worst = signals
            .filter(|signal| signal.signal == *name)
            .max_by(|a, b| a.excess().total_cmp(&b.excess()))?;
        let finding = if worst.suspects() {
            failed(code.clone(), worst.reason.as_str(), AGAIN)
        } else {
            passed(code.clone(), worst.reason.as_str())
        };
        let finding = match worst.score {
            Some(score) => finding.scored(score, worst.threshold),
            None => finding,
        };
        Some(finding.advisory())
    });
    findings.collect()
}

pub(super) fn is_of(finding: &Finding) -> bool {
    SIGNALS.iter().any(|(_, code)| finding.code == *code)
}

#[cfg(test)]
mod tests {
    use observation::{Basis, Signal};

    use super::*;
    use crate::samples::selfie;

    #[test]
    fn the_worst_frame_is_shown_and_decides_nothing() {
        let frame = |score| SelfieObservation {
            signals: vec![Signal {
                signal: "raster".to_owned(),
                score: Some(score),
                threshold: 7.5,
                basis: Basis::Simulated,
                reason: "What was seen.".to_owned(),
                region: None,
            }],
            ..selfie(Vec::new())
        };
        let findings = check(&[frame(3.0), frame(9.0), frame(1.0)]);
        assert_eq!(findings.len(), 1);
        assert!(!findings[0].passed && findings[0].advisory);
        assert_eq!(findings[0].score, Some(9.0));
        assert!(check(&[frame(2.0)])[0].passed);
        assert!(check(&[selfie(Vec::new())]).is_empty());
    }
}
