//! What countries call themselves on documents.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::fold::{condense, fold};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) names: BTreeMap<String, Vec<String>>,
    pub(super) parts: BTreeMap<String, Vec<String>>,
    /// By language (ISO 639-1): the countries that issue documents titled in it.
    pub(super) languages: BTreeMap<String, Vec<String>>,
}

/// A name to be looked for in lines of print, and the country that has it.
struct Name {
    text: String,
    /// Longer names that hold this one and are another country's.
    longer: Vec<String>,
}

pub(super) const FILE: &str = include_str!("../../../../templates/countries.toml");
/// A shorter name has to stand by itself: `IRAN`, `CHAD`.
const LONG: usize = 6;

fn file() -> &'static File {
    static READ: LazyLock<File> =
        LazyLock::new(|| toml::from_str(FILE).expect("a test reads the countries"));
    &READ
}

/// What every country calls itself, by ICAO's code; the English name goes first.
#[cfg(test)]
pub(crate) fn country_names() -> &'static BTreeMap<String, Vec<String>> {
    &file().names
}

/// One code for each country, where it has several: `D` and `DEU`, `GBD` and `GBR`.
fn country(code: &str) -> &str {
    mrz::country::alpha2(code).unwrap_or(code)
}

/// By country.
fn known() -> &'static HashMap<String, Vec<Name>> {
    static KNOWN: LazyLock<HashMap<String, Vec<Name>>> = LazyLock::new(|| {
        let file = file();
        let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (code, names) in file.names.iter().chain(&file.parts) {
            for name in names {
                owners
                    .entry(condense(name))
                    .or_default()
                    .push(country(code).to_owned());
            }
        }
        let mut known: HashMap<String, Vec<Name>> = HashMap::new();
        for (text, countries) in &owners {
            for owner in countries {
                let longer = owners.iter().filter(|(other, others)| {
                    other.len() > text.len()
                        && other.contains(text.as_str())
                        && !others.contains(owner)
                });
                let name = Name {
                    text: text.clone(),
                    longer: longer.map(|(other, _)| other.clone()).collect(),
                };
                known.entry(owner.clone()).or_default().push(name);
            }
        }
        known
    });
    &KNOWN
}

/// Whether the text names the country that has this code of ICAO Doc 9303-3, by itself or as the one that a
/// state or province belongs to. `NIGERIA` does not name Niger, nor `NEW JERSEY` Jersey.
pub(crate) fn names_country(text: &str, code: &str) -> bool {
    let names = known().get(country(code));
    names.is_some_and(|names| Folded::of(text).names_any(names))
}

/// Whether the text is a name of the country, or what its citizens are called, and nothing else.
pub(crate) fn is_country(text: &str, code: &str) -> bool {
    let names = known().get(country(code));
    let text = condense(text);
    names.is_some_and(|names| names.iter().any(|name| name.text == text))
}

/// Whether the text names a country, and not this one alone.
pub(crate) fn names_any_country_but(text: &str, code: &str) -> bool {
    let text = Folded::of(text);
    let mut others = known().iter().filter(|(other, _)| *other != country(code));
    others.any(|(_, names)| text.names_any(names))
}

struct Folded {
    words: String,
    condensed: String,
}

impl Folded {
    fn of(text: &str) -> Self {
        let words = fold(text);
        let condensed = words.replace(' ', "");
        Self { words, condensed }
    }

    fn names_any(&self, names: &[Name]) -> bool {
        names.iter().any(|name| {
            let mut words = self.words.split_whitespace();
            self.condensed.contains(&name.text)
                && (name.text.len() >= LONG || words.any(|word| word == name.text))
                && !name
                    .longer
                    .iter()
                    .any(|longer| self.condensed.contains(longer))
        })
    }
}

/// Whether the country that has this code titles its documents in one of the languages; of languages of
/// which nothing is known, as of English, which is on documents everywhere, there is no telling.
pub(crate) fn may_speak(code: &str, languages: &[&str]) -> bool {
    let mut spoken = speakers(languages).peekable();
    spoken.peek().is_none() || spoken.any(|speaker| country(speaker) == country(code))
}

/// Codes of the countries that title documents in one of the languages; none for languages of which nothing
/// is known.
pub(crate) fn speakers(languages: &[&str]) -> impl Iterator<Item = &'static str> {
    let known = languages
        .iter()
        .filter_map(|language| file().languages.get(*language));
    known.flatten().map(String::as_str)
}

/// Whether both codes are of one country.
pub(crate) fn is_same_country(code: &str, other: &str) -> bool {
    country(code) == country(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_named_in_several_languages_and_by_their_parts() {
        for (text, code) in [
            ("REPUBLIK ÖSTERREICH", "AUT"),
            ("RÉPUBLIQUE FRANÇAISE", "FRA"),
            ("Lietuvos Respublika", "LTU"),
            ("REPUBLIC OF UTOPIA", "UTO"),
            ("NEWJERSEY", "USA"),
            ("Ontario", "CAN"),
            ("VA.USA", "USA"),
            ("NORWEGIAN", "NOR"),
        ] {
            assert!(names_country(text, code), "{text}");
        }
        assert!(is_country("Norwegian", "NOR") && !is_country("NORWEGIAN ANNA", "NOR"));
        for (text, code) in [
            ("NIGERIA", "NER"),
            ("NEW JERSEY", "JEY"),
            ("DOMINICAN REPUBLIC", "DMA"),
            ("CHADWICK", "TCD"),
            ("GUINEA-BISSAU", "GIN"),
            ("UTOPIA", "FRA"),
            ("", "FRA"),
        ] {
            assert!(!names_country(text, code), "{text}");
        }
    }

    #[test]
    fn titles_tell_what_countries_they_can_be_of() {
        for (code, languages, may) in [
            ("D", &["de", "en"][..], true),
            ("CHE", &["de", "fr", "it"], true),
            ("FRA", &["de"], false),
            ("NOR", &["en"], true),
            ("NOR", &[], true),
        ] {
            assert_eq!(may_speak(code, languages), may, "{code}");
        }
    }

    #[test]
    fn every_code_is_known_and_has_names() {
        let file: File = toml::from_str(FILE).unwrap();
        for (code, names) in file.names.iter().chain(&file.parts) {
            assert!(mrz::country::is_known(code), "{code}");
            assert!(!names.is_empty(), "{code}");
            assert!(names.iter().all(|name| condense(name).len() >= 2), "{code}");
        }
        for code in file.languages.values().flatten() {
            assert!(mrz::country::is_known(code), "{code}");
        }
    }
}
