//! What kind of document a picture shows.

use identity::DocumentType;
use mrz::Mrz;
use serde::{Deserialize, Serialize};

use crate::document::CardBarcode;
use crate::template::Template;

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Passport,
    IdCard,
    DrivingLicense,
    ResidencePermit,
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

    /// What the machine readable zone says the document is, else what its barcode is made for, else
    /// what is printed on it.
    pub(crate) fn of(
        mrz: Option<&Mrz>,
        barcode: Option<&CardBarcode>,
        printed: Option<Self>,
    ) -> Option<Self> {
        match mrz.and_then(Template::kind_of) {
            // National identity cards and residence permits share codes.
            Some(Self::IdCard) if printed == Some(Self::ResidencePermit) => {
                Some(Self::ResidencePermit)
            }
            Some(kind) => Some(kind),
            None => barcode.map(from_barcode).or(printed),
        }
    }
}

/// AAMVA's header names the kinds of subfiles that follow.
fn from_barcode(barcode: &CardBarcode) -> Kind {
    if barcode.card.is_identification() {
        Kind::IdCard
    } else {
        Kind::DrivingLicense
    }
}
