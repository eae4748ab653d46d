use identity::{Expand, FileLink, resource};
use serde_json::Value;
use sessions::Services;
use store::{FileRecord, UnitOfWork};
use wire::{Call, Result};

use super::leave::leads_to;
use crate::files::may_fetch;

/// What can be expanded in a file link.
pub(super) const PATHS: &[&str] = &["file", "file.links"];

/// A link as the call may see it.
pub(super) async fn render(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    link: &FileLink,
    expand: &Expand,
) -> Result<Value> {
    let record = unit.file(call.scope(), &link.file).await?;
    let file = match &record {
        Some(record) if expand.has("file") => {
            let below = expand.below("file");
            Some(crate::files::render(services, call, unit, record, &below).await?)
        }
        _ => None,
    };
    show(services, call, unit, (link, record.as_ref()), file, expand).await
}

/// A link to a file that was read already. Its address is the file's contents to everybody who has
/// it, so it shows to those alone who may fetch them.
pub(crate) async fn show(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    (link, record): (&FileLink, Option<&FileRecord>),
    file: Option<Value>,
    expand: &Expand,
) -> Result<Value> {
    let url = match record {
        Some(record)
            if leads_to(link, &record.file, call.now)
                && may_fetch(call, unit, &record.file).await? =>
        {
            Some(services.file_link_url(link))
        }
        _ => None,
    };
    Ok(resource::file_link(
        link,
        url.as_deref(),
        file,
        expand,
        call.now,
    ))
}
