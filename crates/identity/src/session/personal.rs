use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Address, Collected, Date, IdNumberType, Sex};

/// Everything personal about a session; sealed under the session's data key before it is stored.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SessionPersonal {
    /// What the caller stated about the person; `None` where nothing.
    pub provided_details: Option<ProvidedDetails>,
    /// `None` until the session is verified.
    pub verified_outputs: Option<VerifiedOutputs>,
    /// What the person handed in; default before the first screen.
    pub collected: Collected,
}

/// What the caller states of the person beforehand.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_provided_details")]
pub struct ProvidedDetails {
    /// As the caller wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// As the caller wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// What a verified session vouches for.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifiedOutputs {
    /// Where the document has one.
    pub address: Option<Address>,
    /// Date of birth; sensitive.
    pub dob: Option<Date>,
    /// Of predefined outcomes alone; nothing is verified by email here.
    pub email: Option<String>,
    /// Given names, spelled as in the report.
    pub first_name: Option<String>,
    /// Never stated, since there is no database of ID numbers here; Stripe's would be sensitive.
    pub id_number: Option<String>,
    /// Never stated, as the number itself.
    pub id_number_type: Option<IdNumberType>,
    /// Spelled as in the report.
    pub last_name: Option<String>,
    /// Of predefined outcomes alone; nothing is verified by telephone here.
    pub phone: Option<String>,
    /// Sensitive.
    pub sex: Option<Sex>,
    /// As printed; sensitive.
    pub unparsed_place_of_birth: Option<String>,
    /// `F` or `M`; sensitive.
    pub unparsed_sex: Option<String>,
}
