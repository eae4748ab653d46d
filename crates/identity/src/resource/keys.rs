use schemars::JsonSchema;
use serde::Serialize;

use super::rendered::{Rendered, Resource};
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

impl Resource for EphemeralKeyObject<'_> {
    type Described = EphemeralKeyObject<'static>;
}

/// An `ephemeral_key`; its secret is shown once, at creation.
pub fn ephemeral_key(
    key: &EphemeralKey,
    secret: Option<&str>,
) -> Rendered<EphemeralKeyObject<'static>> {
    Rendered::of(&EphemeralKeyObject {
        id: &key.id,
        object: "ephemeral_key",
        created: key.created,
        expires: key.expires,
        livemode: key.mode.livemode(),
        secret,
    })
}
