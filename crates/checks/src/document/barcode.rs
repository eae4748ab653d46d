//! What the barcode of a driving licence or North American identity card says.

use aamva::{Country, Jurisdiction, License, Sex as Stated};
use identity::{Address, Date, Sex};
use mrz::transliterate;
use observation::DocumentObservation;

use crate::Side;
use crate::agreement::{Expected, Name};
use crate::card::card_of;

/// A barcode in the form of the AAMVA DL/ID Card Design Standard.
pub(crate) struct CardBarcode {
    pub(crate) side: Side,
    pub(crate) card: aamva::Card,
    pub(crate) license: License,
}

impl CardBarcode {
    /// The first barcode of a picture that is in that form.
    pub(super) fn of(side: Side, seen: &DocumentObservation) -> Option<Self> {
        seen.barcodes.iter().find_map(|seen| {
            let card = card_of(seen)?;
            Some(Self {
                side,
                license: card.license(),
                card,
            })
        })
    }

    /// First and middle names.
    pub(crate) fn given_names(&self) -> Option<String> {
        let name = &self.license.name;
        let parts: Vec<&str> = [&name.first, &name.middle]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    pub(crate) fn sex(&self) -> Option<Sex> {
        self.license.sex.map(|sex| match sex {
            Stated::Male => Sex::Male,
            Stated::Female => Sex::Female,
            Stated::Unspecified => Sex::Unknown,
        })
    }

    pub(crate) fn address(&self) -> Option<Address> {
        let license = &self.license;
        let address = Address {
            line1: license.street.clone(),
            line2: license.street2.clone(),
            city: license.city.clone(),
            state: license.jurisdiction.clone(),
            postal_code: license
                .postal_code
                .as_deref()
                .map(|code| postal_code(code, license.country)),
            country: license.country.map(|country| country.alpha2().to_owned()),
        };
        (address.line1.is_some() || address.city.is_some()).then_some(address)
    }

    /// Codes of every country that the barcode states as issuer, which should be one.
    pub(super) fn countries(&self) -> Vec<String> {
        let stated = self.card.elements.get("DCG").map(str::to_uppercase);
        let stated = stated.map(|text| match Country::read(&text) {
            Some(country) => country.alpha3().to_owned(),
            None => text,
        });
        let issuer = self.card.header.as_ref();
        let issuer = issuer.and_then(|header| Jurisdiction::of_issuer(header.issuer));
        let issuer = issuer.map(|issuer| issuer.country.alpha3().to_owned());
        let by_address = self
            .license
            .country
            .map(|country| country.alpha3().to_owned());
        let mut countries: Vec<String> = stated.into_iter().chain(issuer).collect();
        if countries.is_empty() {
            countries.extend(by_address);
        }
        countries.dedup();
        countries
    }

    pub(crate) fn expected(&self) -> Expected {
        let license = &self.license;
        let spelled = |name: Option<&str>, cut: bool| Name {
            text: name.map(transliterate).unwrap_or_default(),
            cut,
        };
        let cut = license.truncation;
        let is = |cut: Option<bool>| cut == Some(true);
        Expected {
            number: license.number.clone().unwrap_or_default(),
            surname: spelled(license.name.last.as_deref(), is(cut.last)),
            given_names: spelled(
                self.given_names().as_deref(),
                is(cut.first) || is(cut.middle),
            ),
            birth_date: license.birth_date.map(date_of),
            expiry_date: license.expiry_date.map(date_of),
            countries: self.countries(),
            nationality: String::new(),
            other_numbers: [&license.document_discriminator, &license.postal_code]
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
            other_dates: [
                license.issue_date,
                license.revision_date,
                license.under_18_until,
                license.under_19_until,
                license.under_21_until,
            ]
            .into_iter()
            .flatten()
            .map(date_of)
            .collect(),
        }
    }
}

pub(crate) fn date_of(date: aamva::Date) -> Date {
    Date {
        day: Some(date.day),
        month: Some(date.month),
        year: Some(date.year),
    }
}

/// As people write it: `95818-1234`, `T4G 7A7`.
fn postal_code(code: &str, country: Option<Country>) -> String {
    let cut = match country {
        Some(Country::UnitedStates) if code.len() == 9 => Some((5, "-")),
        Some(Country::Canada) if code.len() == 6 => Some((3, " ")),
        _ => None,
    };
    cut.and_then(|(at, mark)| Some((code.split_at_checked(at)?, mark)))
        .map_or_else(
            || code.to_owned(),
            |((first, rest), mark)| format!("{first}{mark}{rest}"),
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::Sample;

    #[test]
    fn letters_with_marks_are_read() {
        let mut back = Sample::license().barcode_side("DL");
        let text = back.barcodes[0]
            .text
            .take()
            .unwrap()
            .replace("PUBLIC", "PEÑALA");
        back.barcodes[0].bytes = text.chars().map(|letter| letter as u8).collect();
        let barcode = CardBarcode::of(Side::Back, &back).unwrap();
        assert_eq!(barcode.license.name.last.as_deref(), Some("PEÑALA"));
    }

    #[test]
    fn postal_codes_as_people_write_them() {
        let us = Some(Country::UnitedStates);
        assert_eq!(postal_code("958181234", us), "95818-1234");
        assert_eq!(postal_code("95818", us), "95818");
        assert_eq!(postal_code("T4G7A7", Some(Country::Canada)), "T4G 7A7");
        assert_eq!(postal_code("Ñ", Some(Country::Canada)), "Ñ");
    }
}
