//! `/v1/files`

mod contents;
mod create;
mod kind;
mod list;
mod person;
mod render;
mod retrieve;
mod visible;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use wire::Host;

pub(crate) use contents::download;
pub(crate) use render::render;
pub(crate) use visible::{check_contents, find, is_picture};

const WHAT: &str = "file";

/// Bytes of a file (Stripe's clients shrink pictures to this).
const SIZE_LIMIT: usize = 16_000_000;
/// Bytes of the other parts of an upload and of what separates the parts.
const OVERHEAD: usize = 64 * 1024;

pub(crate) fn routes() -> Router<Host> {
    const PATH: &str = "/v1/files";
    Router::new()
        .route(
            PATH,
            get(list::handler)
                .post(create::handler)
                .layer(DefaultBodyLimit::max(SIZE_LIMIT + OVERHEAD)),
        )
        .route(&format!("{PATH}/{{file}}"), get(retrieve::handler))
        .route(&format!("{PATH}/{{file}}/contents"), get(contents::handler))
}
