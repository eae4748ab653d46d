//! What kind of document a picture shows.

use identity::DocumentType;
use serde::{Deserialize, Serialize};

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
}
