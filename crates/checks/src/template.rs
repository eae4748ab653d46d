//! What is known of documents' layouts: the files in `templates/`, which its README describes.

mod alphabet;
mod country;
mod form;
mod label;
mod phrase;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use mrz::Mrz;
use serde::Deserialize;

use crate::kind::Kind;
pub(crate) use alphabet::may_be_spelled;
#[cfg(test)]
pub(crate) use country::country_names;
pub(crate) use country::{
    is_country, is_same_country, may_speak, names_any_country_but, names_country, speakers,
};
pub(crate) use form::Form;
pub(crate) use label::{Label, label_of};
pub(crate) use phrase::{Condensed, Phrase};

/// A folder of files can't be included; a new template takes a line here. The first whose title a
/// document has decides: a residence permit may call itself an identity card too, and any document
/// may speak of passports.
const FILES: &[&str] = &[
    include_str!("../../../templates/residence_permit.toml"),
    include_str!("../../../templates/eu_driving_license.toml"),
    include_str!("../../../templates/aamva_driving_license.toml"),
    include_str!("../../../templates/id_card.toml"),
    include_str!("../../../templates/aamva_identification_card.toml"),
    include_str!("../../../templates/passport.toml"),
    include_str!("../../../templates/visa.toml"),
];

/// One type of document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Template {
    /// What the type is called in sentences for operators.
    pub(crate) name: String,
    /// The standard and clause that it follows; for readers of the file.
    #[cfg_attr(not(test), expect(dead_code, reason = "documents the file"))]
    pub(crate) standard: String,
    pub(crate) kind: Kind,
    /// Pictures it takes to see all of it, 1 or 2.
    pub(crate) sides: u8,
    #[serde(default)]
    pub(crate) mrz: SideMrz,
    /// Whether print alone can prove the document, where every critical field was read.
    #[serde(default)]
    pub(crate) suffices: bool,
    /// Whether the barcode of AAMVA's standard is on it.
    #[serde(default)]
    pub(crate) barcode: bool,
    /// How numbers make a date where the standard says so.
    pub(crate) date_order: Option<Order>,
    /// Words that no other document has. Two lines, each of which begins with such a word, tell the
    /// template.
    #[serde(default)]
    telling: Vec<String>,
    /// What the document calls itself, by language.
    pub(crate) titles: BTreeMap<String, Vec<Phrase>>,
    /// Full years of age of the youngest holder.
    #[serde(default)]
    pub(crate) youngest: i16,
    /// The template whose fields it has, by its name.
    fields_of: Option<String>,
    #[serde(default, rename = "field")]
    pub(crate) fields: Vec<Field>,
}

/// What its machine readable zone looks like.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SideMrz {
    /// Formats that no other document has.
    #[serde(default)]
    pub(crate) formats: Vec<String>,
    /// Beginnings of the document code.
    #[serde(default)]
    pub(crate) codes: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

/// A field of a document.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    #[serde(rename = "field")]
    pub(crate) label: Label,
    /// What is printed before it, as `4a`.
    pub(crate) number: Option<String>,
    /// Words that stand behind the number or in its place, folded.
    #[serde(default)]
    pub(crate) words: Vec<String>,
    /// What else stands there, of several words too, folded.
    #[serde(default)]
    pub(crate) phrases: Vec<String>,
    /// Words that stand there only with a mark, a word for a number or a digit behind them, folded.
    #[serde(default)]
    pub(crate) marked_words: Vec<String>,
    pub(crate) form: Form,
    /// Fewest and most characters of a number.
    pub(crate) length: Option<[usize; 2]>,
    /// Whether it has to be read where print is all there is.
    #[serde(default)]
    pub(crate) critical: bool,
}

impl Template {
    pub(crate) fn all() -> &'static [Self] {
        static ALL: LazyLock<Vec<Template>> = LazyLock::new(|| {
            let parse = |text: &&str| toml::from_str(text).expect("a test reads every template");
            let mut templates: Vec<Template> = FILES.iter().map(parse).collect();
            for at in 0..templates.len() {
                let named = templates[at].fields_of.as_deref();
                let other = templates
                    .iter()
                    .find(|other| Some(other.name.as_str()) == named);
                if let Some(fields) = other.map(|other| other.fields.clone()) {
                    templates[at].fields = fields;
                }
            }
            templates
        });
        &ALL
    }

    /// The first template one of whose titles is in the lines. Where templates share a title, the
    /// words that open the lines tell them apart.
    pub(crate) fn printed<'a>(lines: impl Iterator<Item = &'a str>) -> Option<&'static Self> {
        let lines: Vec<&str> = lines.collect();
        let condensed: Vec<Condensed> = lines.iter().map(|line| Condensed::of(line)).collect();
        let first = Self::all()
            .iter()
            .find(|template| template.is_titled(&condensed))?;
        Some(first.told(lines.into_iter()))
    }

    /// The first template of which one of the texts is a title, all of it.
    pub(crate) fn titled_by(texts: &[String]) -> Option<&'static Self> {
        let condensed: Vec<Condensed> = texts.iter().map(|text| Condensed::of(text)).collect();
        Self::all().iter().find(|template| {
            let mut titles = template.titles.values().flatten();
            titles.any(|title| condensed.iter().any(|text| title.is_all_of(text)))
        })
    }

    /// Of the templates of its kind the one that the words tell that open the lines, else itself.
    pub(crate) fn told<'a>(
        &'static self,
        lines: impl Iterator<Item = &'a str> + Clone,
    ) -> &'static Self {
        let told = Self::all().iter().find(|template| {
            let telling = lines.clone().filter(|line| template.is_told_by(line));
            template.kind == self.kind && telling.count() >= 2
        });
        told.unwrap_or(self)
    }

    /// The layout that goes with the barcode of AAMVA's standard.
    pub(crate) fn of_barcodes() -> Option<&'static Self> {
        Self::all().iter().find(|template| template.barcode)
    }

    /// The kind of document that a machine readable zone belongs to (9303-4, -5, -6, -7, clause
    /// 4.2.2).
    pub(crate) fn kind_of(mrz: &Mrz) -> Option<Kind> {
        let code = mrz.fields.document_code.as_str();
        let by_format = |template: &&Self| {
            let mut formats = template.mrz.formats.iter();
            formats.any(|format| format == mrz.format.as_str())
        };
        let by_code = |template: &&Self| {
            let mut codes = template.mrz.codes.iter();
            codes.any(|known| code.starts_with(known.as_str()))
        };
        let all = Self::all();
        let found = all
            .iter()
            .find(by_format)
            .or_else(|| all.iter().find(by_code));
        found.map(|template| template.kind)
    }

    /// Whether a document of this kind has a back worth asking for.
    pub(crate) fn has_back(kind: Option<Kind>) -> bool {
        let known = Self::all().iter().find(|known| Some(known.kind) == kind);
        known.is_none_or(|known| known.sides == 2)
    }

    /// Whether the line has a title of the document.
    pub(crate) fn titles_line(&self, line: &str) -> bool {
        self.is_titled(&[Condensed::of(line)])
    }

    /// The languages that the titles are in.
    pub(crate) fn languages<'a>(&self, lines: impl Iterator<Item = &'a str>) -> Vec<&str> {
        let lines: Vec<Condensed> = lines.map(Condensed::of).collect();
        let is_there = |title: &Phrase| lines.iter().any(|line| title.is_in(line));
        let titled = self
            .titles
            .iter()
            .filter(|(_, titles)| titles.iter().any(is_there));
        titled.map(|(language, _)| language.as_str()).collect()
    }

    fn is_titled(&self, lines: &[Condensed]) -> bool {
        let mut titles = self.titles.values().flatten();
        titles.any(|title| lines.iter().any(|line| title.is_in(line)))
    }

    fn is_told_by(&self, line: &str) -> bool {
        let words = line.split(|c: char| c.is_whitespace() || c == '/');
        words.filter(|word| !word.is_empty()).take(2).any(|word| {
            let word = word.trim_matches(['.', ':', ',']).to_ascii_uppercase();
            self.telling.contains(&word)
        })
    }
}

#[cfg(test)]
mod tests;
