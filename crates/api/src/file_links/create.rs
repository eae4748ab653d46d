//! `POST /v1/file_links`

use identity::resource::{FileLinkObject, Rendered};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{ApiError, Context, Endpoint, Links, MetadataParameter, Result, new_metadata};

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

pub(crate) struct Create;

impl Endpoint for Create {
    const ID: &'static str = "PostFileLinks";
    const SUMMARY: &'static str = "Create a link to a file";

    type Access = Links;
    type Path = ();
    type Params = Params;
    type Answer = Rendered<FileLinkObject<'static>>;

    async fn execute(context: &mut Context<'_>, (): (), params: Params) -> Result<Self::Answer> {
        let expand = context.call.expand(PATHS)?;
        let id = params.file.ok_or_else(|| ApiError::missing("file"))?;
        let found = find(context.call, context.unit, &id).await?;
        let file = found
            .ok_or_else(|| ApiError::no_such_parameter("file", &id, "file"))?
            .file;
        let leave = Leave::ask(context.call, context.unit, &file).await?;
        let metadata = new_metadata(params.metadata)?;
        let link = leave.link(
            context.services,
            ("expires_at", params.expires_at),
            metadata,
        )?;
        context.unit.insert_file_link(&link).await?;
        render(context, &link, &expand).await
    }
}
