//! What kind of document its zone, barcode and print are of.

use mrz::Mrz;

use super::CardBarcode;
use crate::Kind;
use crate::template::Template;

/// What the machine readable zone says the document is, else what its barcode is made for, else what is
/// printed on it.
pub(super) fn kind_of(
    mrz: Option<&Mrz>,
    barcode: Option<&CardBarcode>,
    printed: Option<Kind>,
) -> Option<Kind> {
    match mrz.and_then(Template::kind_of) {
        // National identity cards and residence permits share codes.
        Some(Kind::IdCard) if printed == Some(Kind::ResidencePermit) => Some(Kind::ResidencePermit),
        Some(kind) => Some(kind),
        None => barcode.map(of_barcode).or(printed),
    }
}

/// AAMVA's header names the kinds of subfiles that follow.
fn of_barcode(barcode: &CardBarcode) -> Kind {
    if barcode.card.is_identification() {
        Kind::IdCard
    } else {
        Kind::DrivingLicense
    }
}
