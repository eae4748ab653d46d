use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Address, Collected, Date, IdNumberType, Sex};

/// Everything personal about a session; sealed under the session's data key before it is stored.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SessionPersonal {
    pub provided_details: Option<ProvidedDetails>,
    pub verified_outputs: Option<VerifiedOutputs>,
    pub collected: Collected,
}

#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "gelato_provided_details")]
pub struct ProvidedDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// What a verified session vouches for.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifiedOutputs {
    pub address: Option<Address>,
    pub dob: Option<Date>,
    pub email: Option<String>,
    pub first_name: Option<String>,
    pub id_number: Option<String>,
    pub id_number_type: Option<IdNumberType>,
    pub last_name: Option<String>,
    pub phone: Option<String>,
    pub sex: Option<Sex>,
    pub unparsed_place_of_birth: Option<String>,
    pub unparsed_sex: Option<String>,
}
