//! Which letters with marks a country's names have.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::country::{is_same_country, speakers};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// By language (ISO 639-1), in capitals.
    letters: BTreeMap<String, String>,
}

/// Countries whose language has no such letters. What else stands in their names is in the zone or the barcode
/// in plain letters.
const ENGLISH: [&str; 4] = ["GBR", "USA", "AUS", "NZL"];

fn file() -> &'static File {
    static READ: LazyLock<File> = LazyLock::new(|| {
        let text = include_str!("../../../../templates/alphabets.toml");
        toml::from_str(text).expect("a test reads the alphabets")
    });
    &READ
}

/// Whether all letters of a name are of one language that one of these countries (codes of ICAO Doc 9303-3)
/// issues documents in. Of countries of whose languages nothing is known there is no telling.
///
/// Lines of the background are easily taken for marks; a zone has none that could tell.
pub(crate) fn may_be_spelled(name: &str, countries: &[&str]) -> bool {
    let letters = name.chars().flat_map(char::to_uppercase);
    let marked: Vec<char> = letters
        .filter(|letter| letter.is_alphabetic() && !letter.is_ascii())
        .collect();
    let is_one = |code: &str| {
        countries
            .iter()
            .any(|country| is_same_country(country, code))
    };
    let known = file().letters.iter();
    let mut spoken = known
        .filter(|(language, _)| speakers(&[language.as_str()]).any(is_one))
        .map(|(_, letters)| letters)
        .peekable();
    if marked.is_empty() || (spoken.peek().is_none() && !ENGLISH.into_iter().any(is_one)) {
        return true;
    }
    spoken.any(|letters| marked.iter().all(|letter| letters.contains(*letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_letters_of_one_language_of_the_country() {
        for (name, country, may) in [
            ("BJÖRKLUND", "SWE", true),
            ("ÇIĞDEM", "TUR", true),
            ("MAŁGORZATA", "POL", true),
            ("LITTLE", "NOR", true),
            ("ĹITTĹE", "NOR", false),
            ("ÞURIĐUR ÖSP", "ISL", true),
            ("LÚCIA", "NOR", false),
            ("Ľubomír", "SVK", true),
            ("Müßig", "D", true),
            ("JOSÉ", "USA", false),
            ("ĹITTĹE", "UTO", true),
            // Of two of its languages.
            ("ÑÄ", "CHE", false),
        ] {
            assert_eq!(may_be_spelled(name, &[country]), may, "{name}");
        }
        assert!(may_be_spelled("MAŁGORZATA", &["NOR", "POL"]));
    }

    #[test]
    fn every_alphabet_is_of_somebody_and_in_capitals() {
        for (language, letters) in &file().letters {
            assert!(
                speakers(&[language.as_str()]).next().is_some(),
                "{language}"
            );
            assert!(letters.chars().all(|c| c.is_uppercase() && !c.is_ascii()));
        }
    }
}
