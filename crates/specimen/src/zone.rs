//! The machine readable zone of a document.

use jiff::civil::Date;
use mrz::{Document, Format, Mrz};

use crate::{
    Error, Kind,
    details::{Details, ISSUER},
    holder::{Holder, Sex},
};

/// Writes the zone and reads it back, so that fields and checks are those a reader finds. `None`
/// for documents that have none.
pub(crate) fn generate(
    kind: Kind,
    holder: &Holder,
    details: &Details,
) -> Result<Option<Mrz>, Error> {
    let (format, code) = match kind {
        Kind::Passport => (Format::Td3, "P"),
        Kind::IdCard => (Format::Td1, "I"),
        Kind::DrivingLicense => return Ok(None),
    };
    let lines = mrz::generate(&Document {
        document_code: code.to_owned(),
        issuing_state: ISSUER.to_owned(),
        document_number: details.number.clone(),
        nationality: ISSUER.to_owned(),
        birth_date: date(holder.birth),
        sex: match holder.sex {
            Sex::Female => 'F',
            Sex::Male => 'M',
        },
        expiry_date: date(details.expires),
        surname: holder.family_name.clone(),
        given_names: holder.given_names.clone(),
        optional1: details.personal_number.clone(),
        ..Document::new(format)
    })?;
    mrz::parse(&lines).map(Some).map_err(|_| Error::Unreadable)
}

fn date(date: Date) -> mrz::Date {
    mrz::Date::new(
        date.year().unsigned_abs(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    )
}
