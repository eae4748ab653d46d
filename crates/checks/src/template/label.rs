//! The small words beside a document's fields.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Condensed, Phrase};
use crate::text::fold::fold;

/// What a label says its field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Label {
    Number,
    Surname,
    GivenNames,
    BirthDate,
    BirthPlace,
    IssueDate,
    ExpiryDate,
    Address,
    Sex,
    Nationality,
    Authority,
    PersonalNumber,
    Height,
    Eyes,
    /// Categories of vehicles.
    Categories,
    /// A field that nothing here asks for.
    Other,
}

#[derive(Deserialize)]
pub(super) struct Entry {
    pub(super) field: Label,
    /// Whether no letter may be misread.
    #[serde(default)]
    exact: bool,
    /// Labels by language.
    #[serde(flatten)]
    pub(super) languages: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
pub(super) struct File {
    #[serde(rename = "label")]
    pub(super) entries: Vec<Entry>,
}

/// Labels of one field.
struct Known {
    label: Label,
    exact: bool,
    phrases: Vec<Phrase>,
    /// Labels that are too short to be looked for within other words.
    words: Vec<String>,
}

pub(super) const FILE: &str = include_str!("../../../../templates/labels.toml");
/// A single word of so many letters has to stand by itself.
const SHORT: usize = 6;

impl Known {
    fn of(entry: Entry) -> Self {
        let mut known = Self {
            label: entry.field,
            exact: entry.exact,
            phrases: Vec::new(),
            words: Vec::new(),
        };
        for text in entry.languages.values().flatten() {
            let folded = fold(text);
            let word = folded.trim();
            if word.len() <= SHORT && !word.contains(' ') {
                known.words.push(word.to_owned());
            } else {
                known.phrases.push(Phrase::of(text));
            }
        }
        known
    }

    fn is_in(&self, line: &Condensed) -> bool {
        self.phrases.iter().any(|phrase| {
            if self.exact {
                phrase.is_exactly_in(line)
            } else {
                phrase.is_in(line)
            }
        })
    }
}

fn known() -> &'static [Known] {
    static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
        let file: File = toml::from_str(FILE).expect("a test reads the labels");
        file.entries.into_iter().map(Known::of).collect()
    });
    &KNOWN
}

/// The label that a line is or begins with; `None` for all other text.
pub(crate) fn label_of(text: &str) -> Option<Label> {
    let condensed = Condensed::of(text);
    // Small print, headings and whole sentences are no labels.
    if condensed.text.len() < 3 || condensed.text.len() > 90 {
        return None;
    }
    if let Some(known) = known().iter().find(|known| known.is_in(&condensed)) {
        return Some(known.label);
    }
    let folded = fold(text);
    folded.split_whitespace().find_map(|word| {
        let named = |known: &&Known| known.words.iter().any(|label| label == word);
        known().iter().find(named).map(|known| known.label)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_many_languages() {
        for (text, label) in [
            ("Passport No. / Passeport No", Label::Number),
            ("Surname / Nom", Label::Surname),
            ("[a] Name/Surname/Nom", Label::Surname),
            ("Given names / Prénoms", Label::GivenNames),
            ("Givennames/Prenoms", Label::GivenNames),
            ("Date of blrth / Date de naissance", Label::BirthDate),
            ("Geburtsdatum", Label::BirthDate),
            ("Place of birth / Lieu de naissance", Label::BirthPlace),
            ("Date of issue / Date de délivrance", Label::IssueDate),
            (
                "Gültig bis/Date of expiry/Date d'expiration",
                Label::ExpiryDate,
            ),
            ("Address / Adresse", Label::Address),
            ("Personal No. / No personnel", Label::PersonalNumber),
            ("Geburtsname/Name at birth", Label::Other),
            ("Nationality / Nationalité", Label::Nationality),
            ("Authority / Autorité", Label::Authority),
            ("Sex / Sexe", Label::Sex),
            ("EXP 12.08.2030", Label::ExpiryDate),
            ("APELLIDOS", Label::Surname),
            ("Priezvisko/Surname", Label::Surname),
            ("Születési hely", Label::BirthPlace),
            ("Číslo pasu", Label::Number),
            ("Colour of eyes / Couleur des yeux", Label::Eyes),
        ] {
            assert_eq!(label_of(text), Some(label), "{text}");
        }
    }

    #[test]
    fn values_are_no_labels() {
        for text in [
            "ERIKSSON",
            "ANNA MARIA",
            "12 AUG 1974",
            "L898902C3",
            "UTOPIA",
            "P",
            "",
            "PASSPORT / PASSEPORT",
            "GROSSE BERGSTRASSE 12",
        ] {
            assert_eq!(label_of(text), None, "{text}");
        }
    }
}
