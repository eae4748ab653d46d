//! The counts of real pictures in `tried.toml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use aamva::{Country, Jurisdiction};
use serde::Deserialize;

use crate::kind::Kind;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tried {
    remarks: Vec<String>,
    /// By country, then by kind of document.
    pictures: BTreeMap<String, BTreeMap<String, usize>>,
    /// By issuer.
    american_fronts: BTreeMap<String, usize>,
}

impl Tried {
    pub(super) fn read() -> Self {
        toml::from_str(include_str!("tried.toml")).unwrap()
    }

    /// Codes of what issued them, countries or not.
    pub(super) fn issuers(&self) -> impl Iterator<Item = &str> {
        self.pictures.keys().map(String::as_str)
    }

    pub(super) fn of(&self, country: &str, kind: Kind) -> usize {
        let pictures = self.pictures.get(country);
        let count = pictures.and_then(|kinds| kinds.get(key(kind)));
        count.copied().unwrap_or_default()
    }

    pub(super) fn of_all_countries(&self, kind: Kind) -> usize {
        self.issuers().map(|country| self.of(country, kind)).sum()
    }

    pub(super) fn american(&self) -> usize {
        self.american_fronts.values().sum()
    }

    pub(super) fn american_of(&self, country: Country) -> usize {
        let fronts = self.american_fronts.iter().filter(|(code, _)| {
            let issuer = Jurisdiction::of_code(code);
            issuer.is_some_and(|issuer| issuer.country == country)
        });
        fronts.map(|(_, count)| count).sum()
    }

    pub(super) fn write(&self, page: &mut String) {
        page.push_str(
            "\n## American cards by issuer\n\nThe barcodes of these issuers are known. Fronts of licences that \
             were tried, by issuer:\n\n",
        );
        for country in [Country::UnitedStates, Country::Canada, Country::Mexico] {
            let issuers = Jurisdiction::all().filter(|issuer| issuer.country == country);
            let mut codes: Vec<&str> = issuers.map(|issuer| issuer.code).collect();
            codes.sort_unstable();
            codes.dedup();
            let (tried, never): (Vec<&str>, Vec<&str>) = codes
                .into_iter()
                .partition(|code| self.american_fronts.contains_key(*code));
            let tried: Vec<String> = tried
                .into_iter()
                .map(|code| format!("{code} {}", self.american_fronts[code]))
                .collect();
            let tried = if tried.is_empty() {
                "none".to_owned()
            } else {
                tried.join(", ")
            };
            let (name, never) = (country.alpha3(), never.join(", "));
            writeln!(page, "- {name}: {tried}. Never: {never}").unwrap();
        }
        page.push_str("\n## What the counts leave out\n\n");
        for remark in &self.remarks {
            writeln!(page, "- {remark}").unwrap();
        }
    }
}

/// The kind's name in the file, and in templates.
fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::Passport => "passport",
        Kind::IdCard => "id_card",
        Kind::DrivingLicense => "driving_license",
        Kind::ResidencePermit => "residence_permit",
        Kind::Visa => "visa",
    }
}

pub(super) fn shown(count: usize) -> String {
    if count == 0 {
        "never".to_owned()
    } else {
        count.to_string()
    }
}

#[test]
fn every_count_is_of_something_that_is_known() {
    let tried = Tried::read();
    let kinds = [
        Kind::Passport,
        Kind::IdCard,
        Kind::DrivingLicense,
        Kind::ResidencePermit,
        Kind::Visa,
    ];
    for (country, counts) in &tried.pictures {
        for (kind, count) in counts {
            assert!(kinds.into_iter().any(|known| key(known) == kind), "{kind}");
            assert!(*count > 0, "{country}");
        }
    }
    for code in tried.american_fronts.keys() {
        assert!(Jurisdiction::of_code(code).is_some(), "{code}");
    }
}
