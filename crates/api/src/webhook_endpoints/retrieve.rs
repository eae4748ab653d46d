//! `GET /v1/webhook_endpoints/{webhook_endpoint}`

use identity::resource;
use identity::resource::{Rendered, WebhookEndpointObject};
use wire::{Context, Endpoint, Read, Result};

use super::find;
use crate::NoParameters;

pub(crate) struct Retrieve;

impl Endpoint for Retrieve {
    const ID: &'static str = "GetWebhookEndpointsWebhookEndpoint";
    const SUMMARY: &'static str = "Retrieve a webhook endpoint";

    type Access = Read;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<WebhookEndpointObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        context.call.expand(&[])?;
        let record = find(context.call, context.unit, &id).await?;
        Ok(resource::webhook_endpoint(&record.endpoint, None))
    }
}
