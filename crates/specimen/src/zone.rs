//! The machine readable zone of a document.

use jiff::civil::Date;
use mrz::{Document, Format, Mrz};

use crate::{
    Error, Kind,
    details::{Details, ISSUER},
    holder::{Holder, Sex},
    random::Random,
    visa,
};

/// Writes the zone and reads it back, so that fields and checks are those a reader finds. `None`
/// for documents that have none.
pub(crate) fn generate(
    kind: Kind,
    holder: &Holder,
    details: &Details,
    random: &Random,
) -> Result<Option<Mrz>, Error> {
    let (format, code) = match kind {
        Kind::Passport => (Format::Td3, "P"),
        Kind::IdCard => (Format::Td1, "I"),
        Kind::IdCardTd2 => (Format::Td2, "I"),
        Kind::ResidencePermit => (Format::Td1, "IR"),
        Kind::Visa => (visa::format(random), "V"),
        Kind::DrivingLicense | Kind::EuropeanDrivingLicense => return Ok(None),
    };
    // TD2 and MRV-B have no room for a personal number.
    let optional1 = match format {
        Format::Td2 | Format::MrvB => String::new(),
        _ => details.personal_number.clone(),
    };
    let lines = mrz::generate(&Document {
        document_code: code.to_owned(),
        issuing_state: ISSUER.to_owned(),
        document_number: details.number.clone(),
        nationality: ISSUER.to_owned(),
        birth_date: date(holder.birth),
        sex: if holder.sex == Sex::Female { 'F' } else { 'M' },
        expiry_date: date(details.expires),
        surname: holder.family_name.clone(),
        given_names: holder.given_names.clone(),
        optional1,
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
