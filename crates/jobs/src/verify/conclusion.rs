use identity::{
    Collected, DocumentReport, Evidence, IdNumberReport, LastError, SelfieReport, Verdict,
    VerifiedOutputs,
};
use serde_json::Value;

use super::Verified;
use super::id_number;

/// What the checks of one submission came to, whichever there were.
pub(super) struct Conclusion {
    pub(super) verdict: Verdict,
    pub(super) outputs: Option<VerifiedOutputs>,
    pub(super) document: Option<DocumentReport>,
    pub(super) selfie: Option<SelfieReport>,
    pub(super) id_number: Option<IdNumberReport>,
    pub(super) evidence: Evidence,
    pub(super) observations: Value,
}

impl Conclusion {
    /// Of a session that asks for an ID number alone.
    pub(super) fn of_id_number(collected: &Collected) -> Self {
        let report = id_number::unverified(collected, None);
        Self {
            verdict: Verdict::Failed(id_number::no_data_source()),
            outputs: None,
            document: None,
            selfie: None,
            id_number: Some(report),
            evidence: Evidence {
                code_version: String::from(env!("CARGO_PKG_VERSION")),
                liveness: "none".to_owned(),
                ..Evidence::default()
            },
            observations: Value::Null,
        }
    }

    /// Of a session that asks for pictures, and perhaps for an ID number beside them.
    pub(super) fn of_pictures(checked: Verified, collected: &Collected, number: bool) -> Self {
        let Verified {
            outcome,
            observations,
        } = checked;
        let id_number = number.then(|| id_number::unverified(collected, Some(&outcome.document)));
        let error = id_number
            .as_ref()
            .and_then(|report: &IdNumberReport| report.error.clone());
        let (verdict, outputs) = with_number(outcome.verdict, outcome.verified_outputs, error);
        Self {
            verdict,
            outputs,
            document: Some(outcome.document),
            selfie: outcome.selfie,
            id_number,
            evidence: outcome.evidence,
            observations,
        }
    }
}

/// A number that was asked for and not verified fails what would have passed; what failed already
/// keeps its reason.
fn with_number(
    verdict: Verdict,
    outputs: Option<VerifiedOutputs>,
    error: Option<LastError>,
) -> (Verdict, Option<VerifiedOutputs>) {
    match (verdict, error) {
        (Verdict::Verified, Some(error)) => (Verdict::Failed(error), None),
        (verdict, _) => (verdict, outputs),
    }
}

#[cfg(test)]
mod tests {
    use identity::ErrorCode;

    use super::*;

    #[test]
    fn an_unverified_number_fails_a_good_document_and_keeps_a_bad_ones_reason() {
        let number = Some(id_number::no_data_source());
        let outputs = Some(VerifiedOutputs::default());
        let (verdict, left) = with_number(Verdict::Verified, outputs, number.clone());
        assert_eq!(verdict, Verdict::Failed(id_number::no_data_source()));
        assert!(left.is_none());

        let expired = Verdict::Failed(LastError {
            code: ErrorCode::DocumentExpired,
            reason: String::new(),
        });
        assert_eq!(with_number(expired.clone(), None, number).0, expired);
        assert_eq!(
            with_number(Verdict::Verified, None, None).0,
            Verdict::Verified
        );
    }
}
