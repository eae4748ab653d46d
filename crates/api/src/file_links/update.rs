//! `POST /v1/file_links/{link}`

use axum::extract::{Path, State};
use axum::response::Response;
use identity::Timestamp;
use identity::resource::FileLinkObject;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{
    ApiError, Call, Code, Command, Host, Links, MetadataParameter, Operation, Patch, Result,
    change_metadata,
};

use super::find;
use super::render::{PATHS, render};
use crate::file_access::Leave;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    /// A moment, `now`, or empty for never.
    #[schemars(schema_with = "moment_now_or_never")]
    expires_at: Patch<String>,
    metadata: MetadataParameter,
}

fn moment_now_or_never(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "anyOf": [
            { "type": "string", "enum": ["now", ""] },
            { "type": "integer", "format": "unix-time" },
        ],
    })
}

pub(crate) fn operation() -> Operation {
    Operation::form::<Params, Links>("PostFileLinksLink", "Update a file link")
        .answers::<FileLinkObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<Params, Links>,
) -> Response {
    let Command {
        call,
        params,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&host.services, &call, unit.as_mut(), &id, params).await;
    closing.close(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    id: &str,
    params: Params,
) -> Result<Value> {
    let expand = call.expand(PATHS)?;
    let mut link = find(call, unit, id).await?;
    let record = unit.file(call.scope(), &link.file).await?;
    let file = record.ok_or_else(file_is_gone)?.file;
    let leave = Leave::ask(call, unit, &file).await?;
    if link.is_expired(call.now) {
        let message = "Expired links can no longer be updated: make another one.";
        return Err(ApiError::new(Code::StatusTransitionInvalid, message));
    }
    match params.expires_at {
        Patch::Keep => {}
        Patch::Clear => link.expires_at = leave.end(&link, None)?,
        Patch::Set(text) if text == "now" => link.expires_at = Some(call.now),
        Patch::Set(text) => {
            let moment: Timestamp = Timestamp(text.parse().map_err(|_| not_a_moment())?);
            link.expires_at = leave.end(&link, Some(moment.0))?;
        }
    }
    change_metadata(&mut link.metadata, params.metadata)?;
    unit.update_file_link(&link).await?;
    render(services, call, unit, &link, &expand).await
}

fn file_is_gone() -> ApiError {
    let message =
        "The file behind this link is gone; the link leads nowhere and cannot be updated.";
    ApiError::new(Code::StatusTransitionInvalid, message)
}

fn not_a_moment() -> ApiError {
    let message = "`expires_at` has to be a Unix time in seconds, or `now`.";
    ApiError::new(Code::ParameterInvalidInteger, message).with_param("expires_at")
}
