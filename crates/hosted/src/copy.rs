//! Every text of the person's side, as messages in files of one language each. Texts are HTML
//! fragments where the protocol says so, and what they quote is escaped there.

mod consent;
mod language;
mod outcome;
mod problem;
mod reason;
mod screens;

use fluent_bundle::FluentArgs;
use http::HeaderMap;
use identity::{Mode, VerificationSession};
use sessions::{Operator, PageSettings, Services};

pub(crate) use consent::{consent, consent_text, consent_version, sheets};
pub(crate) use language::Language;
pub(crate) use outcome::outcome;
pub(crate) use problem::{
    challenge_over, consent_declined, date_invalid, id_number_invalid, name_invalid, not_a_picture,
    picture,
};
pub(crate) use screens::{
    country_not_listed, document_label, document_select, individual, individual_welcome, success,
    training_consent,
};

/// For whom the texts speak, about what, and in which language.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) operator: &'a Operator,
    pub(crate) mode: Mode,
    /// Whether a face is compared.
    pub(crate) face: bool,
    /// Whether a series of pictures of it is taken.
    pub(crate) film: bool,
    pub(crate) language: Language,
}

impl<'a> Context<'a> {
    /// The words for a session, in the language that a client asks for.
    pub(crate) fn of(
        services: &'a Services,
        session: &VerificationSession,
        headers: &HeaderMap,
    ) -> Self {
        let face = session.options.requires_matching_selfie();
        Self {
            operator: services.operator(session),
            mode: session.mode,
            face,
            film: face && services.liveness(session) == identity::LivenessLevel::Challenge,
            language: Language::accepted(headers, &offered(&services.settings.page, session.mode)),
        }
    }

    /// A message that is shown as it is.
    pub(crate) fn text(&self, id: &str) -> String {
        self.say(id, str::to_owned)
    }

    /// A message that is an HTML fragment.
    pub(crate) fn html(&self, id: &str) -> String {
        self.say(id, escape)
    }

    fn say(&self, id: &str, quote: impl Fn(&str) -> String) -> String {
        let named = |otherwise: &str| match self.operator.name.as_str() {
            "" => self.language.format(otherwise, &FluentArgs::new()),
            name => quote(name),
        };
        let mut values = FluentArgs::new();
        values.set("operator", named("sender"));
        values.set("operatorFirst", named("sender-first"));
        if let Some(address) = &self.operator.privacy_url {
            values.set("address", quote(address));
        }
        self.language.format(id, &values)
    }

    fn privacy_policy(&self) -> String {
        let linked = self.operator.privacy_url.is_some();
        self.html(if linked {
            "privacy-link"
        } else {
            "privacy-ask"
        })
    }
}

/// Real people read consents that somebody reviewed; developers may try every language.
pub(crate) fn offered(settings: &PageSettings, mode: Mode) -> Vec<Language> {
    let reviewed = &settings.reviewed_consents;
    let offers = |language: &Language| {
        mode == Mode::Test || reviewed.iter().any(|tag| tag == language.tag())
    };
    Language::all().filter(offers).collect()
}

/// Text as HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_people_read_reviewed_consents_alone() {
        let settings = PageSettings {
            reviewed_consents: vec!["de".to_owned(), "fr".to_owned()],
            ..PageSettings::default()
        };
        let tags = |mode| -> Vec<&str> {
            let offered = offered(&settings, mode);
            offered.into_iter().map(Language::tag).collect()
        };
        assert_eq!(tags(Mode::Live), ["fr", "de"]);
        assert_eq!(tags(Mode::Test).len(), 12);
    }
}
