//! National numbers on a document, beside what it says of its holder itself.
//!
//! A number speaks where its check digits hold. Where a scheme has none, or some that were issued fail, it
//! speaks only where print is all there is and was read without a doubt.

use identity::{Date, Sex};
use mrz::transliterate;
use national::number::{self, CheckDigits, Holder, Number, Part, Scheme};
use observation::Rect;

use super::{Fields, Source};
use crate::Side;
use crate::policy::Thresholds;
use crate::template::{Label, speakers};
use crate::text::distance::distance;
use crate::text::fold::fold;
use crate::viz::{Entry, Value, Viz};

/// Distance within which letters of a name are the same: letters that readers take for one another may
/// differ.
const MISREAD: f32 = 0.5;
/// Countries that print a national number as the number of the licence, field 5.
const AS_LICENCE_NUMBER: [&str; 2] = ["GBR", "ESP"];
/// Languages of titles in which the driver number of Great Britain is looked for: English is on documents
/// everywhere.
const BRITISH: (&str, [&str; 2]) = ("GBR", ["en", "cy"]);

/// A national number that was recognised, and what it says of the document.
#[derive(Debug, PartialEq)]
pub(crate) struct NationalNumber {
    /// What the number is called where it is issued.
    pub(crate) name: &'static str,
    pub(crate) said: Said,
    /// Where it is printed; `None` of a zone.
    pub(crate) at: Option<(Side, Rect)>,
}

/// What a number says beside the document.
#[derive(Debug, PartialEq)]
pub(crate) enum Said {
    /// Nothing else.
    Agrees,
    /// Of its holder something else.
    Contradicts(Vec<Part>),
    /// No such number was ever issued: a digit was misread, or changed.
    Unreadable,
}

/// A text where a number stands.
struct Place {
    text: String,
    /// Whether misreadings can be ruled out without check digits.
    certain: bool,
    /// Whether no country may have issued the document whose numbers are not known here.
    known: bool,
    /// Schemes that may be printed there.
    schemes: Vec<&'static Scheme>,
    at: Option<(Side, Rect)>,
}

impl NationalNumber {
    /// Every one that stands where such numbers do.
    pub(super) fn all(
        source: Option<Source>,
        viz: &Viz,
        fields: &Fields,
        thresholds: &Thresholds,
    ) -> Vec<Self> {
        let places = match source {
            Some(Source::Mrz(mrz)) => {
                let checks = mrz.parsed.checks;
                let stated = &mrz.parsed.fields;
                let schemes: Vec<_> = number::of(&stated.issuing_state).collect();
                let proven =
                    checks.composite != Some(false) && checks.personal_number != Some(false);
                let data = [&stated.optional1, &stated.optional2].into_iter();
                let data = data.filter(|text| proven && !text.is_empty());
                let in_zone = data.flat_map(|text| in_zone(text, &schemes));
                in_zone.chain(labelled(viz, &schemes, thresholds)).collect()
            }
            // American numbers are others.
            Some(Source::Barcode(_)) => Vec::new(),
            None => numbered(viz, thresholds),
        };
        let holder = holder(fields);
        let numbers = places.iter();
        numbers.filter_map(|place| place.number(&holder)).collect()
    }
}

/// Optional data of a zone: fillers stand for the marks between digits, or for nothing.
fn in_zone<'s>(text: &'s str, schemes: &'s [&'static Scheme]) -> impl Iterator<Item = Place> {
    let spellings = [text.replace('<', ""), text.replace('<', "-")];
    spellings.into_iter().map(|text| Place {
        text,
        certain: false,
        known: false,
        schemes: schemes.to_vec(),
        at: None,
    })
}

/// What is printed beside a label for personal numbers.
fn labelled<'a>(
    viz: &'a Viz,
    schemes: &'a [&'static Scheme],
    thresholds: &Thresholds,
) -> impl Iterator<Item = Place> + use<'a> {
    let fits = |text: &str| schemes.iter().any(|scheme| scheme.read(text).is_some());
    let mut values = viz.labelled_in_words(Label::PersonalNumber, fits);
    values.retain(|value| value.confidence >= thresholds.readable_text);
    let places = values.into_iter();
    places.map(|value| Place::printed(&value, schemes.to_vec(), [false; 2]))
}

/// Fields 4d and 5 of a European driving licence.
fn numbered(viz: &Viz, thresholds: &Thresholds) -> Vec<Place> {
    let Some((template, column)) = viz.template.zip(viz.column.as_ref()) else {
        return Vec::new();
    };
    let languages = template.languages(viz.lines.iter().map(|line| line.text));
    let british = languages
        .iter()
        .any(|language| BRITISH.1.contains(language));
    let british = british.then_some(BRITISH.0);
    let issuers: Vec<&str> = speakers(&languages).chain(british).collect();
    let issues = |scheme: &&&'static Scheme| {
        let mut countries = scheme.countries.iter();
        countries.any(|country| issuers.contains(country))
    };
    let schemes: Vec<&'static Scheme> = number::ALL.iter().filter(issues).copied().collect();
    let is_known = |issuer: &&str| {
        schemes
            .iter()
            .any(|scheme| scheme.countries.contains(issuer))
    };
    let known = issuers.iter().all(is_known);
    let as_number = |scheme: &&Scheme| {
        let mut countries = scheme.countries.iter();
        countries.any(|country| AS_LICENCE_NUMBER.contains(country))
    };
    let place = |entry: &Entry, schemes: Vec<&'static Scheme>| {
        let certain = entry.value.confidence >= thresholds.certain_text;
        let is_read = entry.value.confidence >= thresholds.readable_text;
        is_read.then(|| Place::printed(&entry.value, schemes, [certain, known]))
    };
    let personal = column.entry(Label::PersonalNumber);
    let licence = column.entry(Label::Number);
    let of_licence = schemes.iter().copied().filter(|scheme| as_number(scheme));
    let of_licence = of_licence.collect();
    [
        personal.and_then(|entry| place(entry, schemes.clone())),
        licence.and_then(|entry| place(entry, of_licence)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Place {
    fn printed(value: &Value, schemes: Vec<&'static Scheme>, [certain, known]: [bool; 2]) -> Self {
        Self {
            text: value.text.trim().to_owned(),
            certain,
            known,
            schemes,
            at: Some((value.side, value.bounds)),
        }
    }

    /// The number, if one of the schemes has it. Where it may be of several, one that agrees decides.
    fn number(&self, holder: &Holder) -> Option<NationalNumber> {
        let read: Vec<(&'static Scheme, Number)> = self
            .schemes
            .iter()
            .filter_map(|scheme| Some((*scheme, scheme.read(&self.text)?)))
            .collect();
        let made = |scheme: &Scheme, said| {
            Some(NationalNumber {
                name: scheme.name,
                said,
                at: self.at,
            })
        };
        let holding = read.iter().filter(|(_, number)| number.holds == Some(true));
        let mut speaking: Vec<_> = holding.collect();
        if speaking.is_empty() && self.certain {
            let may_fail = |scheme: &Scheme| scheme.check_digits != CheckDigits::Always;
            speaking.extend(read.iter().filter(|(scheme, _)| may_fail(scheme)));
        }
        let said = speaking
            .iter()
            .map(|(scheme, number)| (*scheme, differing(scheme, number, holder)));
        let said: Vec<_> = said.collect();
        if let Some((scheme, _)) = said.iter().find(|(_, parts)| parts.is_empty()) {
            return made(scheme, Said::Agrees);
        }
        if let Some((scheme, parts)) = said.into_iter().next() {
            return made(scheme, Said::Contradicts(parts));
        }
        match read.as_slice() {
            [(scheme, _)] if self.certain && self.known => made(scheme, Said::Unreadable),
            _ => None,
        }
    }
}

/// What the number says otherwise, letters that look alike aside.
fn differing(scheme: &Scheme, number: &Number, holder: &Holder) -> Vec<Part> {
    let mut parts = scheme.differing(number, holder);
    let is_misread = |code: &Option<String>, names: &[String], made: fn(&str) -> Vec<String>| {
        code.as_ref().is_none_or(|code| {
            let mut codes = names.iter().flat_map(|name| made(name));
            codes.any(|made| distance(&made, code) <= MISREAD)
        })
    };
    let are_misread = scheme.names.is_some_and(|names| {
        is_misread(&number.surname, &holder.surname, names.surname)
            && is_misread(&number.given_names, &holder.given_names, names.given_names)
    });
    parts.retain(|part| *part != Part::Names || !are_misread);
    parts
}

/// The holder as the document's own fields have them.
fn holder(fields: &Fields) -> Holder {
    let date = |date: Date| {
        Some(number::Date {
            year: date.year?,
            month: date.month?,
            day: date.day?,
        })
    };
    let spellings = |name: &Option<String>| {
        let name = name.iter();
        let spellings = name.flat_map(|name| [transliterate(name), fold(name)]);
        let words = spellings.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        words.filter(|name| !name.is_empty()).collect()
    };
    Holder {
        birth: fields.birth_date.and_then(date),
        sex: match fields.sex {
            Some(Sex::Male) => Some(number::Sex::Male),
            Some(Sex::Female) => Some(number::Sex::Female),
            _ => None,
        },
        surname: spellings(&fields.last_name),
        given_names: spellings(&fields.first_name),
    }
}
