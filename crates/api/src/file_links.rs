//! `/v1/file_links`, and the public addresses they stand for.

mod create;
mod download;
mod list;
mod render;
mod retrieve;
mod update;

use identity::{FileLink, FileLinkId};
use store::UnitOfWork;
use wire::{ApiError, Call, Result, Surface};

const WHAT: &str = "file link";

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get("/v1/file_links", list::handler, list::operation())
        .post("/v1/file_links", create::handler, create::operation())
        .get(
            "/v1/file_links/{link}",
            retrieve::handler,
            retrieve::operation(),
        )
        .post(
            "/v1/file_links/{link}",
            update::handler,
            update::operation(),
        )
        .get("/links/{link}", download::handler, download::operation())
}

/// The link that a path names.
async fn find(call: &Call, unit: &mut dyn UnitOfWork, id: &str) -> Result<FileLink> {
    let missing = || ApiError::no_such(WHAT, id, "link");
    let link = FileLinkId::parse(id).ok_or_else(missing)?;
    unit.file_link(call.scope(), &link)
        .await?
        .ok_or_else(missing)
}
