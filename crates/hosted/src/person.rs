use sessions::{OpenedSession, Services};
use store::UnitOfWork;
use wire::{ApiError, Call, Context, Result};

use crate::closed::{closed, is_gone};

/// The session a person's call is about: their own, named by the path, and not over.
pub(crate) async fn own_session(context: &mut Context<'_>, path_id: &str) -> Result<OpenedSession> {
    find_own_session(context.services, context.unit, context.call, path_id).await
}

/// The same, in a unit of work that was opened for it.
pub(crate) async fn find_own_session(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    call: &Call,
    path_id: &str,
) -> Result<OpenedSession> {
    let person = call.person()?;
    let missing = || ApiError::no_such("verification page", path_id, "verification_page");
    if person.session.as_str() != path_id {
        return Err(missing());
    }
    let opened = services
        .find(unit, &person.scope, &person.session)
        .await?
        .ok_or_else(missing)?;
    if is_gone(&opened.session) {
        return Err(closed());
    }
    Ok(opened)
}
