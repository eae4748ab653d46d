mod link;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::ListObject;
use super::presence::{Expandable, Reference};
use super::rendered::{Rendered, Resource};
use crate::{Expand, File, FileId, FilePurpose, Timestamp};
pub use link::{FileLinkObject, file_link};

/// A `file`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "file")]
pub struct FileObject<'a> {
    id: &'a FileId,
    #[schemars(extend("enum" = ["file"]))]
    object: &'static str,
    created: Timestamp,
    /// Always null: files live as long as their session.
    expires_at: Option<Timestamp>,
    filename: Option<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    #[schemars(with = "Expandable<ListObject<FileLinkObject<'static>>>")]
    links: Expandable<Value>,
    purpose: FilePurpose,
    size: u64,
    /// Always null.
    title: Option<&'a str>,
    r#type: Option<&'a str>,
    url: Option<&'a str>,
}

impl Resource for FileObject<'_> {
    type Described = FileObject<'static>;
}

/// What a file shows beside what [`File`] holds.
#[derive(Default)]
pub struct FileView<'a> {
    /// From the file's sealed part.
    pub filename: Option<&'a str>,
    /// Where the contents are, if the caller may fetch them.
    pub url: Option<&'a str>,
    /// The links that lead to the file, as a list; needed only where `expand` names them.
    pub links: Option<Rendered<ListObject<FileLinkObject<'static>>>>,
}

/// A `file`.
pub fn file(file: &File, view: FileView<'_>, expand: &Expand) -> Rendered<FileObject<'static>> {
    Rendered::of(&FileObject {
        id: &file.id,
        object: "file",
        created: file.created,
        expires_at: None,
        filename: view.filename,
        links: Expandable::new(expand, "links", view.links.map(Rendered::into_value)),
        purpose: file.purpose,
        size: file.size,
        title: None,
        r#type: file.file_type.as_deref(),
        url: view.url,
    })
}

/// A file where a link names it: its identifier, or the file itself.
pub(super) type FileReference = Reference<FileId, FileObject<'static>>;
