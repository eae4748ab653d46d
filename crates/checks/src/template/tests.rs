use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::text::fold::{condense, fold};
use crate::text::{VALUES, ValuesFile, months};

fn is_language(name: &str) -> bool {
    name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[test]
fn every_template_parses_and_makes_sense() {
    let mut names = BTreeSet::new();
    for template in Template::all() {
        let name = &template.name;
        assert!(names.insert(name), "two templates are called {name}");
        assert!(!template.standard.is_empty(), "{name}");
        assert!(matches!(template.sides, 1 | 2), "{name}");
        assert!(template.titles.keys().all(|key| is_language(key)), "{name}");
        assert!(!template.titles.is_empty() && !template.fields.is_empty());
        let mut critical = template.fields.iter().filter(|field| field.critical);
        assert!(
            !template.suffices || critical.clone().count() >= 5,
            "{name}"
        );
        // They are found, and named to operators, by their numbers.
        let numbered = critical.all(|field| field.number.is_some());
        assert!(!template.suffices || numbered, "{name}");
        let mut numbers = BTreeSet::new();
        for field in &template.fields {
            let number = field.number.as_deref();
            assert!(number.is_none_or(|number| numbers.insert(number)), "{name}");
            let words = [&field.words, &field.phrases, &field.marked_words];
            let mut words = words.into_iter().flatten();
            assert!(words.all(|word| *word == fold(word)), "{name}");
            assert!(
                field
                    .length
                    .is_none_or(|[least, most]| least <= most && field.form == Form::Number),
                "{name}"
            );
        }
        let telling = template.telling.iter();
        let words: Vec<_> = template
            .fields
            .iter()
            .flat_map(|field| &field.words)
            .collect();
        assert!(telling.clone().all(|word| words.contains(&word)), "{name}");
    }
}

#[test]
fn titles_are_long_enough_and_no_labels_and_of_one_kind() {
    let mut kinds: BTreeMap<&str, Kind> = BTreeMap::new();
    for template in Template::all() {
        for title in template.titles.values().flatten() {
            let text = title.text.as_str();
            assert!(text.len() >= 7, "“{text}” is found within other words");
            assert_eq!(label_of(text), None, "{text}");
            let known = *kinds.entry(text).or_insert(template.kind);
            assert!(known == template.kind, "{text} is a title of two kinds");
        }
    }
}

#[test]
fn every_label_is_found_and_means_one_field() {
    let file: label::File = toml::from_str(label::FILE).unwrap();
    let mut fields: BTreeMap<String, Label> = BTreeMap::new();
    for entry in &file.entries {
        for (language, labels) in &entry.languages {
            assert!(is_language(language), "{language}");
            for text in labels {
                let folded = condense(text);
                assert!(folded.len() >= 3, "“{text}” is too short to be found");
                let known = *fields.entry(folded).or_insert(entry.field);
                assert_eq!(known, entry.field, "“{text}” ({language}) means two fields");
                assert_eq!(label_of(text), Some(entry.field), "“{text}” ({language})");
            }
        }
    }
}

#[test]
fn there_are_twelve_months() {
    let file: ValuesFile = toml::from_str(VALUES).unwrap();
    assert_eq!(file.months.len(), 12);
    for (month, names) in (0..).zip(&file.months) {
        for (language, name) in names
            .iter()
            .flat_map(|(key, names)| names.iter().map(move |name| (key, name)))
        {
            assert!(is_language(language), "{language}");
            let found = months(&condense(name));
            assert!(found & (1 << month) != 0, "{name} ({language})");
        }
    }
    // Three letters of English months are of one month in all languages.
    for (month, name) in (0..).zip([
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]) {
        assert_eq!(months(name), 1 << month, "{name}");
    }
}

#[test]
fn licences_are_told_apart_by_their_words() {
    let printed = |lines: &[&str]| {
        Template::printed(lines.iter().copied()).map(|template| template.name.as_str())
    };
    let european = Some("European driving licence");
    assert_eq!(printed(&["FÜHRERSCHEIN", "1. MUSTER"]), european);
    assert_eq!(printed(&["PERMIS DE CONDUIRE", "1. MUSTER"]), european);
    let american = Some("driving licence of the United States or Canada");
    assert_eq!(printed(&["DRIVER LICENSE"]), american);
    assert_eq!(
        printed(&["PERMIS DE CONDUIRE", "4a ISS 2020", "1 LN X"]),
        american
    );
    assert_eq!(
        printed(&["PERMIS DE CONDUIRE", "4a ISS/DÉL", "5 DD/RÉF"]),
        american
    );
    assert_eq!(printed(&["LN", "FN", "PASSPORT"]), Some("passport"));
    assert_eq!(printed(&["LN", "FN"]), None);
}
