use identity::{Challenge, FileId, FilePurpose};
use sessions::OpenedSession;
use store::UnitOfWork;
use wire::{ApiError, Result};

use super::form::DataForm;

/// Whether a file is one that the person sent for their own verification.
pub(super) fn is_upload(purpose: FilePurpose) -> bool {
    matches!(
        purpose,
        FilePurpose::IdentityPrivate | FilePurpose::IdentityDocument
    )
}

/// Refuses files that were not uploaded for this session, as if they did not exist.
pub(super) async fn check(
    unit: &mut dyn UnitOfWork,
    opened: &OpenedSession,
    form: &DataForm,
) -> Result<()> {
    for (param, text) in form.files() {
        let found = match FileId::parse(text) {
            Some(id) => unit.file(&opened.scope(), &id).await?,
            None => None,
        };
        let own = found.is_some_and(|record| {
            is_upload(record.file.purpose)
                && record.file.session.as_ref() == Some(&opened.session.id)
        });
        if !own {
            return Err(ApiError::no_such_parameter("file upload", text, &param));
        }
    }
    check_recording(unit, opened, form).await
}

/// Refuses frames that are too large, and those that were there before the challenge was.
async fn check_recording(
    unit: &mut dyn UnitOfWork,
    opened: &OpenedSession,
    form: &DataForm,
) -> Result<()> {
    let challenge = opened.session.guards.challenge();
    for (param, text) in form.frames() {
        let found = match FileId::parse(text) {
            Some(id) => unit.file(&opened.scope(), &id).await?,
            None => None,
        };
        let Some(record) = found else { continue };
        if record.file.size > Challenge::MOST_FRAME_BYTES {
            let message = format!(
                "Frames of a challenge have at most {} bytes: send JPEGs of about 640 pixels.",
                Challenge::MOST_FRAME_BYTES
            );
            return Err(ApiError::invalid(param, message));
        }
        if challenge
            .as_ref()
            .is_some_and(|challenge| record.file.created < challenge.issued)
        {
            let message = "This frame was uploaded before the challenge was drawn.";
            return Err(ApiError::invalid(param, message));
        }
    }
    Ok(())
}
