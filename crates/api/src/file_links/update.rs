//! `POST /v1/file_links/{link}`

use identity::Timestamp;
use identity::resource::{FileLinkObject, Rendered};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use wire::{
    ApiError, Code, Context, Endpoint, Links, MetadataParameter, Patch, Result, change_metadata,
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

pub(crate) struct Update;

impl Endpoint for Update {
    const ID: &'static str = "PostFileLinksLink";
    const SUMMARY: &'static str = "Update a file link";

    type Access = Links;
    type Path = String;
    type Params = Params;
    type Answer = Rendered<FileLinkObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        params: Params,
    ) -> Result<Self::Answer> {
        let expand = context.call.expand(PATHS)?;
        let mut link = find(context.call, context.unit, &id).await?;
        let record = context.unit.file(context.call.scope(), &link.file).await?;
        let file = record.ok_or_else(file_is_gone)?.file;
        let leave = Leave::ask(context.call, context.unit, &file).await?;
        if link.is_expired(context.call.now) {
            let message = "Expired links can no longer be updated: make another one.";
            return Err(ApiError::new(Code::StatusTransitionInvalid, message));
        }
        match params.expires_at {
            Patch::Keep => {}
            Patch::Clear => link.expires_at = leave.end(&link, None)?,
            Patch::Set(text) if text == "now" => link.expires_at = Some(context.call.now),
            Patch::Set(text) => {
                let moment: Timestamp = Timestamp(text.parse().map_err(|_| not_a_moment())?);
                link.expires_at = leave.end(&link, Some(moment.0))?;
            }
        }
        change_metadata(&mut link.metadata, params.metadata)?;
        context.unit.update_file_link(&link).await?;
        render(context, &link, &expand).await
    }
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
