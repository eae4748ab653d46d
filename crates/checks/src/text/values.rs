//! How documents write months and sexes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use identity::Sex;
use serde::Deserialize;

use super::fold::{condense, fold};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// Names of the twelve months, by language.
    #[serde(rename = "month")]
    pub(crate) months: Vec<BTreeMap<String, Vec<String>>>,
    pub(crate) sex: Sexes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sexes {
    female: Vec<String>,
    male: Vec<String>,
    unspecified: Vec<String>,
}

pub(crate) const FILE: &str = include_str!("../../../../templates/values.toml");
/// Fewest letters of a month, where its name has no bar.
const LETTERS: usize = 3;

struct Values {
    /// Month from 0, folded name, fewest letters that are printed of it.
    months: Vec<(u8, String, usize)>,
    /// Folded words.
    sexes: Vec<(Sex, String)>,
}

fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(|| {
        let file: File = toml::from_str(FILE).expect("a test reads the values");
        let numbered = (0..).zip(&file.months);
        let months = numbered.flat_map(|(month, names)| {
            names.values().flatten().map(move |name| {
                let fewest = name.split_once('|').map(|(first, _)| condense(first).len());
                (month, condense(name), fewest.unwrap_or(LETTERS))
            })
        });
        let sexes = [
            (Sex::Female, &file.sex.female),
            (Sex::Male, &file.sex.male),
            (Sex::Unknown, &file.sex.unspecified),
        ];
        let sexes = sexes
            .into_iter()
            .flat_map(|(sex, words)| words.iter().map(move |word| (sex, fold(word))));
        Values {
            months: months.collect(),
            sexes: sexes.collect(),
        }
    });
    &VALUES
}

/// Every month that a folded word can be, as bits from the lowest: `LIP` is June in Croatian and July
/// in Polish.
pub(crate) fn months(word: &str) -> u16 {
    let begins =
        |(_, name, fewest): &&(u8, String, usize)| word.len() >= *fewest && name.starts_with(word);
    let found = values().months.iter().filter(begins);
    found.fold(0, |months, (month, ..)| months | (1 << month))
}

/// Every sex that a word can stand for in some language.
pub(crate) fn sexes(word: &str) -> Vec<Sex> {
    let word = fold(word);
    let named = values()
        .sexes
        .iter()
        .filter(|(_, known)| known == word.trim());
    named.map(|(sex, _)| *sex).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_all_languages() {
        for (word, month) in [
            ("AUG", 8),
            ("AOUT", 8),
            ("SIE", 8),
            ("SIJ", 1),
            ("LISTOPADU", 11),
            ("MAR", 3),
            ("MARR", 11),
            ("BIRZ", 6),
            ("ZARI", 9),
            ("SZEPT", 9),
        ] {
            assert_eq!(months(word), 1 << (month - 1), "{word}");
        }
        assert_eq!(months("LIP"), (1 << 5) | (1 << 6));
        assert_eq!(months("MA"), 0);
        assert_eq!(months("ANNA"), 0);
    }

    #[test]
    fn sexes_of_all_languages() {
        assert_eq!(sexes("Ž"), [Sex::Female]);
        assert_eq!(sexes("weiblich"), [Sex::Female]);
        assert_eq!(sexes("V"), [Sex::Female, Sex::Male]);
        assert!(sexes("ANNA").is_empty());
    }
}
