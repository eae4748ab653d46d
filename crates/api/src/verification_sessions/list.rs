//! `GET /v1/identity/verification_sessions`

use identity::Status;
use identity::resource::SessionObject;
use schemars::JsonSchema;
use serde::Deserialize;
use store::SessionFilter;
use wire::{Context, CreatedParameter, Endpoint, ListPage, Paged, Read, Result, cursor_error};

use super::render::{PATHS, SENSITIVE, render, render_sealed};
use crate::sensitive;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    client_reference_id: Option<String>,
    created: CreatedParameter,
    related_customer: Option<String>,
    related_customer_account: Option<String>,
    status: Option<Status>,
}

pub(crate) struct List;

impl Endpoint for List {
    const ID: &'static str = "GetIdentityVerificationSessions";
    const SUMMARY: &'static str = "List verification sessions";

    type Access = Read;
    type Path = ();
    type Params = Paged<Params>;
    type Answer = ListPage<SessionObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        (): (),
        Paged { params, page }: Paged<Params>,
    ) -> Result<Self::Answer> {
        let expand = context.call.expand_list(PATHS)?;
        sensitive::check_key(context.call, &expand, SENSITIVE)?;
        let filter = SessionFilter {
            status: params.status,
            client_reference_id: params.client_reference_id,
            related_customer: params.related_customer,
            related_customer_account: params.related_customer_account,
            created: params.created.0,
        };
        let found = context
            .unit
            .sessions(context.call.scope(), &filter, &page)
            .await
            .map_err(cursor_error(&page, super::WHAT))?;
        let mut data = Vec::with_capacity(found.items.len());
        for record in found.items {
            if expand.is_empty() {
                data.push(render_sealed(context, &record.session));
                continue;
            }
            let opened = context.services.open(context.unit, record).await?;
            data.push(render(context, &opened, &expand).await?);
        }
        Ok(ListPage {
            data,
            has_more: found.has_more,
        })
    }
}
