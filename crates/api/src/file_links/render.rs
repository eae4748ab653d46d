use identity::{Expand, FileLink};
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{Call, Result};

use crate::file_access;

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
            Some(file_access::file(services, call, unit, record, &below).await?)
        }
        _ => None,
    };
    file_access::link(services, call, unit, (link, record.as_ref()), file, expand).await
}
