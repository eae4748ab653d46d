//! `GET /v1/files`

use axum::Json;
use axum::extract::State;
use identity::FilePurpose;
use identity::resource::FileObject;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use store::{FileFilter, Wanted};
use wire::{CreatedParameter, Host, ListQuery, Operation, Read, Result, cursor_error, list};

use super::WHAT;
use crate::file_access::{self, PATHS};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    created: CreatedParameter,
    purpose: Option<FilePurpose>,
}

pub(crate) fn operation() -> Operation {
    Operation::list::<Params, Read>("GetFiles", "List files").answers::<FileObject>()
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
    let filter = FileFilter {
        purpose: params.purpose,
        created: params.created.0,
    };
    let found = unit
        .files(call.scope(), &filter, &page)
        .await
        .map_err(cursor_error(&page, WHAT))?;
    let sessions = found
        .items
        .iter()
        .filter_map(|record| record.file.session.clone());
    let owners = found.items.iter().map(|record| {
        let file = &record.file;
        let session = file.session.as_ref().map(identity::SessionId::as_str);
        session.unwrap_or(file.blob.as_str()).to_owned()
    });
    let wanted = Wanted {
        data_keys: owners.collect(),
        sessions: sessions.collect(),
        ..Wanted::default()
    };
    unit.read_ahead(&wanted).await?;
    let mut data = Vec::with_capacity(found.items.len());
    for record in &found.items {
        data.push(file_access::file(&host.services, &call, unit.as_mut(), record, &expand).await?);
    }
    Ok(Json(list("/v1/files", data, found.has_more)))
}
