//! What a document says, for comparing with what a reader makes of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mrz::Mrz;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::{
    Kind,
    barcode::{JURISDICTION, transliterate_line},
    details::Details,
    european_license,
    holder::{Holder, Sex},
    random::Random,
};

/// Everything that the pictures show.
///
/// Serialises to the content of `truth.json`: the keys of `bonafide read --json`. Issuer and
/// nationality are null, for Utopia has no code in ISO 3166.
#[derive(Clone)]
pub struct Truth {
    pub kind: Kind,
    pub number: String,
    /// As printed: in capitals, with diacritics.
    pub first_name: String,
    /// As printed: in capitals, with diacritics.
    pub last_name: String,
    /// `female` or `male`; European driving licences don't say.
    pub sex: Option<&'static str>,
    /// As printed: street and house number, postal code and town, in one line or two; some kinds and
    /// issues have none.
    pub address: Option<Vec<String>>,
    pub dob: Date,
    pub issued_date: Date,
    pub expiration_date: Date,
    /// Passports and cards have one.
    pub mrz: Option<Mrz>,
    /// The text of the barcode; driving licences have one.
    pub barcode: Option<String>,
}

impl Truth {
    pub(crate) fn new(
        kind: Kind,
        holder: &Holder,
        details: &Details,
        zone: Option<Mrz>,
        barcode: Option<String>,
        random: &Random,
    ) -> Self {
        let address = &holder.address;
        // American cards have no marks.
        let american = kind == Kind::DrivingLicense;
        let name = |name: &str| {
            if american {
                mrz::transliterate(name)
            } else {
                name.to_owned()
            }
        };
        let town = format!("{} {}", address.postal_code, address.town);
        let lines = match kind {
            Kind::IdCard => Some(vec![address.street.clone(), town]),
            Kind::DrivingLicense => {
                let town = mrz::transliterate(&address.town);
                Some(vec![
                    transliterate_line(&address.street),
                    format!("{town}, {JURISDICTION} {}", address.postal_code),
                ])
            }
            Kind::EuropeanDrivingLicense if european_license::has_address(random) => {
                Some(vec![format!("{}, {town}", address.street)])
            }
            _ => None,
        };
        Self {
            kind,
            number: details.number.clone(),
            first_name: name(&holder.given_names),
            last_name: name(&holder.family_name),
            sex: (kind != Kind::EuropeanDrivingLicense).then_some(match holder.sex {
                Sex::Female => "female",
                Sex::Male => "male",
            }),
            address: lines,
            dob: holder.birth,
            issued_date: details.issued,
            expiration_date: details.expires,
            mrz: zone,
            barcode,
        }
    }

    fn to_json(&self) -> Value {
        json!({
            "file": "front.jpg",
            "type": self.kind.document_type(),
            "issuing_country": null,
            "nationality": null,
            "number": self.number,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "sex": self.sex,
            "address": self.address.as_ref().map(|lines| lines.join("\n")),
            "dob": date(self.dob),
            "expiration_date": date(self.expiration_date),
            "issued_date": date(self.issued_date),
            "mrz": self.mrz.as_ref().map(mrz_json),
            "barcode": self.barcode.as_deref().map(barcode_json),
            "faces": 1,
            "quality": null,
            "authenticity": [],
            "error": null,
            "timings_ms": null,
        })
    }
}

fn mrz_json(zone: &Mrz) -> Value {
    let (fields, checks) = (&zone.fields, &zone.checks);
    json!({
        "format": zone.format.as_str(),
        "lines": zone.lines,
        "fields": {
            "document_code": fields.document_code,
            "issuing_state": fields.issuing_state,
            "document_number": fields.document_number,
            "nationality": fields.nationality,
            "birth_date": fields.birth_date,
            "sex": fields.sex,
            "expiry_date": fields.expiry_date,
            "surname": fields.surname,
            "given_names": fields.given_names,
            "optional1": fields.optional1,
            "optional2": fields.optional2,
            "names_truncated": fields.names_truncated,
        },
        "valid": zone.valid(),
        "checks": {
            "document_number": checks.document_number,
            "birth_date": checks.birth_date,
            "expiry_date": checks.expiry_date,
            "composite": checks.composite,
        },
        "corrections": [],
    })
}

fn barcode_json(text: &str) -> Value {
    let elements: Option<BTreeMap<String, String>> = aamva::parse(text).ok().map(|card| {
        let owned = |(id, value): (&str, &str)| (id.to_owned(), value.to_owned());
        card.elements.iter().map(owned).collect()
    });
    json!({
        "symbology": "pdf417",
        "text": text,
        "bytes_hex": null,
        "aamva": elements,
    })
}

impl Serialize for Truth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

fn date(date: Date) -> Value {
    json!({ "day": date.day(), "month": date.month(), "year": date.year() })
}
