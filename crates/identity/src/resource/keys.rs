use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::{EphemeralKey, EphemeralKeyId, Timestamp};

/// An `ephemeral_key`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ephemeral_key")]
pub struct EphemeralKeyObject<'a> {
    id: &'a EphemeralKeyId,
    #[schemars(extend("enum" = ["ephemeral_key"]))]
    object: &'static str,
    created: Timestamp,
    expires: Timestamp,
    livemode: bool,
    /// Shown once, at creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a str>,
}

/// An `ephemeral_key`; its secret is shown once, at creation.
pub fn ephemeral_key(key: &EphemeralKey, secret: Option<&str>) -> Value {
    json!(EphemeralKeyObject {
        id: &key.id,
        object: "ephemeral_key",
        created: key.created,
        expires: key.expires,
        livemode: key.mode.livemode(),
        secret,
    })
}
