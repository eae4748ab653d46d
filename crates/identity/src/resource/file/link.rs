use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::FileReference;
use crate::{Expand, FileLink, FileLinkId, Metadata, Timestamp};

/// A `file_link`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "file_link")]
pub struct FileLinkObject<'a> {
    id: &'a FileLinkId,
    #[schemars(extend("enum" = ["file_link"]))]
    object: &'static str,
    created: Timestamp,
    expired: bool,
    expires_at: Option<Timestamp>,
    #[schemars(with = "FileReference")]
    file: Value,
    livemode: bool,
    metadata: &'a Metadata,
    url: Option<&'a str>,
}

/// A `file_link`. `file_object` replaces the identifier where `file` is expanded.
pub fn file_link(
    link: &FileLink,
    url: Option<&str>,
    file_object: Option<Value>,
    expand: &Expand,
    now: Timestamp,
) -> Value {
    let expired = link.is_expired(now);
    json!(FileLinkObject {
        id: &link.id,
        object: "file_link",
        created: link.created,
        expired,
        expires_at: link.expires_at,
        file: file_object
            .filter(|_| expand.has("file"))
            .unwrap_or_else(|| json!(link.file)),
        livemode: link.mode.livemode(),
        metadata: &link.metadata,
        url: url.filter(|_| !expired),
    })
}
