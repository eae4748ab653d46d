//! `/v1/events`

mod list;
mod retrieve;

use axum::Router;
use axum::routing::get;
use identity::Timestamp;
use wire::Host;

const WHAT: &str = "event";

/// Seconds for which events can be had.
const LIFETIME: i64 = 30 * 24 * 3600;

pub(crate) fn routes() -> Router<Host> {
    const PATH: &str = "/v1/events";
    Router::new()
        .route(PATH, get(list::handler))
        .route(&format!("{PATH}/{{event}}"), get(retrieve::handler))
}

/// Events before this moment are no longer shown.
fn horizon(now: Timestamp) -> Timestamp {
    now.plus(-LIFETIME)
}
