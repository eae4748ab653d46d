use identity::resource::{self, FileLinkObject, FileObject, Rendered};
use identity::{Expand, FileLink};
use store::FileRecord;
use wire::{Context, Result};

use super::leave::leads_to;
use super::visible::may_fetch;

/// A link to a file that was read already. Its address is the file's contents to everybody who has
/// it, so it shows to those alone who may fetch them.
pub(crate) async fn link(
    context: &mut Context<'_>,
    (link, record): (&FileLink, Option<&FileRecord>),
    file: Option<Rendered<FileObject<'static>>>,
    expand: &Expand,
) -> Result<Rendered<FileLinkObject<'static>>> {
    let url = match record {
        Some(record)
            if leads_to(link, &record.file, context.call.now)
                && may_fetch(context.call, context.unit, &record.file).await? =>
        {
            Some(context.services.file_link_url(link))
        }
        _ => None,
    };
    Ok(resource::file_link(
        link,
        url.as_deref(),
        file,
        expand,
        context.call.now,
    ))
}
