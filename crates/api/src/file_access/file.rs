use identity::Expand;
use identity::resource::{self, FileView};
use serde_json::Value;
use sessions::Services;
use store::{FileLinkFilter, FileRecord, Page, UnitOfWork};
use wire::{Call, Result, list};

use super::link::link;
use super::visible::may_fetch;

/// What can be expanded in a file.
pub(crate) const PATHS: &[&str] = &["links"];

/// A file as the call may see it.
pub(crate) async fn file(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    record: &FileRecord,
    expand: &Expand,
) -> Result<Value> {
    let row = &record.file;
    let name = services.file_name(unit, record).await?;
    let public_url = &services.settings.public_url;
    let url = may_fetch(call, unit, row)
        .await?
        .then(|| format!("{public_url}/v1/files/{}/contents", row.id));
    let links = if expand.has("links") {
        Some(links(services, call, unit, record).await?)
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
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    record: &FileRecord,
) -> Result<Value> {
    let filter = FileLinkFilter {
        file: Some(record.file.id.clone()),
        ..FileLinkFilter::default()
    };
    let page = Page {
        limit: 10,
        cursor: None,
    };
    let found = unit.file_links(call.scope(), &filter, &page).await?;
    let mut data = Vec::with_capacity(found.items.len());
    for found in &found.items {
        let to = (found, Some(record));
        data.push(link(services, call, unit, to, None, &Expand::none()).await?);
    }
    let url = format!("/v1/file_links?file={}", record.file.id);
    Ok(list(&url, data, found.has_more))
}
