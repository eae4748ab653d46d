//! `/v1/files`

mod contents;
mod create;
mod list;
mod person;
mod retrieve;

use axum::extract::DefaultBodyLimit;
use wire::Surface;

const WHAT: &str = "file";

/// Bytes of a file (Stripe's clients shrink pictures to this).
const SIZE_LIMIT: usize = 16_000_000;
/// Bytes of the other parts of an upload and of what separates the parts.
const OVERHEAD: usize = 64 * 1024;

/// All of them.
const ALL: &str = "/v1/files";
/// One of them.
const ONE: &str = "/v1/files/{file}";

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get::<list::List>(ALL)
        .staged::<create::Create>(ALL)
        .get::<retrieve::Retrieve>(ONE)
        .get::<contents::Contents>("/v1/files/{file}/contents")
        .layered(DefaultBodyLimit::max(SIZE_LIMIT + OVERHEAD))
}
