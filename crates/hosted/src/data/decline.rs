use http::HeaderMap;
use identity::resource::Rendered;
use identity::{Collected, ErrorCode, LastError, Reason};
use sessions::{OpenedSession, Services};
use store::UnitOfWork;
use wire::Result;

use super::files::is_upload;
use crate::copy::{self, Context};
use crate::page_data::{PageDataObject, page_data};

/// The person does not consent: what they sent is deleted, and the back end hears of it. They may change
/// their mind, and change it again: the back end, to which the session looks the same, hears no more of
/// that until something was submitted.
///
/// What they sent is all that is forgotten: what guards the session is the session's own.
pub(super) async fn decline(
    services: &Services,
    mut unit: Box<dyn UnitOfWork>,
    mut opened: OpenedSession,
    headers: &HeaderMap,
) -> Result<Rendered<PageDataObject<'static>>> {
    let said_before = opened.was_declined();
    opened.personal.collected = Collected::default();
    let blobs = delete_uploads(unit.as_mut(), &opened).await?;
    if said_before {
        services.write(unit.as_mut(), &opened).await?;
    } else {
        let error = LastError {
            code: ErrorCode::ConsentDeclined,
            reason: Reason::ConsentDeclined,
        };
        services
            .fail_before_submission(unit.as_mut(), &mut opened, error)
            .await?;
    }
    unit.save().await?;
    let words = Context::of(services, &opened.session, headers);
    for blob in blobs {
        // A blob that no file names is found and removed later.
        if let Err(error) = services.blobs.delete(&blob).await {
            tracing::warn!(%error, "a picture stays until the next clean-up");
        }
    }
    Ok(page_data(&opened, &[copy::consent_declined(&words)]))
}

/// Forgets what the person uploaded; returns the blobs that no other file needs.
async fn delete_uploads(unit: &mut dyn UnitOfWork, opened: &OpenedSession) -> Result<Vec<String>> {
    let records = unit.files_of_session(&opened.session.id).await?;
    let (own, kept): (Vec<_>, Vec<_>) = records
        .into_iter()
        .map(|record| record.file)
        .partition(|file| is_upload(file.purpose));
    let mut blobs = Vec::new();
    for file in own {
        unit.delete_file(&file.id).await?;
        // Pictures of an earlier submission belong to its report.
        if !kept.iter().any(|other| other.blob == file.blob) {
            blobs.push(file.blob);
        }
    }
    Ok(blobs)
}
