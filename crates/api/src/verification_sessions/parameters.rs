//! Parameters that creation and update share.

use identity::{DocumentOptions, DocumentType, ProvidedDetails, VerificationType};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{Patch, Result};

use crate::parameters::check_email;

/// The types a caller may ask for; flows have one of their own.
#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum CheckType {
    Document,
    IdNumber,
}

impl From<CheckType> for VerificationType {
    fn from(check: CheckType) -> Self {
        match check {
            CheckType::Document => Self::Document,
            CheckType::IdNumber => Self::IdNumber,
        }
    }
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OptionsParameter {
    pub(super) document: Patch<DocumentParameter>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct DocumentParameter {
    allowed_types: Patch<Vec<DocumentType>>,
    require_id_number: Option<bool>,
    require_live_capture: Option<bool>,
    require_matching_selfie: Option<bool>,
}

impl OptionsParameter {
    pub(super) fn is_empty(&self) -> bool {
        matches!(self.document, Patch::Keep)
    }

    /// Merges what a request says into what is stored.
    pub(super) fn apply(self, stored: &mut Option<DocumentOptions>) {
        match self.document {
            Patch::Keep => {}
            Patch::Clear => *stored = None,
            Patch::Set(given) => {
                let stored = stored.get_or_insert_default();
                given.allowed_types.apply(&mut stored.allowed_types);
                replace(&mut stored.require_id_number, given.require_id_number);
                replace(&mut stored.require_live_capture, given.require_live_capture);
                let selfie = given.require_matching_selfie;
                replace(&mut stored.require_matching_selfie, selfie);
            }
        }
    }
}

fn replace<T>(stored: &mut Option<T>, given: Option<T>) {
    if given.is_some() {
        *stored = given;
    }
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct DetailsParameter {
    email: Patch<String>,
    phone: Patch<String>,
}

impl DetailsParameter {
    /// Merges what a request says into what is stored.
    pub(super) fn apply(self, stored: &mut Option<ProvidedDetails>) -> Result<()> {
        if let Patch::Set(email) = &self.email {
            check_email("provided_details[email]", email)?;
        }
        let details = stored.get_or_insert_default();
        self.email.apply(&mut details.email);
        self.phone.apply(&mut details.phone);
        Ok(())
    }
}
