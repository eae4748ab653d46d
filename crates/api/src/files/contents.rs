//! `GET /v1/files/{file}/contents`: where a file's `url` leads.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    X_CONTENT_TYPE_OPTIONS,
};
use identity::File;
use sessions::Services;
use store::UnitOfWork;
use wire::{ApiError, Host, Operation, Query, Read, Result};

use super::{WHAT, check_contents, find, kind};
use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::read::<NoParameters, Read>("GetFilesFileContents", "Download the contents of a file")
        .answers_contents("*/*")
        .downloads()
        .without_expand()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    query: Query<NoParameters, Read>,
) -> Result<Response> {
    let Query { call, mut unit, .. } = query;
    let found = find(&call, unit.as_mut(), &id).await?;
    let missing = || ApiError::no_such(WHAT, &id, "file");
    let record = found.ok_or_else(missing)?;
    check_contents(&call, unit.as_mut(), &record.file).await?;
    let contents = download(&host.services, unit.as_mut(), &record.file).await?;
    contents.ok_or_else(missing)
}

/// A file's contents as an answer; `None` where they are gone. Nothing of it stays in a cache,
/// and a browser neither guesses its type nor runs what is in it.
pub(crate) async fn download(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    file: &File,
) -> Result<Option<Response>> {
    let contents = match services.file_contents(unit, file).await {
        Err(sessions::Error::Redacted) => return Ok(None),
        contents => contents?,
    };
    let file_type = file.file_type.as_deref();
    let suffix = file_type.map_or(String::new(), |suffix| format!(".{suffix}"));
    let name = format!("inline; filename=\"{}{suffix}\"", file.id);
    let headers = [
        (CONTENT_TYPE, kind::media_type(file_type).to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "no-store".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".to_owned(),
        ),
    ];
    Ok(Some((headers, contents).into_response()))
}
