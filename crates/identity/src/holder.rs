//! What documents say of whoever holds them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

string_enum! {
    /// Document kinds as Stripe names them; residence permits count as `id_card`.
    pub enum DocumentType {
        /// A licence to drive, with an AAMVA barcode or in a layout known to `templates/`.
        DrivingLicense = "driving_license",
        /// A card with a zone of one of the formats TD1 and TD2 (ICAO Doc 9303-5, -6), or an American
        /// identification card.
        IdCard = "id_card",
        /// A booklet with a zone of the format TD3 (ICAO Doc 9303-4).
        Passport = "passport",
    }
}

impl DocumentType {
    /// The name in an English sentence, article included: `a passport`.
    pub fn in_english(self) -> &'static str {
        match self {
            Self::Passport => "a passport",
            Self::IdCard => "an identity card",
            Self::DrivingLicense => "a driving licence",
        }
    }
}

string_enum! {
    /// The sex that a document states.
    pub enum Sex {
        /// In the place of a value that was erased.
        Redacted = "[redacted]",
        /// `F` in a machine readable zone.
        Female = "female",
        /// `M` in a machine readable zone.
        Male = "male",
        /// A filler in a machine readable zone, `X` in print: the document leaves it open.
        Unknown = "unknown",
    }
}

string_enum! {
    /// Kinds of ID numbers, as `id_number_type` names them.
    pub enum IdNumberType {
        /// Cadastro de Pessoas Físicas, Brazil: eleven digits, two of them check digits.
        BrCpf = "br_cpf",
        /// National Registration Identity Card, Singapore: a letter, seven digits, a check letter.
        SgNric = "sg_nric",
        /// Social Security number, United States; its last four digits are asked for.
        UsSsn = "us_ssn",
    }
}

/// A date of which a document may leave parts open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "date")]
pub struct Date {
    /// 1 to 31; null where the document leaves it open.
    pub day: Option<u8>,
    /// 1 to 12; null where the document leaves it open.
    pub month: Option<u8>,
    /// Four digits; null where the document leaves it open.
    pub year: Option<u16>,
}

/// A postal address as a document states it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "address")]
pub struct Address {
    /// Town or village.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Street and number, or what the document has in their place.
    pub line1: Option<String>,
    /// What stands between street and town.
    pub line2: Option<String>,
    /// As printed, in the form of the country.
    pub postal_code: Option<String>,
    /// State or province; of North American licences the two letters of their barcode.
    pub state: Option<String>,
}
