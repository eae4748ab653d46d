//! `DELETE /v1/webhook_endpoints/{webhook_endpoint}`

use identity::resource;
use identity::resource::{DeletedWebhookEndpointObject, Rendered};
use wire::{Context, Endpoint, Result, Write};

use super::find;
use crate::NoParameters;

pub(crate) struct Delete;

impl Endpoint for Delete {
    const ID: &'static str = "DeleteWebhookEndpointsWebhookEndpoint";
    const SUMMARY: &'static str = "Delete a webhook endpoint";
    const EXPANDS: bool = false;

    type Access = Write;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<DeletedWebhookEndpointObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        context.call.expand(&[])?;
        let record = find(context.call, context.unit, &id).await?;
        context
            .unit
            .delete_endpoint(context.call.scope(), &record.endpoint.id)
            .await?;
        Ok(resource::deleted_webhook_endpoint(&record.endpoint.id))
    }
}
