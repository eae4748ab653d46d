//! What kind of document a picture shows.

use identity::DocumentType;
use serde::{Deserialize, Serialize};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Document codes that begin with `P` (ICAO Doc 9303-4), or print that says so.
    Passport,
    /// Document codes that begin with `I`, `A` or `C` (ICAO Doc 9303-5), American identification cards,
    /// or print that says so.
    IdCard,
    /// An AAMVA barcode of a licence, or print that says so.
    DrivingLicense,
    /// A card of somebody who lives in the country without being its citizen.
    ResidencePermit,
    /// Document codes that begin with `V` (ICAO Doc 9303-7).
    Visa,
}

impl Kind {
    /// Stripe's name for it; residence permits count as identity cards, visas as nothing.
    pub fn document_type(self) -> Option<DocumentType> {
        match self {
            Self::Passport => Some(DocumentType::Passport),
            Self::IdCard | Self::ResidencePermit => Some(DocumentType::IdCard),
            Self::DrivingLicense => Some(DocumentType::DrivingLicense),
            Self::Visa => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::IdCard => "identity card",
            Self::DrivingLicense => "driving licence",
            Self::ResidencePermit => "residence permit",
            Self::Visa => "visa",
        }
    }
}
