//! Every text of the person's side, in English: one module, so that a translation is another one
//! beside it. Texts are HTML fragments where the protocol says so, and what they quote is escaped.

mod consent;
mod outcome;
mod problem;
mod screens;

use identity::Mode;
use sessions::Operator;

pub(crate) use consent::{consent, consent_version, sheets};
pub(crate) use outcome::{declined_reason, outcome};
pub(crate) use problem::{
    challenge_over, consent_declined, date_invalid, id_number_invalid, name_invalid, not_a_picture,
    picture,
};
pub(crate) use screens::{
    country_not_listed, document_label, document_select, individual, individual_welcome, success,
    training_consent,
};

/// BCP 47 tag of these texts.
pub(crate) const LANGUAGE: &str = "en";

/// For whom the texts speak, and about what.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) operator: &'a Operator,
    pub(crate) mode: Mode,
    /// Whether a face is compared.
    pub(crate) face: bool,
}

impl Context<'_> {
    /// The operator's name, in HTML.
    fn name(&self) -> String {
        if self.operator.name.is_empty() {
            "The sender of this link".to_owned()
        } else {
            escape(&self.operator.name)
        }
    }

    fn privacy_policy(&self) -> String {
        let name = self.name();
        match &self.operator.privacy_url {
            Some(url) => format!(
                "The <a href=\"{}\">privacy notice of {name}</a> says how long data is kept.",
                escape(url)
            ),
            None => format!("Ask {name} how long data is kept, and to delete it."),
        }
    }
}

/// Text as HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
