//! `/v1/identity/verification_sessions`

mod cancel;
mod create;
mod list;
mod parameters;
mod redact;
mod render;
mod retrieve;
mod update;

use axum::Router;
use axum::routing::{get, post};
use identity::SessionId;
use sessions::{Case, Services};
use store::UnitOfWork;
use wire::{ApiError, Call, Host, Result};

const WHAT: &str = "verification session";

pub(crate) fn routes() -> Router<Host> {
    const PATH: &str = "/v1/identity/verification_sessions";
    Router::new()
        .route(PATH, get(list::handler).post(create::handler))
        .route(
            &format!("{PATH}/{{session}}"),
            get(retrieve::handler).post(update::handler),
        )
        .route(&format!("{PATH}/{{session}}/cancel"), post(cancel::handler))
        .route(&format!("{PATH}/{{session}}/redact"), post(redact::handler))
}

/// The session that a path names.
async fn find(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    id: &str,
) -> Result<Case> {
    let missing = || ApiError::no_such(WHAT, id, "session");
    let session = SessionId::parse(id).ok_or_else(missing)?;
    let found = services.find(unit, call.scope(), &session).await?;
    found.ok_or_else(missing)
}
