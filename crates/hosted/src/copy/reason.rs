//! Why something was not verified, in the person's language.

use fluent_bundle::FluentArgs;
use identity::{DocumentType, Reason};

use super::Language;

impl Language {
    /// What a person is told. A sentence that an older version kept stays English.
    pub(super) fn reason(self, reason: &Reason) -> String {
        self.reason_message(reason)
            .unwrap_or_else(|| reason.english().into_owned())
    }

    fn reason_message(self, reason: &Reason) -> Option<String> {
        let mut values = FluentArgs::new();
        if let Reason::DocumentTypeNotAccepted { accepted } = reason {
            values.set("accepted", self.alternatives(accepted)?);
        }
        self.message(&format!("reason-{}", reason.code()?), &values)
    }

    /// Documents of these types, one of which is enough.
    fn alternatives(self, accepted: &[DocumentType]) -> Option<String> {
        let nothing = FluentArgs::new();
        let named = |one: &DocumentType| self.message(&format!("accepted-{one}"), &nothing);
        let Some((first, others)) = accepted.split_first() else {
            return self.message("accepted-any", &nothing);
        };
        others.iter().try_fold(named(first)?, |listed, other| {
            let mut values = FluentArgs::new();
            values.set("first", listed);
            values.set("other", named(other)?);
            self.message("accepted-either", &values)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_reason_is_said_in_every_language() {
        for language in Language::all() {
            let mut said = BTreeMap::new();
            for reason in Reason::all() {
                let text = language.reason_message(&reason);
                let text = text.unwrap_or_else(|| panic!("{}: {reason:?}", language.tag()));
                if language == Language::ENGLISH {
                    assert_eq!(text, reason.english());
                } else {
                    assert_ne!(text, reason.english(), "{}", language.tag());
                }
                let same = said.insert(text, reason.clone());
                assert_eq!(same, None, "{}: {reason:?}", language.tag());
            }
        }
    }

    #[test]
    fn what_else_is_accepted_is_named() {
        let german = Language::all().find(|language| language.tag() == "de");
        let accepted = vec![DocumentType::IdCard, DocumentType::DrivingLicense];
        let said = german
            .unwrap()
            .reason(&Reason::DocumentTypeNotAccepted { accepted });
        assert!(
            said.contains("einen Personalausweis oder einen Führerschein"),
            "{said}"
        );
    }

    #[test]
    fn a_sentence_of_before_is_said_as_it_was() {
        let before = Reason::Sentence("Hold it <still>.".to_owned());
        for language in Language::all() {
            assert_eq!(language.reason(&before), "Hold it <still>.");
        }
    }
}
