use http::HeaderMap;
use identity::LinkTokenKind;
use schemars::JsonSchema;
use serde::Serialize;
use sessions::Services;
use store::{SessionRecord, UnitOfWork};
use wire::{ApiError, Code, Result};

use crate::closed::is_gone;
use crate::cookie;

/// What a link is worth to the browser that brings it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub(super) enum LinkState {
    New,
    /// This browser is bound to the session.
    OpenHere,
    Used,
    Expired,
    /// Nothing more can be handed in.
    Closed,
}

pub(super) struct Visit {
    pub(super) record: SessionRecord,
    pub(super) state: LinkState,
}

pub(super) async fn visit(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    headers: &HeaderMap,
    text: &str,
) -> Result<Visit> {
    // An expired link still names the session, which this browser may have open.
    let token = services
        .read_token(text)
        .filter(|token| token.kind != LinkTokenKind::Browser)
        .ok_or_else(unknown)?;
    let record = unit
        .session_anywhere(&token.session)
        .await?
        .ok_or_else(unknown)?;
    let session = &record.session;
    let bound = cookie::tokens(services, headers)
        .iter()
        .any(|token| token.session == session.id && !services.has_expired(session, token));
    let state = if bound {
        if is_gone(session) {
            LinkState::Closed
        } else {
            LinkState::OpenHere
        }
    } else if Services::is_spent(session, &token) {
        LinkState::Used
    } else if !session.is_open() {
        LinkState::Closed
    } else if services.has_expired(session, &token) {
        LinkState::Expired
    } else {
        LinkState::New
    };
    Ok(Visit { record, state })
}

fn unknown() -> ApiError {
    let message = "This link is not one of ours. Part of it may be missing.";
    ApiError::new(Code::LinkUnknown, message)
}
