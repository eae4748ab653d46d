//! Pictures that the person being verified hands in.
//!
//! A file that comes before consent is sealed and lies there: the page's `data` refuses to take it
//! into the session, and nothing looks at it, until consent is recorded.

use identity::{FilePurpose, SessionId};
use sessions::{OpenedSession, Services};
use store::UnitOfWork;
use wire::{ApiError, Code, PersonCaller, Result};

/// The session that takes the picture, or why it does not.
pub(super) async fn receiving_session(
    services: &Services,
    person: &PersonCaller,
    purpose: FilePurpose,
    owned_by: Option<&str>,
) -> Result<OpenedSession> {
    if !matches!(
        purpose,
        FilePurpose::IdentityPrivate | FilePurpose::IdentityDocument
    ) {
        let message = "Persons hand in files of the purposes `identity_private` and \
                       `identity_document` alone.";
        return Err(ApiError::invalid("purpose", message));
    }
    let owner = owned_by.ok_or_else(|| ApiError::missing("owned_by"))?;
    if owner != person.session.as_str() {
        return Err(ApiError::no_such_parameter(
            "verification session",
            owner,
            "owned_by",
        ));
    }
    let mut unit = services.store.read().await?;
    open(services, unit.as_mut(), person).await
}

/// Counts the picture, now that it is here, in the unit of work that adds it: the session may have been
/// closed, redacted or filled while it was on its way.
pub(super) async fn count(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    person: &PersonCaller,
) -> Result<()> {
    let mut opened = open(services, unit, person).await?;
    if !opened.session.guards.take_upload() {
        return Err(full());
    }
    Ok(services.write(unit, &opened).await?)
}

/// The person's session, if it takes pictures now.
async fn open(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    person: &PersonCaller,
) -> Result<OpenedSession> {
    let found = services.find(unit, &person.scope, &person.session).await?;
    let opened = found.ok_or_else(|| missing(&person.session))?;
    if !opened.session.is_open() {
        let message = "This verification session takes no pictures any more.";
        return Err(ApiError::new(Code::StatusTransitionInvalid, message));
    }
    if opened.stands_declined() {
        let message = "The person declined to be verified. No pictures are taken before they \
                       consent: send `collected_data[biometric_consent]` first.";
        return Err(ApiError::new(Code::StatusTransitionInvalid, message));
    }
    if !opened.session.guards.takes_uploads() {
        return Err(full());
    }
    Ok(opened)
}

fn full() -> ApiError {
    let message = "This verification session has received as many files as it takes.";
    ApiError::new(Code::StatusTransitionInvalid, message)
}

fn missing(id: &SessionId) -> ApiError {
    ApiError::no_such_parameter("verification session", id.as_str(), "owned_by")
}
