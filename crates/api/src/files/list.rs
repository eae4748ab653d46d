//! `GET /v1/files`

use identity::FilePurpose;
use identity::resource::FileObject;
use schemars::JsonSchema;
use serde::Deserialize;
use store::FileFilter;
use wire::{Context, CreatedParameter, Endpoint, ListPage, Paged, Read, Result, cursor_error};

use super::WHAT;
use crate::file_access::{self, PATHS};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    created: CreatedParameter,
    purpose: Option<FilePurpose>,
}

pub(crate) struct List;

impl Endpoint for List {
    const ID: &'static str = "GetFiles";
    const SUMMARY: &'static str = "List files";

    type Access = Read;
    type Path = ();
    type Params = Paged<Params>;
    type Answer = ListPage<FileObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        (): (),
        Paged { params, page }: Paged<Params>,
    ) -> Result<Self::Answer> {
        let expand = context.call.expand_list(PATHS)?;
        let filter = FileFilter {
            purpose: params.purpose,
            created: params.created.0,
        };
        let found = context
            .unit
            .files(context.call.scope(), &filter, &page)
            .await
            .map_err(cursor_error(&page, WHAT))?;
        let mut data = Vec::with_capacity(found.items.len());
        for record in &found.items {
            data.push(file_access::file(context, record, &expand).await?);
        }
        Ok(ListPage {
            data,
            has_more: found.has_more,
        })
    }
}
