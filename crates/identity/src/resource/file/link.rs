use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::{FileObject, FileReference};
use crate::resource::rendered::{Rendered, Resource};
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

impl Resource for FileLinkObject<'_> {
    type Described = FileLinkObject<'static>;
}

/// A `file_link`. `file_object` replaces the identifier where `file` is expanded.
pub fn file_link(
    link: &FileLink,
    url: Option<&str>,
    file_object: Option<Rendered<FileObject<'static>>>,
    expand: &Expand,
    now: Timestamp,
) -> Rendered<FileLinkObject<'static>> {
    let expired = link.is_expired(now);
    Rendered::of(&FileLinkObject {
        id: &link.id,
        object: "file_link",
        created: link.created,
        expired,
        expires_at: link.expires_at,
        file: file_object
            .filter(|_| expand.has("file"))
            .map_or_else(|| json!(link.file), Rendered::into_value),
        livemode: link.mode.livemode(),
        metadata: &link.metadata,
        url: url.filter(|_| !expired),
    })
}
