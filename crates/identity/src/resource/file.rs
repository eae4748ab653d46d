use serde_json::{Value, json};

use crate::{Expand, File, FileLink, Timestamp};

/// A `file`. `filename` comes from its sealed part; `url` is where its contents are, if the
/// caller may fetch them.
pub fn file(file: &File, filename: Option<&str>, url: Option<&str>) -> Value {
    json!({
        "id": file.id,
        "object": "file",
        "created": file.created,
        "expires_at": null,
        "filename": filename,
        "purpose": file.purpose,
        "size": file.size,
        "title": null,
        "type": file.file_type,
        "url": url,
    })
}

/// A `file_link`. `file_object` replaces the identifier where `file` is expanded.
pub fn file_link(
    link: &FileLink,
    url: Option<&str>,
    file_object: Option<Value>,
    expand: &Expand,
    now: Timestamp,
) -> Value {
    let file = file_object
        .filter(|_| expand.has("file"))
        .unwrap_or_else(|| json!(link.file));
    let expired = link.is_expired(now);
    json!({
        "id": link.id,
        "object": "file_link",
        "created": link.created,
        "expired": expired,
        "expires_at": link.expires_at,
        "file": file,
        "livemode": link.mode.livemode(),
        "metadata": link.metadata,
        "url": url.filter(|_| !expired),
    })
}
