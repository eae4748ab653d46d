//! `/v1/file_links`, and the public addresses they stand for.

mod create;
mod download;
mod expiry;
mod list;
mod render;
mod retrieve;
mod update;

use axum::Router;
use axum::routing::get;
use identity::{FileLink, FileLinkId};
use sessions::Services;
use store::UnitOfWork;
use wire::{ApiError, Call, Host, Result};

const WHAT: &str = "file link";

pub(crate) fn routes() -> Router<Host> {
    const PATH: &str = "/v1/file_links";
    Router::new()
        .route(PATH, get(list::handler).post(create::handler))
        .route(
            &format!("{PATH}/{{link}}"),
            get(retrieve::handler).post(update::handler),
        )
        .route("/links/{link}", get(download::handler))
}

/// Where everybody finds the file while the link lives.
pub(crate) fn public_url(services: &Services, link: &FileLink) -> String {
    format!("{}/links/{}", services.settings.public_url, link.id)
}

/// The link that a path names.
async fn find(call: &Call, unit: &mut dyn UnitOfWork, id: &str) -> Result<FileLink> {
    let missing = || ApiError::no_such(WHAT, id, "link");
    let link = FileLinkId::parse(id).ok_or_else(missing)?;
    unit.file_link(call.scope(), &link)
        .await?
        .ok_or_else(missing)
}
