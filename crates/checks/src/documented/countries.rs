//! Documents by country.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use aamva::Country;
use national::number;

use super::tried::{Tried, shown};
use super::{head, row};
use crate::kind::Kind;
use crate::template::{Template, country_names, is_same_country, speakers};

/// Whose licences follow Directive 2006/126/EC, annex I, or its model: the European Union and the European
/// Economic Area, the United Kingdom and Switzerland.
const EUROPEAN_LICENCES: [&str; 32] = [
    "AUT", "BEL", "BGR", "CHE", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GBR",
    "GRC", "HRV", "HUN", "IRL", "ISL", "ITA", "LIE", "LTU", "LUX", "LVA", "MLT", "NLD", "NOR",
    "POL", "PRT", "ROU", "SVK", "SVN", "SWE",
];
/// Whose cards have the barcode of AAMVA's standard.
const AMERICAN: [Country; 3] = [Country::UnitedStates, Country::Canada, Country::Mexico];
/// Titles its documents in English, which is on documents everywhere and tells no country.
const ENGLISH: &str = "GBR";

pub(super) fn write(page: &mut String, tried: &Tried) {
    let names = country_names();
    write!(page, "\n## Countries\n\nPassports, identity cards and residence permits of every country are read from \
         their zones, and print is looked\nthrough for the names of {} countries and territories. Cards with \
         neither zone nor barcode are not verified, and names in\nother scripts than Latin are not read. Of \
         countries that are not in this table no document was ever tried on a real\npicture; their driving \
         licences are read where they follow the European model under a title in one of its languages.\n\n",
        names.len()).unwrap();
    head(
        page,
        &[
            "country",
            "passport tried",
            "identity card tried",
            "residence permit tried",
            "driving licence read from",
            "driving licence tried",
            "national number",
        ],
    );
    let numbered = number::ALL.iter().flat_map(|scheme| scheme.countries);
    let codes: BTreeSet<&str> = EUROPEAN_LICENCES
        .into_iter()
        .chain(numbered.copied())
        .chain(tried.issuers().filter(|code| names.contains_key(*code)))
        .chain(AMERICAN.map(Country::alpha3))
        .collect();
    let mut rows: Vec<(&str, &str)> = codes
        .into_iter()
        .map(|code| (names[code].first().map_or(code, String::as_str), code))
        .collect();
    rows.sort_unstable();
    for (name, code) in rows {
        let count = |kind| shown(tried.of(code, kind));
        let american = AMERICAN.iter().find(|country| country.alpha3() == code);
        let (licence, tried_licences) = match american {
            Some(country) => (
                "barcode and print".to_owned(),
                shown(tried.american_of(*country)),
            ),
            None => (european(code), count(Kind::DrivingLicense)),
        };
        let tried_licences = if licence == "–" {
            "–"
        } else {
            &tried_licences
        };
        let schemes = number::of(code).map(|scheme| scheme.name);
        let schemes: Vec<&str> = schemes.collect();
        row(
            page,
            &[
                name,
                &count(Kind::Passport),
                &count(Kind::IdCard),
                &count(Kind::ResidencePermit),
                &licence,
                tried_licences,
                &schemes.join(", "),
            ],
        );
    }
    let others = tried.issuers().filter(|code| !names.contains_key(*code));
    let others: Vec<String> = others
        .map(|code| {
            let kinds = [
                (Kind::Passport, "passports"),
                (Kind::IdCard, "cards"),
                (Kind::Visa, "visas"),
            ];
            let counts = kinds.map(|(kind, name)| (tried.of(code, kind), name));
            let counts = counts.into_iter().filter(|(count, _)| *count > 0);
            let counts: Vec<String> = counts
                .map(|(count, name)| format!("{name} {count}"))
                .collect();
            format!("{code} ({})", counts.join(", "))
        })
        .collect();
    write!(page, "\nTried too, with codes of no country that names itself in print, specimens among them: {}.\n",
        others.join(", ")).unwrap();
}

/// How the print of a European licence is read.
fn european(code: &str) -> String {
    if !EUROPEAN_LICENCES.contains(&code) {
        return "–".to_owned();
    }
    let template = Template::all().iter().find(|template| template.suffices);
    let titles = template
        .into_iter()
        .flat_map(|template| template.titles.keys());
    let mut own: Vec<&str> = titles.map(String::as_str).collect();
    own.retain(|language| {
        let is_own = speakers(&[language]).any(|speaker| is_same_country(speaker, code));
        is_own || (code == ENGLISH && ["en", "cy"].contains(language))
    });
    if own.is_empty() {
        return "not read: titled in other letters".to_owned();
    }
    let line = match code {
        "FRA" | "NLD" | "CHE" | "LIE" => ", line",
        _ => "",
    };
    format!("print ({}){line}", own.join(" "))
}
