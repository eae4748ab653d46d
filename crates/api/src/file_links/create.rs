//! `POST /v1/file_links`

use axum::extract::State;
use axum::response::Response;
use identity::resource::FileLinkObject;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{
    ApiError, Call, Command, Host, Links, MetadataParameter, Operation, Result, new_metadata,
};

use super::render::{PATHS, render};
use crate::file_access::{Leave, find};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Params {
    expires_at: Option<i64>,
    #[schemars(required)]
    file: Option<String>,
    #[serde(default)]
    metadata: MetadataParameter,
}

pub(crate) fn operation() -> Operation {
    Operation::form::<Params, Links>("PostFileLinks", "Create a link to a file")
        .answers::<FileLinkObject>()
}

pub(crate) async fn handler(State(host): State<Host>, command: Command<Params, Links>) -> Response {
    let Command {
        call,
        params,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&host.services, &call, unit.as_mut(), params).await;
    closing.close(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    params: Params,
) -> Result<Value> {
    let expand = call.expand(PATHS)?;
    let id = params.file.ok_or_else(|| ApiError::missing("file"))?;
    let found = find(call, unit, &id).await?;
    let file = found
        .ok_or_else(|| ApiError::no_such_parameter("file", &id, "file"))?
        .file;
    let leave = Leave::ask(call, unit, &file).await?;
    let metadata = new_metadata(params.metadata)?;
    let link = leave.link(services, ("expires_at", params.expires_at), metadata)?;
    unit.insert_file_link(&link).await?;
    render(services, call, unit, &link, &expand).await
}
