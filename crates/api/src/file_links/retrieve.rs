//! `GET /v1/file_links/{link}`

use identity::resource::{FileLinkObject, Rendered};
use wire::{Context, Endpoint, Read, Result};

use super::find;
use super::render::{PATHS, render};
use crate::NoParameters;

pub(crate) struct Retrieve;

impl Endpoint for Retrieve {
    const ID: &'static str = "GetFileLinksLink";
    const SUMMARY: &'static str = "Retrieve a file link";

    type Access = Read;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<FileLinkObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let expand = context.call.expand(PATHS)?;
        let link = find(context.call, context.unit, &id).await?;
        render(context, &link, &expand).await
    }
}
