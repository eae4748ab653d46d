//! `/v1/ephemeral_keys`

mod create;
mod delete;

use axum::Router;
use axum::routing::{delete, post};
use wire::Host;

pub(crate) fn routes() -> Router<Host> {
    const PATH: &str = "/v1/ephemeral_keys";
    Router::new()
        .route(PATH, post(create::handler))
        .route(&format!("{PATH}/{{key}}"), delete(delete::handler))
}
