use identity::{Expand, FileLink, resource};
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{Call, Result};

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
    let file = if expand.has("file") {
        match unit.file(call.scope(), &link.file).await? {
            Some(record) => {
                let below = expand.below("file");
                Some(crate::files::render(services, call, unit, &record, &below).await?)
            }
            None => None,
        }
    } else {
        None
    };
    let url = super::public_url(services, link);
    Ok(resource::file_link(
        link,
        Some(&url),
        file,
        expand,
        call.now,
    ))
}
