//! What kind of document a picture shows.

use identity::DocumentType;
use mrz::{Format, Mrz};
use observation::DocumentObservation;
use serde::Serialize;

use crate::document::CardBarcode;
use crate::print::distance::contains_nearly;
use crate::print::fold::condense;

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Passport,
    IdCard,
    DrivingLicense,
    ResidencePermit,
    Visa,
}

/// Words that a document says of itself, folded and without spaces; the first that is found
/// decides. A residence permit may call itself an identity card too, and any document may speak
/// of passports.
const WORDS: &[(Kind, &[&str])] = &[
    (
        Kind::ResidencePermit,
        &[
            "RESIDENCEPERMIT",
            "AUFENTHALTSTITEL",
            "AUFENTHALTSKARTE",
            "TITREDESEJOUR",
            "PERMISODERESIDENCIA",
            "PERMESSODISOGGIORNO",
            "VERBLIJFSDOCUMENT",
            "VERBLIJFSTITEL",
            "KARTAPOBYTU",
            "TITULODERESIDENCIA",
            "UPPEHALLSTILLSTAND",
            "OPPHOLDSTILLATELSE",
            "OPHOLDSTILLADELSE",
            "OLESKELULUPA",
            "PERMANENTRESIDENT",
        ],
    ),
    (
        Kind::DrivingLicense,
        &[
            "DRIVINGLICENCE",
            "DRIVINGLICENSE",
            "DRIVERLICENSE",
            "DRIVERLICENCE",
            "DRIVERSLICENSE",
            "DRIVERSLICENCE",
            "FUHRERSCHEIN",
            "FUEHRERSCHEIN",
            "PERMISDECONDUIRE",
            "PERMISODECONDUCCION",
            "PATENTEDIGUIDA",
            "CARTADECONDUCAO",
            "RIJBEWIJS",
            "PRAWOJAZDY",
            "KORKORT",
            "FORERKORT",
            "KOREKORT",
            "AJOKORTTI",
        ],
    ),
    (
        Kind::IdCard,
        &[
            "IDENTITYCARD",
            "IDENTIFICATIONCARD",
            "PERSONALAUSWEIS",
            "CARTEDIDENTITE",
            "CARTENATIONALEDIDENTITE",
            "IDENTITATSKARTE",
            "IDENTITAETSKARTE",
            "DOCUMENTONACIONALDEIDENTIDAD",
            "CARTADIDENTITA",
            "CARTAODECIDADAO",
            "CEDULADEIDENTIDAD",
            "IDENTITEITSKAART",
            "DOWODOSOBISTY",
            "NATIONELLTIDKORT",
            "NATIONALTIDKORT",
            "OBCANSKYPRUKAZ",
            "KIMLIKKARTI",
            "HENKILOKORTTI",
        ],
    ),
    (
        Kind::Passport,
        &[
            "PASSPORT",
            "PASSEPORT",
            "REISEPASS",
            "PASAPORTE",
            "PASSAPORTO",
            "PASSAPORTE",
            "PASPOORT",
            "PASZPORT",
        ],
    ),
];

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
        sides: &[&DocumentObservation],
    ) -> Option<Self> {
        let printed = Self::printed(sides);
        match mrz.and_then(from_mrz) {
            // National identity cards and residence permits share codes.
            Some(Self::IdCard) if printed == Some(Self::ResidencePermit) => {
                Some(Self::ResidencePermit)
            }
            Some(kind) => Some(kind),
            None => barcode.map(from_barcode).or(printed),
        }
    }
}

/// From the document code (9303-4, -5, -6, -7, clause 4.2.2).
fn from_mrz(mrz: &Mrz) -> Option<Kind> {
    if matches!(mrz.format, Format::MrvA | Format::MrvB) {
        return Some(Kind::Visa);
    }
    let code = mrz.fields.document_code.as_str();
    match (mrz.format, code.chars().next()?) {
        (_, 'P') | (Format::Td3, _) => Some(Kind::Passport),
        (_, 'V') => Some(Kind::Visa),
        (_, 'D') => Some(Kind::DrivingLicense),
        // Residence permits of the European Union, and the permanent resident card of the US.
        _ if matches!(code, "IR" | "AR" | "RP" | "C1" | "C2") => Some(Kind::ResidencePermit),
        (_, 'I' | 'A' | 'C') => Some(Kind::IdCard),
        _ => None,
    }
}

impl Kind {
    /// What a document says of itself.
    pub(crate) fn printed(sides: &[&DocumentObservation]) -> Option<Self> {
        let lines: Vec<String> = sides
            .iter()
            .flat_map(|side| &side.lines)
            .map(|line| condense(&line.text))
            .collect();
        WORDS
            .iter()
            .find(|(_, words)| {
                words.iter().any(|word| {
                    lines
                        .iter()
                        .any(|line| contains_nearly(line, word, word.len() / 9))
                })
            })
            .map(|(kind, _)| *kind)
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
