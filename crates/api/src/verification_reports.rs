//! `/v1/identity/verification_reports`

mod list;
mod render;
mod retrieve;

use axum::Router;
use axum::routing::get;
use wire::Host;

const WHAT: &str = "verification report";

pub(crate) fn routes() -> Router<Host> {
    const PATH: &str = "/v1/identity/verification_reports";
    Router::new()
        .route(PATH, get(list::handler))
        .route(&format!("{PATH}/{{report}}"), get(retrieve::handler))
}
