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

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get("/v1/files", list::handler, list::operation())
        .post("/v1/files", create::handler, create::operation())
        .get("/v1/files/{file}", retrieve::handler, retrieve::operation())
        .get(
            "/v1/files/{file}/contents",
            contents::handler,
            contents::operation(),
        )
        .layered(DefaultBodyLimit::max(SIZE_LIMIT + OVERHEAD))
}
