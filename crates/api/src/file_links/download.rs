//! `GET /links/{link}`: public until the link ends.

use http::HeaderMap;
use store::Scope;
use wire::{ApiError, Code, Host, OpenEndpoint, Result};

use crate::file_access::{FileContents, download, leads_to};

pub(crate) struct Download;

impl OpenEndpoint for Download {
    const ID: &'static str = "GetLinksLink";
    const SUMMARY: &'static str = "Download the file behind a link";

    type Path = String;
    type Answer = FileContents;

    /// The path holds the link's token; its identifier opens nothing.
    async fn answer(host: &Host, _: &HeaderMap, token: String) -> Result<Self::Answer> {
        let services = &host.services;
        let id = services.read_file_link(&token).ok_or_else(gone)?;
        let mut unit = services.store.read().await?;
        let link = unit.file_link_anywhere(&id).await?.ok_or_else(gone)?;
        let scope = Scope {
            account: link.account.clone(),
            mode: link.mode,
        };
        let record = unit.file(&scope, &link.file).await?.ok_or_else(gone)?;
        if !leads_to(&link, &record.file, services.now()) {
            return Err(gone());
        }
        let contents = download(services, unit.as_mut(), &record.file).await?;
        contents.ok_or_else(gone)
    }
}

/// One answer for links that never were, have ended, or lead to what was redacted.
fn gone() -> ApiError {
    let message = "This link leads nowhere: it has ended, or never was. Links to pictures live \
                   for 30 seconds.";
    ApiError::new(Code::ResourceMissing, message)
}
