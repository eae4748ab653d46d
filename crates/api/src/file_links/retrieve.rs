//! `GET /v1/file_links/{link}`

use axum::Json;
use axum::extract::{Path, State};
use identity::resource::FileLinkObject;
use serde_json::Value;
use wire::{Host, Operation, Query, Read, Result};

use super::find;
use super::render::{PATHS, render};
use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::read::<NoParameters, Read>("GetFileLinksLink", "Retrieve a file link")
        .answers::<FileLinkObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    query: Query<NoParameters, Read>,
) -> Result<Json<Value>> {
    let Query { call, mut unit, .. } = query;
    let expand = call.expand(PATHS)?;
    let link = find(&call, unit.as_mut(), &id).await?;
    let shown = render(&host.services, &call, unit.as_mut(), &link, &expand).await?;
    Ok(Json(shown))
}
