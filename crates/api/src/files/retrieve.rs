//! `GET /v1/files/{file}`

use identity::resource::{FileObject, Rendered};
use wire::{ApiError, Context, Endpoint, Read, Result};

use super::WHAT;
use crate::NoParameters;
use crate::file_access::{self, PATHS, find};

pub(crate) struct Retrieve;

impl Endpoint for Retrieve {
    const ID: &'static str = "GetFilesFile";
    const SUMMARY: &'static str = "Retrieve a file";

    type Access = Read;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<FileObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let expand = context.call.expand(PATHS)?;
        let found = find(context.call, context.unit, &id).await?;
        let record = found.ok_or_else(|| ApiError::no_such(WHAT, &id, "file"))?;
        file_access::file(context, &record, &expand).await
    }
}
