//! How reasons are stored: as an object with code and parameters. Earlier versions stored the English
//! sentence; reading such a sentence gives the reason that has it.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Reason;

static BY_SENTENCE: LazyLock<HashMap<String, Reason>> = LazyLock::new(|| {
    let sentences = Reason::all().map(|reason| (reason.english().into_owned(), reason));
    sentences.collect()
});

impl Reason {
    /// The reason that has this English sentence; [`Reason::Sentence`] where none has it.
    fn said_by(sentence: String) -> Self {
        let known = BY_SENTENCE.get(&sentence).cloned();
        known.unwrap_or(Self::Sentence(sentence))
    }
}

// With `remote`, serde derives inherent functions in place of the traits. They know the coded form
// alone.
impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Sentence(sentence) => serializer.serialize_str(sentence),
            coded => Reason::serialize(coded, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Stored {
            Sentence(String),
            Coded(#[serde(with = "Reason")] Reason),
        }
        Ok(match Stored::deserialize(deserializer)? {
            Stored::Sentence(sentence) => Self::said_by(sentence),
            Stored::Coded(reason) => reason,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::{DocumentType, ErrorCode, Expand, FindingCode, LastError, VerificationReport};

    #[test]
    fn every_reason_comes_back_from_its_code_and_from_its_sentence() {
        for reason in Reason::all() {
            let stored = json!(reason);
            assert_eq!(stored["code"], json!(reason.code()));
            assert_eq!(serde_json::from_value::<Reason>(stored).unwrap(), reason);
            let before = json!(reason.english());
            assert_eq!(serde_json::from_value::<Reason>(before).unwrap(), reason);
        }
    }

    #[test]
    fn codes_and_parameters_are_what_is_kept() {
        let error = LastError {
            code: ErrorCode::DocumentTypeNotSupported,
            reason: Reason::DocumentTypeNotAccepted {
                accepted: vec![DocumentType::IdCard, DocumentType::Passport],
            },
        };
        let stored = json!({
            "code": "document_type_not_supported",
            "reason": {"code": "document_type_not_accepted", "accepted": ["id_card", "passport"]},
        });
        assert_eq!(json!(error), stored);
    }

    /// As sessions had it before reasons had codes.
    #[test]
    fn an_error_that_was_kept_as_a_sentence_has_its_code() {
        let stored = r#"{"code":"abandoned","reason":"The verification was begun and not finished. Please begin again."}"#;
        let error: LastError = serde_json::from_str(stored).unwrap();
        assert_eq!(error.reason, Reason::Abandoned);
    }

    #[test]
    fn a_sentence_that_nobody_knows_any_more_still_says_what_it_said() {
        let before =
            "We can't check driving licences yet. Use a passport or an identity card instead.";
        let reason: Reason = serde_json::from_value(json!(before)).unwrap();
        assert_eq!(reason, Reason::Sentence(before.to_owned()));
        assert_eq!(reason.english(), before);
        assert_eq!(json!(reason), json!(before));
    }

    #[test]
    fn what_is_neither_sentence_nor_known_code_is_no_reason() {
        for stored in [
            json!({"code": "nonsense"}),
            json!({}),
            json!(7),
            Value::Null,
        ] {
            assert!(serde_json::from_value::<Reason>(stored).is_err());
        }
    }

    proptest! {
        #[test]
        fn whatever_was_kept_as_a_sentence_says_what_it_said(sentence in any::<String>()) {
            let reason: Reason = serde_json::from_value(json!(sentence)).unwrap();
            prop_assert_eq!(reason.english(), sentence.as_str());
            let again: Reason = serde_json::from_value(json!(reason)).unwrap();
            prop_assert_eq!(again, reason);
        }
    }

    /// A report as it was kept before reasons had codes.
    #[test]
    fn a_report_of_before_opens_and_says_what_it_said() {
        let before: Value = serde_json::from_str(include_str!("report_before_codes.json")).unwrap();
        let report: VerificationReport = serde_json::from_value(before.clone()).unwrap();
        let error = report.document.as_ref().unwrap().error.as_ref().unwrap();
        let accepted = vec![DocumentType::IdCard, DocumentType::DrivingLicense];
        let reason = Reason::DocumentTypeNotAccepted { accepted };
        assert_eq!(error.reason, reason);
        let mut failed = report.evidence.findings.iter().filter(|one| !one.passed);
        let failed = failed.next().unwrap();
        assert_eq!(failed.code, FindingCode::DocumentTypeAllowed);
        assert_eq!(failed.person, Some(reason));

        let shown = crate::resource::report(&report, &Expand::new(["evidence"])).into_value();
        assert_eq!(shown["document"]["error"], before["document"]["error"]);
        let (shown, before) = (&shown["evidence"], &before["evidence"]);
        let findings = before["findings"].as_array().unwrap();
        assert_eq!(shown["findings"].as_array().unwrap().len(), findings.len());
        for (at, finding) in findings.iter().enumerate() {
            for part in ["passed", "advisory", "operator", "person"] {
                assert_eq!(shown["findings"][at][part], finding[part]);
            }
            // A check that has another name now is shown by it.
            let former = FindingCode::FORMER
                .iter()
                .find(|(former, _)| finding["code"] == *former);
            let code = former.map_or(finding["code"].clone(), |(_, code)| code.as_str().into());
            assert_eq!(shown["findings"][at]["code"], code);
        }
        assert_eq!(shown["policy"], before["policy"]);
    }
}
