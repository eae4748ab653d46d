//! `/v1/webhook_endpoints`

mod create;
mod delete;
mod enabled_events;
mod list;
mod retrieve;
mod update;

use axum::Router;
use axum::routing::get;
use identity::{Mode, WebhookEndpointId};
use store::{EndpointRecord, UnitOfWork};
use wire::{ApiError, Call, Code, Host, Result};

use crate::parameters::check_url;

const WHAT: &str = "webhook endpoint";
const PARAM: &str = "webhook_endpoint";

pub(crate) fn routes() -> Router<Host> {
    const PATH: &str = "/v1/webhook_endpoints";
    Router::new()
        .route(PATH, get(list::handler).post(create::handler))
        .route(
            &format!("{PATH}/{{webhook_endpoint}}"),
            get(retrieve::handler)
                .post(update::handler)
                .delete(delete::handler),
        )
}

/// The endpoint that a path names.
async fn find(call: &Call, unit: &mut dyn UnitOfWork, id: &str) -> Result<EndpointRecord> {
    let missing = || ApiError::no_such(WHAT, id, PARAM);
    let endpoint = WebhookEndpointId::parse(id).ok_or_else(missing)?;
    unit.endpoint(call.scope(), &endpoint)
        .await?
        .ok_or_else(missing)
}

/// Where events may go: in live mode through TLS alone.
fn check_endpoint_url(mode: Mode, url: &str) -> Result<()> {
    check_url("url", url)?;
    if mode.livemode() && !url.to_ascii_lowercase().starts_with("https://") {
        let message = "Events of live mode are delivered to `https://` addresses alone.";
        return Err(ApiError::new(Code::UrlInvalid, message).with_param("url"));
    }
    Ok(())
}
