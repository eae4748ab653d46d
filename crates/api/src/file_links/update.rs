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
    ApiError, Call, Code, Command, Host, MetadataParameter, Operation, Result, Unset, Write,
    change_metadata,
};

use super::expiry::expiry;
use super::find;
use super::render::{PATHS, render};
use crate::files::is_picture;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    /// A moment, `now`, or empty for never.
    #[schemars(schema_with = "moment_now_or_never")]
    expires_at: Unset<String>,
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
    Operation::form::<Params, Write>("PostFileLinksLink", "Update a file link")
        .answers::<FileLinkObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<Params, Write>,
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
    let file = unit.file(call.scope(), &link.file).await?;
    // A link whose file is gone can no longer be prolonged.
    let picture = file.is_none_or(|record| is_picture(&record.file));
    match params.expires_at {
        Unset::Absent => {}
        Unset::Unset => link.expires_at = expiry(None, picture, link.created, call.now)?,
        Unset::Value(text) if text == "now" => link.expires_at = Some(call.now),
        Unset::Value(text) => {
            let moment: Timestamp = Timestamp(text.parse().map_err(|_| not_a_moment())?);
            link.expires_at = expiry(Some(moment.0), picture, link.created, call.now)?;
        }
    }
    change_metadata(&mut link.metadata, params.metadata)?;
    unit.update_file_link(&link).await?;
    render(services, call, unit, &link, &expand).await
}

fn not_a_moment() -> ApiError {
    let message = "`expires_at` has to be a Unix time in seconds, or `now`.";
    ApiError::new(Code::ParameterInvalidInteger, message).with_param("expires_at")
}
