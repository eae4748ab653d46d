//! What documents say of whoever holds them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

string_enum! {
    /// Document kinds as Stripe names them; residence permits count as `id_card`.
    pub enum DocumentType {
        DrivingLicense = "driving_license",
        IdCard = "id_card",
        Passport = "passport",
    }
}

impl DocumentType {
    /// With its article.
    pub fn in_english(self) -> &'static str {
        match self {
            Self::Passport => "a passport",
            Self::IdCard => "an identity card",
            Self::DrivingLicense => "a driving licence",
        }
    }
}

string_enum! {
    pub enum Sex {
        Redacted = "[redacted]",
        Female = "female",
        Male = "male",
        Unknown = "unknown",
    }
}

string_enum! {
    pub enum IdNumberType {
        BrCpf = "br_cpf",
        SgNric = "sg_nric",
        UsSsn = "us_ssn",
    }
}

/// A date of which a document may leave parts open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "date")]
pub struct Date {
    pub day: Option<u8>,
    pub month: Option<u8>,
    pub year: Option<u16>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "address")]
pub struct Address {
    pub city: Option<String>,
    pub country: Option<String>,
    pub line1: Option<String>,
    pub line2: Option<String>,
    pub postal_code: Option<String>,
    pub state: Option<String>,
}
