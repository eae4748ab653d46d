use std::fmt;

use crate::elements::Elements;

/// The holder's name. Parts that the card says it has none of are `None`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Name {
    pub first: Option<String>,
    /// All names between first and last.
    pub middle: Option<String>,
    pub last: Option<String>,
    pub suffix: Option<String>,
}

impl Name {
    pub(crate) fn of(elements: &Elements) -> Self {
        let mut name = elements.get("DAA").map(Self::whole).unwrap_or_default();
        if let Some(last) = names(elements.get("DCS")).or_else(|| names(elements.get("DAB"))) {
            name.last = Some(last);
        }
        if let Some(first) = text(elements.get("DAC")) {
            name.first = Some(first);
            name.middle = names(elements.get("DAD"));
            // Left blank, the names may stand together; "NONE" says that there is no more.
            if elements.get("DAD").is_none() {
                name.split_first();
            } else {
                name.first = names(name.first.as_deref());
            }
        } else if let Some(given) = text(elements.get("DCT")) {
            name.first = Some(given);
            name.middle = None;
            name.split_first();
        }
        if let Some(suffix) = text(elements.get("DCU")).or_else(|| text(elements.get("DAE"))) {
            name.suffix = Some(suffix);
        }
        name
    }

    /// Version 1, `DAA`: `last,first,middle,suffix` by the standard, with any number of middle names on
    /// some cards, and `first middle last` on cards without commas.
    fn whole(value: &str) -> Self {
        if value.contains(',') {
            let mut parts = value.split(',');
            let (last, first) = (text(parts.next()), text(parts.next()));
            let rest: Vec<&str> = parts.collect();
            let is_suffix = |part: &&str| {
                let part = part.trim().trim_end_matches('.').to_ascii_uppercase();
                SUFFIXES.contains(&part.as_str())
            };
            let (suffixes, middle): (Vec<&str>, Vec<&str>) =
                rest.iter().partition(|p| is_suffix(p));
            return Self {
                first,
                middle: names(Some(&middle.join(","))),
                last,
                suffix: names(Some(&suffixes.join(","))),
            };
        }
        let words: Vec<&str> = value.split_whitespace().collect();
        match words.as_slice() {
            [] => Self::default(),
            [last] => Self {
                last: text(Some(last)),
                ..Self::default()
            },
            [first, middle @ .., last] => Self {
                first: text(Some(first)),
                middle: text(Some(&middle.join(" "))),
                last: text(Some(last)),
                suffix: None,
            },
        }
    }

    /// Given names stand together, with a comma or a blank between them.
    fn split_first(&mut self) {
        let Some(given) = self.first.take() else {
            return;
        };
        let (first, rest) = given.split_once([',', ' ']).unwrap_or((given.as_str(), ""));
        self.first = text(Some(first));
        let rest: Vec<&str> = rest
            .split([',', ' '])
            .filter(|part| !part.is_empty())
            .collect();
        self.middle = text(Some(&rest.join(" ")));
    }
}

/// What stands behind a name and is part of nobody's (element `DCU`).
const SUFFIXES: [&str; 16] = [
    "JR", "SR", "II", "III", "IV", "V", "VI", "VII", "1ST", "2ND", "3RD", "4TH", "5TH", "6TH",
    "ESQ", "MD",
];

/// Names with blanks between them: some issuers write lists with commas (annex D, `DCT` and `DAD`).
fn names(value: Option<&str>) -> Option<String> {
    let names = value?.split(',').filter_map(|name| text(Some(name)));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join(" "))
}

/// A value that says something: neither blank nor one of the words for nothing (annex D, D.12.2).
pub(crate) fn text(value: Option<&str>) -> Option<String> {
    let value = value?.trim().trim_matches(',').trim();
    let nothing = ["", "NONE", "UNAVL", "UNAVAIL", "N/A", "NMN"];
    let says = !nothing.iter().any(|word| value.eq_ignore_ascii_case(word));
    (says && value.chars().any(char::is_alphanumeric)).then(|| value.to_owned())
}

/// Shows which parts there are, not what they are.
impl fmt::Debug for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Name")
            .field("first", &self.first.is_some())
            .field("middle", &self.middle.is_some())
            .field("last", &self.last.is_some())
            .field("suffix", &self.suffix.is_some())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(elements: &[(&str, &str)]) -> [Option<String>; 4] {
        let mut read = Elements::default();
        for (id, value) in elements {
            read.push(id, value);
        }
        let name = Name::of(&read);
        [name.first, name.middle, name.last, name.suffix]
    }

    fn parts(parts: [&str; 4]) -> [Option<String>; 4] {
        parts.map(|part| (!part.is_empty()).then(|| part.to_owned()))
    }

    #[test]
    fn version_one_in_one_element() {
        assert_eq!(
            name(&[("DAA", "PUBLIC,JANE,,JR")]),
            parts(["JANE", "", "PUBLIC", "JR"])
        );
        assert_eq!(
            name(&[("DAA", "JANE ANN LEE PUBLIC")]),
            parts(["JANE", "ANN LEE", "PUBLIC", ""])
        );
    }

    #[test]
    fn commas_of_lists_are_no_part_of_a_name() {
        let expected = parts(["CLARA", "JUNE ROSE", "WINTER", ""]);
        assert_eq!(
            name(&[("DCS", "WINTER"), ("DAC", "CLARA"), ("DAD", "JUNE,ROSE")]),
            expected
        );
        assert_eq!(
            name(&[
                ("DCS", "WINTER,"),
                ("DAC", "CLARA,"),
                ("DAD", "JUNE, ROSE,NONE")
            ]),
            expected
        );
        assert_eq!(name(&[("DAA", "WINTER,CLARA,JUNE,ROSE")]), expected);
        assert_eq!(
            name(&[("DCS", "WINTER"), ("DCT", "CLARA,JUNE,ROSE")]),
            expected
        );
        assert_eq!(
            name(&[("DAA", "WINTER,CLARA,JUNE,ROSE,JR")]),
            parts(["CLARA", "JUNE ROSE", "WINTER", "JR"])
        );
        assert_eq!(
            name(&[
                ("DCS", "GARCIA,LOPEZ"),
                ("DAC", "ANA,MARIA"),
                ("DAD", "NONE")
            ]),
            parts(["ANA MARIA", "", "GARCIA LOPEZ", ""])
        );
    }

    #[test]
    fn versions_two_and_three_have_given_names_together() {
        let expected = parts(["JANE", "ANN LEE", "PUBLIC", ""]);
        assert_eq!(
            name(&[("DCS", "PUBLIC,  "), ("DCT", "JANE,ANN,LEE   ")]),
            expected
        );
        assert_eq!(
            name(&[("DCS", "PUBLIC"), ("DCT", "JANE ANN LEE")]),
            expected
        );
    }

    #[test]
    fn later_versions_have_them_apart() {
        assert_eq!(
            name(&[
                ("DCS", "PUBLIC"),
                ("DAC", "MARY ANN"),
                ("DAD", "NONE"),
                ("DCU", "SR")
            ]),
            parts(["MARY ANN", "", "PUBLIC", "SR"])
        );
        assert_eq!(
            name(&[("DCS", "O NEIL"), ("DAC", "MARY E"), ("DAD", "")]),
            parts(["MARY", "E", "O NEIL", ""])
        );
    }

    #[test]
    fn a_single_name_is_the_last() {
        assert_eq!(
            name(&[("DCS", "SUKARNO"), ("DAC", "NONE")]),
            parts(["", "", "SUKARNO", ""])
        );
    }
}
