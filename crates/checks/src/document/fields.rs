//! What a document says, field by field. Unknown is `None`, never a guess.

use identity::{Address, Date, Sex};
use mrz::{NameMatch, compare_names, transliterate};

use super::barcode::{CardBarcode, date_of as date_of_card};
use super::date_order::Dates;
use super::source::Source;
use super::spelled::spelled;
use super::viz_fields::{VizFields, as_written, day_first};
use super::{SideMrz, UNKNOWN, date_of};
use crate::Day;
use crate::agreement::{Agreement, Place, Seen};
use crate::policy::Thresholds;
use crate::template::{Label, may_be_spelled};
use crate::text::name::is_name;
use crate::viz::Viz;

#[derive(Clone, Default, PartialEq)]
pub(crate) struct Fields {
    /// ISO 3166-1 alpha-2.
    pub(crate) issuing_country: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub(crate) nationality: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) sex: Option<Sex>,
    pub(crate) unparsed_sex: Option<String>,
    pub(crate) birth_place: Option<String>,
    /// The address in lines, as printed.
    pub(crate) address: Vec<String>,
    /// The address part by part, where a barcode states it so.
    pub(crate) stated_address: Option<Address>,
    pub(crate) birth_date: Option<Date>,
    pub(crate) issue_date: Option<Date>,
    pub(crate) expiry_date: Option<Date>,
    /// Whether a card's printed dates can be true together; `None` where its fields are not read by what opens
    /// them.
    pub(crate) dates_in_order: Option<bool>,
}

impl Fields {
    pub(super) fn of(
        source: Option<Source>,
        agreement: Option<&Agreement>,
        viz: &Viz,
        today: Day,
        thresholds: &Thresholds,
    ) -> Self {
        let lines = viz.lines.iter();
        let readable = lines.filter(|line| line.confidence >= thresholds.readable_text);
        let readable: Vec<&str> = readable.map(|line| line.text).collect();
        let known = source
            .zip(agreement)
            .map(|(source, agreement)| match source {
                Source::Mrz(mrz) => from_mrz(mrz, agreement, today, &readable),
                Source::Barcode(barcode) => from_barcode(barcode, agreement),
            });
        let dates = known
            .iter()
            .flat_map(|fields| [fields.birth_date, fields.expiry_date]);
        let dates: Vec<Date> = dates.flatten().collect();
        let printed = VizFields {
            viz,
            today,
            readable: thresholds.readable_text,
            day_first: day_first(viz, &dates),
        };
        let mut fields = known.unwrap_or_else(|| from_viz(&printed));
        if fields.birth_place.is_none() {
            fields.birth_place = printed
                .text(Label::BirthPlace)
                .map(|value| value.text.into_owned());
        }
        if fields.address.is_empty() {
            fields.address = printed.address();
        }
        fields.dates_in_order = printed.dates_in_order();
        if fields.issue_date.is_some() {
            return fields;
        }
        let apart = |date: &Date| ![fields.birth_date, fields.expiry_date].contains(&Some(*date));
        let dates = Dates {
            birth: fields.birth_date,
            issue: printed.dates().issue.filter(apart),
            expiry: fields.expiry_date,
        };
        fields.issue_date = dates.in_order(0).issue;
        fields
    }
}

/// A field of the zone counts where its check digit holds or print agrees. Names have no check
/// digit: print gives them their marks and spelling where it agrees.
fn from_mrz(mrz: &SideMrz, agreement: &Agreement, today: Day, printed: &[&str]) -> Fields {
    let (mrz, checks) = (&mrz.parsed.fields, &mrz.parsed.checks);
    let sure = |holds: bool, seen: &Seen| holds || matches!(seen, Seen::Agrees(_));
    let country = |code: &str| mrz::country::alpha2(code).map(str::to_owned);
    let stated = |date: mrz::Date| Some(date_of(date)).filter(|date| *date != UNKNOWN);
    let number = mrz.document_number.replace('<', "");
    let countries = [mrz.issuing_state.as_str(), mrz.nationality.as_str()];
    let spelled_name = |stated: &str, seen: &Seen| {
        let spelled = name(stated, seen, printed)?;
        let likely = may_be_spelled(&spelled, &countries);
        Some(if likely { spelled } else { stated.to_owned() })
    };
    Fields {
        issuing_country: country(&mrz.issuing_state),
        nationality: country(&mrz.nationality),
        number: (!number.is_empty() && sure(checks.document_number, &agreement.number))
            .then_some(number),
        first_name: spelled_name(&mrz.given_names, &agreement.given_names),
        last_name: spelled_name(&mrz.surname, &agreement.surname),
        sex: match mrz.sex.as_str() {
            "M" => Some(Sex::Male),
            "F" => Some(Sex::Female),
            "<" => Some(Sex::Unknown),
            _ => None,
        },
        unparsed_sex: Some(mrz.sex.clone()).filter(|sex| matches!(sex.as_str(), "M" | "F")),
        birth_date: stated(mrz::birth_date(mrz, today.parts()))
            .filter(|_| sure(checks.birth_date, &agreement.birth_date)),
        expiry_date: stated(mrz::expiry_date(mrz, today.parts()))
            .filter(|_| sure(checks.expiry_date != Some(false), &agreement.expiry_date)),
        ..Fields::default()
    }
}

/// Every field of the barcode counts: error correction tells misreadings. Print gives names their
/// marks where it agrees and the issuer's languages have them.
fn from_barcode(barcode: &CardBarcode, agreement: &Agreement) -> Fields {
    let license = &barcode.license;
    let countries = barcode.countries();
    let countries: Vec<&str> = countries.iter().map(String::as_str).collect();
    let marked = |name: Option<&str>, seen: &Seen| {
        let name = name?;
        match seen {
            Seen::Agrees(place)
                if is_spelling_of(place, &transliterate(name))
                    && may_be_spelled(&place.text, &countries) =>
            {
                Some(as_written(&place.text))
            }
            _ => Some(name.to_owned()),
        }
    };
    let address = barcode.address();
    Fields {
        issuing_country: license.country.map(|country| country.alpha2().to_owned()),
        number: license.number.clone(),
        first_name: marked(barcode.given_names().as_deref(), &agreement.given_names),
        last_name: marked(license.name.last.as_deref(), &agreement.surname),
        sex: barcode.sex(),
        unparsed_sex: barcode.sex().and_then(|sex| match sex {
            Sex::Male => Some("M".to_owned()),
            Sex::Female => Some("F".to_owned()),
            _ => None,
        }),
        birth_place: license.birth_place.clone(),
        address: address.as_ref().map(lines).unwrap_or_default(),
        stated_address: address,
        birth_date: license.birth_date.map(date_of_card),
        issue_date: license.issue_date.map(date_of_card),
        expiry_date: license.expiry_date.map(date_of_card),
        ..Fields::default()
    }
}

/// An address in lines, as people write it on an envelope.
fn lines(address: &Address) -> Vec<String> {
    let town = [&address.state, &address.postal_code];
    let town: Vec<&str> = town.into_iter().flatten().map(String::as_str).collect();
    let town = [address.city.clone().unwrap_or_default(), town.join(" ")];
    let town: Vec<String> = town.into_iter().filter(|part| !part.is_empty()).collect();
    [
        address.line1.clone(),
        address.line2.clone(),
        Some(town.join(", ")),
    ]
    .into_iter()
    .flatten()
    .filter(|line| !line.is_empty())
    .collect()
}

fn from_viz(printed: &VizFields) -> Fields {
    let dates = printed.dates();
    Fields {
        nationality: printed.nationality(),
        number: printed.number(),
        first_name: printed.name(Label::GivenNames),
        last_name: printed.name(Label::Surname),
        sex: printed.sex(),
        birth_date: dates.birth,
        expiry_date: dates.expiry,
        ..Fields::default()
    }
}

/// Between given names where the zone parts them, see [`mrz::Fields`].
const PARTING: &str = ", ";

/// A name of the zone in the spelling of print, as far as print could be read.
fn name(mrz: &str, seen: &Seen, printed: &[&str]) -> Option<String> {
    if mrz.is_empty() {
        return None;
    }
    let place = match seen {
        Seen::Agrees(place) if is_spelling_of(place, mrz) => return Some(as_written(&place.text)),
        Seen::Agrees(place) => Some(place.text.as_str()),
        _ => None,
    };
    // A digit stands for a letter of another script, or was read for a letter: either way the name is not
    // known.
    if mrz.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let spelled = |name| spelled(name, place.into_iter().chain(printed.iter().copied()));
    let names: Vec<String> = mrz.split(PARTING).map(spelled).collect();
    Some(names.join(PARTING))
}

/// Whether print has the name itself, with the marks that its transliteration asks for: a reader
/// that loses an umlaut leaves `U` where the zone has `UE`. A truncated name may go on in print.
fn is_spelling_of(place: &Place, mrz: &str) -> bool {
    if !is_name(&place.text) {
        return false;
    }
    let plain = transliterate(&place.text);
    plain == mrz.replace(',', "")
        || (compare_names(&place.text, mrz) == NameMatch::Truncated
            && plain.starts_with(mrz)
            && mrz.len() >= 12)
}
