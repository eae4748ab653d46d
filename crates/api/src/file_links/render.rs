use identity::resource::{FileLinkObject, Rendered};
use identity::{Expand, FileLink};
use wire::{Context, Result};

use crate::file_access;

/// What can be expanded in a file link.
pub(super) const PATHS: &[&str] = &["file", "file.links"];

/// A link as the call may see it.
pub(super) async fn render(
    context: &mut Context<'_>,
    link: &FileLink,
    expand: &Expand,
) -> Result<Rendered<FileLinkObject<'static>>> {
    let record = context.unit.file(context.call.scope(), &link.file).await?;
    let file = match &record {
        Some(record) if expand.has("file") => {
            let below = expand.below("file");
            Some(file_access::file(context, record, &below).await?)
        }
        _ => None,
    };
    file_access::link(context, (link, record.as_ref()), file, expand).await
}
