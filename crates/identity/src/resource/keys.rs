use serde_json::{Value, json};

use crate::EphemeralKey;

/// An `ephemeral_key`; its secret is shown once, at creation.
pub fn ephemeral_key(key: &EphemeralKey, secret: Option<&str>) -> Value {
    let mut object = json!({
        "id": key.id,
        "object": "ephemeral_key",
        "created": key.created,
        "expires": key.expires,
        "livemode": key.mode.livemode(),
    });
    if let (Some(secret), Some(map)) = (secret, object.as_object_mut()) {
        map.insert("secret".to_owned(), json!(secret));
    }
    object
}
