//! `/v1/webhook_endpoints`

mod create;
mod delete;
mod enabled_events;
mod list;
mod retrieve;
mod update;

use identity::{Mode, WebhookEndpointId};
use store::{EndpointRecord, UnitOfWork};
use wire::{ApiError, Call, Code, Result, Surface};

use crate::parameters::check_url;

const WHAT: &str = "webhook endpoint";
const PARAM: &str = "webhook_endpoint";

/// All of them.
const ALL: &str = "/v1/webhook_endpoints";
/// One of them.
const ONE: &str = "/v1/webhook_endpoints/{webhook_endpoint}";

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get::<list::List>(ALL)
        .post::<create::Create>(ALL)
        .get::<retrieve::Retrieve>(ONE)
        .post::<update::Update>(ONE)
        .delete::<delete::Delete>(ONE)
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
