use identity::resource::{self, FileView};
use identity::{Expand, File, FilePurpose};
use serde_json::Value;
use sessions::Services;
use store::{FileLinkFilter, FileRecord, Page, UnitOfWork};
use wire::{Call, Code, Result, list};

use super::check_contents;
use crate::file_links;

/// What can be expanded in a file.
pub(super) const PATHS: &[&str] = &["links"];

/// A file as the call may see it.
pub(crate) async fn render(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    record: &FileRecord,
    expand: &Expand,
) -> Result<Value> {
    let file = &record.file;
    let name = services.file_name(unit, record).await?;
    let public_url = &services.settings.public_url;
    let url = may_fetch(call, unit, file)
        .await?
        .then(|| format!("{public_url}/v1/files/{}/contents", file.id));
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
    Ok(resource::file(file, view, expand))
}

/// Whether the call may fetch a file's contents, and so see addresses where they are.
pub(crate) async fn may_fetch(call: &Call, unit: &mut dyn UnitOfWork, file: &File) -> Result<bool> {
    if file.purpose == FilePurpose::IdentityPrivate {
        return Ok(false);
    }
    match check_contents(call, unit, file).await {
        Ok(()) => Ok(true),
        Err(error) if error.code == Code::PermissionDenied => Ok(false),
        Err(error) => Err(error),
    }
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
    for link in &found.items {
        let to = (link, Some(record));
        data.push(file_links::show(services, call, unit, to, None, &Expand::none()).await?);
    }
    let url = format!("/v1/file_links?file={}", record.file.id);
    Ok(list(&url, data, found.has_more))
}
