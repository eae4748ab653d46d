//! `GET /v1/files/{file}`

use axum::Json;
use axum::extract::{Path, State};
use identity::resource::FileObject;
use serde_json::Value;
use wire::{ApiError, Host, Operation, Query, Read, Result};

use super::WHAT;
use crate::NoParameters;
use crate::file_access::{self, PATHS, find};

pub(crate) fn operation() -> Operation {
    Operation::read::<NoParameters, Read>("GetFilesFile", "Retrieve a file").answers::<FileObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    query: Query<NoParameters, Read>,
) -> Result<Json<Value>> {
    let Query { call, mut unit, .. } = query;
    let expand = call.expand(PATHS)?;
    let found = find(&call, unit.as_mut(), &id).await?;
    let record = found.ok_or_else(|| ApiError::no_such(WHAT, &id, "file"))?;
    let shown = file_access::file(&host.services, &call, unit.as_mut(), &record, &expand).await?;
    Ok(Json(shown))
}
