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

/// All of them.
const ALL: &str = "/v1/file_links";
/// One of them.
const ONE: &str = "/v1/file_links/{link}";

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get::<list::List>(ALL)
        .post::<create::Create>(ALL)
        .get::<retrieve::Retrieve>(ONE)
        .post::<update::Update>(ONE)
        .get_open::<download::Download>("/links/{link}")
}

/// The link that a path names.
async fn find(call: &Call, unit: &mut dyn UnitOfWork, id: &str) -> Result<FileLink> {
    let missing = || ApiError::no_such(WHAT, id, "link");
    let link = FileLinkId::parse(id).ok_or_else(missing)?;
    unit.file_link(call.scope(), &link)
        .await?
        .ok_or_else(missing)
}
