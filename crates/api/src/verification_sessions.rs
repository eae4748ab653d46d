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
use sessions::OpenedSession;
use wire::{ApiError, Context, Result, Surface};

pub(crate) use render::{expansion, render};

const WHAT: &str = "verification session";

/// All of them.
const ALL: &str = "/v1/identity/verification_sessions";
/// One of them.
const ONE: &str = "/v1/identity/verification_sessions/{session}";

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get::<list::List>(ALL)
        .post::<create::Create>(ALL)
        .get::<retrieve::Retrieve>(ONE)
        .post::<update::Update>(ONE)
        .post::<cancel::Cancel>("/v1/identity/verification_sessions/{session}/cancel")
        .post::<redact::Redact>("/v1/identity/verification_sessions/{session}/redact")
}

/// The session that a path names.
pub(crate) async fn find(context: &mut Context<'_>, id: &str) -> Result<OpenedSession> {
    let (services, scope) = (context.services, context.call.scope());
    let found = services.find(context.unit, scope, &named(id)?).await?;
    found.ok_or_else(|| missing(id))
}

fn named(id: &str) -> Result<SessionId> {
    SessionId::parse(id).ok_or_else(|| missing(id))
}

fn missing(id: &str) -> ApiError {
    ApiError::no_such(WHAT, id, "session")
}
