//! `GET /v1/file_links`

use identity::FileId;
use identity::resource::FileLinkObject;
use schemars::JsonSchema;
use serde::Deserialize;
use store::FileLinkFilter;
use wire::{
    ApiError, Context, CreatedParameter, Endpoint, ListPage, Paged, Read, Result, cursor_error,
};

use super::WHAT;
use super::render::{PATHS, render};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    created: CreatedParameter,
    expired: Option<bool>,
    file: Option<String>,
}

pub(crate) struct List;

impl Endpoint for List {
    const ID: &'static str = "GetFileLinks";
    const SUMMARY: &'static str = "List file links";

    type Access = Read;
    type Path = ();
    type Params = Paged<Params>;
    type Answer = ListPage<FileLinkObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        (): (),
        Paged { params, page }: Paged<Params>,
    ) -> Result<Self::Answer> {
        let expand = context.call.expand_list(PATHS)?;
        let file = params.file.map(|id| {
            FileId::parse(&id).ok_or_else(|| ApiError::no_such_parameter("file", &id, "file"))
        });
        let filter = FileLinkFilter {
            file: file.transpose()?,
            expired: params.expired.map(|expired| (expired, context.call.now.0)),
            created: params.created.0,
        };
        let found = context
            .unit
            .file_links(context.call.scope(), &filter, &page)
            .await
            .map_err(cursor_error(&page, WHAT))?;
        let mut data = Vec::with_capacity(found.items.len());
        for link in &found.items {
            data.push(render(context, link, &expand).await?);
        }
        Ok(ListPage {
            data,
            has_more: found.has_more,
        })
    }
}
