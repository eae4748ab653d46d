//! `GET /v1/webhook_endpoints`

use identity::resource;
use identity::resource::WebhookEndpointObject;
use wire::{Context, Endpoint, ListPage, Paged, Read, Result, cursor_error};

use super::WHAT;
use crate::NoParameters;

pub(crate) struct List;

impl Endpoint for List {
    const ID: &'static str = "GetWebhookEndpoints";
    const SUMMARY: &'static str = "List webhook endpoints";

    type Access = Read;
    type Path = ();
    type Params = Paged<NoParameters>;
    type Answer = ListPage<WebhookEndpointObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        (): (),
        Paged { page, .. }: Paged<NoParameters>,
    ) -> Result<Self::Answer> {
        context.call.expand_list(&[])?;
        let found = context
            .unit
            .endpoints(context.call.scope(), &page)
            .await
            .map_err(cursor_error(&page, WHAT))?;
        let shown = found.items.iter();
        let shown = shown.map(|record| resource::webhook_endpoint(&record.endpoint, None));
        Ok(ListPage {
            data: shown.collect(),
            has_more: found.has_more,
        })
    }
}
