//! `GET /v1/file_links`

use axum::Json;
use axum::extract::State;
use identity::FileId;
use identity::resource::FileLinkObject;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use store::{FileLinkFilter, Wanted};
use wire::{
    ApiError, CreatedParameter, Host, ListQuery, Operation, Read, Result, cursor_error, list,
};

use super::WHAT;
use super::render::{PATHS, render};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    created: CreatedParameter,
    expired: Option<bool>,
    file: Option<String>,
}

pub(crate) fn operation() -> Operation {
    Operation::list::<Params, Read>("GetFileLinks", "List file links").answers::<FileLinkObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    query: ListQuery<Params, Read>,
) -> Result<Json<Value>> {
    let ListQuery {
        call,
        params,
        page,
        mut unit,
        ..
    } = query;
    let expand = call.expand_list(PATHS)?;
    let file = params.file.map(|id| {
        FileId::parse(&id).ok_or_else(|| ApiError::no_such_parameter("file", &id, "file"))
    });
    let filter = FileLinkFilter {
        file: file.transpose()?,
        expired: params.expired.map(|expired| (expired, call.now.0)),
        created: params.created.0,
    };
    let found = unit
        .file_links(call.scope(), &filter, &page)
        .await
        .map_err(cursor_error(&page, WHAT))?;
    let files = found.items.iter().map(|link| link.file.clone());
    let wanted = Wanted {
        files: files.collect(),
        ..Wanted::default()
    };
    unit.read_ahead(&wanted).await?;
    let mut sessions = Vec::new();
    for link in &found.items {
        let record = unit.file(call.scope(), &link.file).await?;
        sessions.extend(record.and_then(|record| record.file.session));
    }
    let wanted = Wanted {
        sessions,
        ..Wanted::default()
    };
    unit.read_ahead(&wanted).await?;
    let mut data = Vec::with_capacity(found.items.len());
    for link in &found.items {
        data.push(render(&host.services, &call, unit.as_mut(), link, &expand).await?);
    }
    Ok(Json(list("/v1/file_links", data, found.has_more)))
}
