//! Which files a key sees, and whose contents it may fetch.

use identity::{File, FileId, FilePurpose};
use store::{FileRecord, UnitOfWork};
use wire::{ApiError, Call, Code, Result, SensitiveResults};

use crate::sensitive;

/// Whether a file shows a document or face of somebody being verified.
pub(crate) fn is_picture(file: &File) -> bool {
    file.session.is_some() || file.purpose.is_picture_of_a_person()
}

/// A file that keys may know of. What a person handed in is not among them: reports name copies.
pub(crate) async fn find(
    call: &Call,
    unit: &mut dyn UnitOfWork,
    id: &str,
) -> Result<Option<FileRecord>> {
    let Some(id) = FileId::parse(id) else {
        return Ok(None);
    };
    let found = unit.file(call.scope(), &id).await?;
    Ok(found.filter(|record| record.file.purpose != FilePurpose::IdentityPrivate))
}

/// Refuses contents that the key may not fetch.
pub(crate) async fn check_contents(
    call: &Call,
    unit: &mut dyn UnitOfWork,
    file: &File,
) -> Result<()> {
    if !is_picture(file) {
        return Ok(());
    }
    if call.sensitive_results() == SensitiveResults::None {
        let message = "Pictures of documents and faces are open to restricted keys with the \
                       permission for sensitive results; `bonafide keys create --kind restricted \
                       --allow sensitive_results` makes one.";
        return Err(ApiError::denied(message));
    }
    let now = sensitive::time_of(call, unit, file.session.as_ref()).await?;
    sensitive::check_recent(call, file.created, "file", now)
}

/// Whether the call may fetch a file's contents, and so see addresses where they are.
pub(crate) async fn may_fetch(call: &Call, unit: &mut dyn UnitOfWork, file: &File) -> Result<bool> {
    if file.purpose == FilePurpose::IdentityPrivate {
        return Ok(false);
    }
    match check_contents(call, unit, file).await {
        Ok(()) => Ok(true),
        Err(error) if error.code == Code::PermissionDenied => Ok(false),
        Err(error) => Err(error),
    }
}
