//! `GET /v1/files/{file}/contents`: where a file's `url` leads.

use axum::extract::{Path, State};
use axum::response::Response;
use wire::{ApiError, Host, Operation, Query, Read, Result};

use super::WHAT;
use crate::NoParameters;
use crate::file_access::{check_contents, download, find};

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
