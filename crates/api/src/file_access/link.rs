use identity::{Expand, FileLink, resource};
use serde_json::Value;
use sessions::Services;
use store::{FileRecord, UnitOfWork};
use wire::{Call, Result};

use super::leave::leads_to;
use super::visible::may_fetch;

/// A link to a file that was read already. Its address is the file's contents to everybody who has
/// it, so it shows to those alone who may fetch them.
pub(crate) async fn link(
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
