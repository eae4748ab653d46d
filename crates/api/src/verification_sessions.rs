//! `/v1/identity/verification_sessions`

mod cancel;
mod create;
mod list;
mod outcome;
mod parameters;
mod redact;
mod render;
mod retrieve;
mod update;

use identity::SessionId;
use sessions::{Case, Services};
use store::UnitOfWork;
use wire::{ApiError, Call, Result, Surface};

pub(crate) use render::{expansion, render};

const WHAT: &str = "verification session";

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get(
            "/v1/identity/verification_sessions",
            list::handler,
            list::operation(),
        )
        .post(
            "/v1/identity/verification_sessions",
            create::handler,
            create::operation(),
        )
        .get(
            "/v1/identity/verification_sessions/{session}",
            retrieve::handler,
            retrieve::operation(),
        )
        .post(
            "/v1/identity/verification_sessions/{session}",
            update::handler,
            update::operation(),
        )
        .post(
            "/v1/identity/verification_sessions/{session}/cancel",
            cancel::handler,
            cancel::operation(),
        )
        .post(
            "/v1/identity/verification_sessions/{session}/redact",
            redact::handler,
            redact::operation(),
        )
}

/// The session that a path names.
pub(crate) async fn find(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    id: &str,
) -> Result<Case> {
    let found = services.find(unit, call.scope(), &named(id)?).await?;
    found.ok_or_else(|| missing(id))
}

fn named(id: &str) -> Result<SessionId> {
    SessionId::parse(id).ok_or_else(|| missing(id))
}

fn missing(id: &str) -> ApiError {
    ApiError::no_such(WHAT, id, "session")
}
