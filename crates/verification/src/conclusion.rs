use checks::Grounds;
use identity::{
    Collected, ContactReport, DocumentReport, IdNumberReport, LastError, Options, SelfieReport,
    SessionPersonal, Verdict, VerifiedOutputs,
};
use serde_json::Value;

use crate::{Verified, contact, id_number};

/// What the checks of one submission came to, whichever there were.
pub struct Conclusion {
    pub(crate) verdict: Verdict,
    pub(crate) outputs: Option<VerifiedOutputs>,
    pub(crate) document: Option<DocumentReport>,
    pub(crate) selfie: Option<SelfieReport>,
    pub(crate) id_number: Option<IdNumberReport>,
    pub(crate) email: Option<ContactReport>,
    pub(crate) phone: Option<ContactReport>,
    pub(crate) grounds: Grounds,
    pub(crate) models: Vec<(String, String)>,
    pub(crate) observations: Value,
}

impl Conclusion {
    /// Of a session that asks for an ID number alone.
    pub fn of_id_number(collected: &Collected) -> Self {
        let report = id_number::unverified(collected, None);
        Self {
            verdict: Verdict::Failed(id_number::no_data_source()),
            outputs: None,
            document: None,
            selfie: None,
            id_number: Some(report),
            email: None,
            phone: None,
            grounds: Grounds {
                liveness: "none".to_owned(),
                ..Grounds::default()
            },
            models: Vec::new(),
            observations: Value::Null,
        }
    }

    /// Of a session that asks for pictures, and perhaps for more beside them.
    pub(crate) fn of_pictures(
        checked: Verified,
        personal: &SessionPersonal,
        options: &Options,
    ) -> Self {
        let Verified {
            outcome,
            models,
            observations,
        } = checked;
        let id_number = options
            .requires_id_number()
            .then(|| id_number::unverified(&personal.collected, Some(&outcome.document)));
        let (email, phone) = contact::unverified(options, personal.provided_details.as_ref());
        let errors = [
            id_number.as_ref().and_then(|report| report.error.as_ref()),
            email.as_ref().and_then(|report| report.error.as_ref()),
            phone.as_ref().and_then(|report| report.error.as_ref()),
        ];
        let error = errors.into_iter().flatten().next().cloned();
        let (verdict, outputs) = with_others(outcome.verdict, outcome.verified_outputs, error);
        Self {
            verdict,
            outputs,
            document: Some(outcome.document),
            selfie: outcome.selfie,
            id_number,
            email,
            phone,
            grounds: outcome.evidence,
            models,
            observations,
        }
    }
}

/// What was asked for beside the pictures and not verified fails what would have passed; what
/// failed already keeps its reason.
fn with_others(
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
    use identity::{ErrorCode, Reason};

    use super::*;

    #[test]
    fn an_unverified_number_fails_a_good_document_and_keeps_a_bad_ones_reason() {
        let number = Some(id_number::no_data_source());
        let outputs = Some(VerifiedOutputs::default());
        let (verdict, left) = with_others(Verdict::Verified, outputs, number.clone());
        assert_eq!(verdict, Verdict::Failed(id_number::no_data_source()));
        assert!(left.is_none());

        let expired = Verdict::Failed(LastError {
            code: ErrorCode::DocumentExpired,
            reason: Reason::DocumentExpired,
        });
        assert_eq!(with_others(expired.clone(), None, number).0, expired);
        assert_eq!(
            with_others(Verdict::Verified, None, None).0,
            Verdict::Verified
        );
    }
}
