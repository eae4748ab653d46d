//! `GET /v1/files/{file}/contents`: where a file's `url` leads.

use wire::{ApiError, Context, Endpoint, Read, Result};

use super::WHAT;
use crate::NoParameters;
use crate::file_access::{FileContents, check_contents, download, find};

pub(crate) struct Contents;

impl Endpoint for Contents {
    const ID: &'static str = "GetFilesFileContents";
    const SUMMARY: &'static str = "Download the contents of a file";
    const EXPANDS: bool = false;

    type Access = Read;
    type Path = String;
    type Params = NoParameters;
    type Answer = FileContents;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let found = find(context.call, context.unit, &id).await?;
        let missing = || ApiError::no_such(WHAT, &id, "file");
        let record = found.ok_or_else(missing)?;
        check_contents(context.call, context.unit, &record.file).await?;
        let contents = download(context.services, context.unit, &record.file).await?;
        contents.ok_or_else(missing)
    }
}
