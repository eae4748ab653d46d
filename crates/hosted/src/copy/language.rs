//! The languages of the person's side: one file of messages each (Project Fluent), chosen by what a
//! client accepts (RFC 9110, 12.5.4).

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use http::HeaderMap;
use http::header::ACCEPT_LANGUAGE;
use unic_langid::LanguageIdentifier;

macro_rules! messages {
    ($($tag:literal),+) => {
        [$(($tag, include_str!(concat!("../../messages/", $tag, ".ftl")))),+]
    };
}

/// The page's own messages, which the page without a script says too.
macro_rules! page_messages {
    ($($tag:literal),+) => {
        [$(include_str!(concat!("../../../../web/verify/src/messages/", $tag, ".ftl"))),+]
    };
}

const PAGE_SOURCES: [&str; 12] = page_messages!(
    "en", "es", "fr", "de", "pt", "it", "nl", "pl", "ar", "hi", "zh", "ja"
);

/// BCP 47 tags and messages, English first: it has every message.
const SOURCES: [(&str, &str); 12] = messages!(
    "en", "es", "fr", "de", "pt", "it", "nl", "pl", "ar", "hi", "zh", "ja"
);

const RIGHT_TO_LEFT: [&str; 1] = ["ar"];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<Bundle>> = LazyLock::new(|| {
    SOURCES
        .iter()
        .zip(PAGE_SOURCES)
        .map(|((tag, source), page)| bundle(tag, [page, source]))
        .collect()
});

fn bundle(tag: &str, sources: [&str; 2]) -> Bundle {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Names in another script would turn their surroundings around where text runs to the left.
    bundle.set_use_isolating(RIGHT_TO_LEFT.contains(&tag));
    for source in sources {
        // What does not parse is left out and found by the tests.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(part, _)| part);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// One of the languages there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Language(usize);

impl Language {
    pub(crate) const ENGLISH: Self = Self(0);

    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..SOURCES.len()).map(Self)
    }

    /// BCP 47.
    pub(crate) fn tag(self) -> &'static str {
        SOURCES[self.0].0
    }

    /// How its text runs, as HTML's `dir` says it.
    pub(crate) fn direction(self) -> &'static str {
        if RIGHT_TO_LEFT.contains(&self.tag()) {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// The best of the languages offered for a client that accepts these.
    pub(crate) fn accepted(headers: &HeaderMap, offered: &[Self]) -> Self {
        let accepted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let wanted = by_preference(accepted);
        let known: Vec<LanguageIdentifier> = offered
            .iter()
            .filter_map(|language| language.tag().parse().ok())
            .collect();
        let found = negotiate_languages(&wanted, &known, None, NegotiationStrategy::Filtering);
        let best = found.first().and_then(|best| {
            offered
                .iter()
                .find(|language| language.tag().parse().as_ref() == Ok(*best))
        });
        best.or(offered.first()).copied().unwrap_or(Self::ENGLISH)
    }

    /// A message in this language; nothing where it is missing, or asks for a value that is.
    pub(super) fn message(self, id: &str, values: &FluentArgs<'_>) -> Option<String> {
        let (text, errors) = self.formatted(id, values)?;
        errors.is_empty().then_some(text)
    }

    /// A message; English where it is missing. One that chooses by a value says the usual where there is none.
    pub(crate) fn format(self, id: &str, values: &FluentArgs<'_>) -> String {
        let found = self.formatted(id, values);
        found
            .or_else(|| Self::ENGLISH.formatted(id, values))
            .map_or_else(|| id.to_owned(), |(text, _)| text)
    }

    fn formatted(self, id: &str, values: &FluentArgs<'_>) -> Option<(String, Vec<FluentError>)> {
        let bundle = &BUNDLES[self.0];
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(values), &mut errors);
        Some((text.into_owned(), errors))
    }
}

/// What `Accept-Language` names, best first; what is not a language tag is left out.
fn by_preference(accepted: &str) -> Vec<LanguageIdentifier> {
    let mut wanted: Vec<(f32, LanguageIdentifier)> = accepted
        .split(',')
        .filter_map(|range| {
            let (tag, parameters) = range.split_once(';').unwrap_or((range, "q=1"));
            let quality = parameters.trim().strip_prefix("q=")?.parse().ok()?;
            Some((quality, tag.trim().parse().ok()?))
        })
        .collect();
    wanted.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    wanted.into_iter().map(|(_, tag)| tag).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use http::HeaderValue;

    use super::*;

    const VARIABLES: [&str; 6] = [
        "operator",
        "operatorFirst",
        "address",
        "accepted",
        "first",
        "other",
    ];

    fn identifiers(source: &str) -> BTreeSet<&str> {
        source
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
            .collect()
    }

    fn best(accepted: &'static str, offered: &[Language]) -> &'static str {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(accepted));
        Language::accepted(&headers, offered).tag()
    }

    #[test]
    fn what_chooses_by_a_value_says_the_usual_without_one() {
        let nothing = FluentArgs::new();
        assert_eq!(
            Language::ENGLISH.format("front-heading", &nothing),
            "Front of your document"
        );
        for language in Language::all() {
            assert_ne!(language.format("front-heading", &nothing), "front-heading");
        }
        assert_eq!(Language::ENGLISH.message("front-heading", &nothing), None);
        assert_eq!(Language::ENGLISH.format("unknown", &nothing), "unknown");
    }

    #[test]
    fn a_client_gets_the_best_language_that_is_offered() {
        let all: Vec<Language> = Language::all().collect();
        assert_eq!(best("de-CH,de;q=0.9,en;q=0.8", &all), "de");
        assert_eq!(best("en;q=0.5, pt-BR", &all), "pt");
        assert_eq!(best("zh-CN, ja;q=0.1", &all), "zh");
        assert_eq!(best("sv, eo;q=0.9", &all), "en");
        assert_eq!(best("", &all), "en");
        assert_eq!(best(";;;q=, ~", &all), "en");
        assert_eq!(best("de, en;q=0.1", &all[..1]), "en");
    }

    #[test]
    fn every_language_has_every_message_and_its_variables() {
        let (_, english) = SOURCES[0];
        let wanted = identifiers(english);
        for (language, (tag, source)) in Language::all().zip(SOURCES) {
            assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{tag}");
            assert_eq!(identifiers(source), wanted, "{tag}");
            for id in &wanted {
                let mut values = FluentArgs::new();
                for name in VARIABLES {
                    values.set(name, "WHO");
                }
                let text = language.format(id, &values);
                let english = Language::ENGLISH.format(id, &values);
                assert_eq!(
                    text.contains("WHO"),
                    english.contains("WHO"),
                    "{tag} {id}: {text}"
                );
                assert!(!text.contains(['{', '}']), "{tag} {id}: {text}");
                for link in ["<a href=", "</a>"] {
                    assert_eq!(
                        text.matches(link).count(),
                        english.matches(link).count(),
                        "{tag} {id}"
                    );
                }
                // Countries may be spelled alike.
                let translated = language == Language::ENGLISH || text != english;
                assert!(translated || id.starts_with("country-"), "{tag} {id}");
            }
        }
    }
}
