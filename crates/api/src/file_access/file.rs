use identity::Expand;
use identity::resource::{self, FileLinkObject, FileObject, FileView, ListObject, Rendered};
use store::{FileLinkFilter, FileRecord, Page};
use wire::{Context, Result};

use super::link::link;
use super::visible::may_fetch;

/// What can be expanded in a file.
pub(crate) const PATHS: &[&str] = &["links"];

/// A file as the call may see it.
pub(crate) async fn file(
    context: &mut Context<'_>,
    record: &FileRecord,
    expand: &Expand,
) -> Result<Rendered<FileObject<'static>>> {
    let row = &record.file;
    let name = context.services.file_name(context.unit, record).await?;
    let public_url = &context.services.settings.public_url;
    let url = may_fetch(context.call, context.unit, row)
        .await?
        .then(|| format!("{public_url}/v1/files/{}/contents", row.id));
    let links = if expand.has("links") {
        Some(links(context, record).await?)
    } else {
        None
    };
    let view = FileView {
        filename: name.as_deref(),
        url: url.as_deref(),
        links,
    };
    Ok(resource::file(row, view, expand))
}

async fn links(
    context: &mut Context<'_>,
    record: &FileRecord,
) -> Result<Rendered<ListObject<FileLinkObject<'static>>>> {
    let filter = FileLinkFilter {
        file: Some(record.file.id.clone()),
        ..FileLinkFilter::default()
    };
    let page = Page {
        limit: 10,
        cursor: None,
    };
    let found = context
        .unit
        .file_links(context.call.scope(), &filter, &page)
        .await?;
    let mut data = Vec::with_capacity(found.items.len());
    for found in &found.items {
        let to = (found, Some(record));
        data.push(link(context, to, None, &Expand::none()).await?);
    }
    let url = format!("/v1/file_links?file={}", record.file.id);
    Ok(resource::list(&url, data, found.has_more))
}
