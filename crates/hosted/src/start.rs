//! `/start/{token}`: what a link is worth, and spending it.

mod link_state;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::SET_COOKIE;
use identity::{DocumentType, SessionId, Status, VerificationSession};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};
use sessions::{Operator, Services};
use wire::{ApiError, Code, Host, Operation, Result};

use crate::closed::closed;
use crate::cookie;
use crate::copy;
use crate::sender;
use link_state::{LinkState, Visit};

/// What a link is worth here.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "start_context")]
struct ContextObject<'a> {
    state: LinkState,
    operator: OperatorObject<'a>,
    livemode: bool,
    status: Status,
    /// In which its texts can be read, as BCP 47 tags.
    languages: Vec<&'static str>,
    /// Where this browser is bound to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<&'a SessionId>,
}

/// A session that this browser is bound to from now on.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "start_begun")]
struct BegunObject<'a> {
    session: &'a SessionId,
    livemode: bool,
    return_url: Option<&'a str>,
    operator: OperatorObject<'a>,
    document_types: &'a [DocumentType],
    require_live_capture: bool,
    selfie: bool,
    status: Status,
}

/// Who asks the person to verify.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "operator")]
struct OperatorObject<'a> {
    name: &'a str,
    logo_url: Option<&'a str>,
    accent: Option<&'a str>,
    support_url: Option<&'a str>,
}

pub(crate) fn context_operation() -> Operation {
    Operation::open("GetStartContext", "Say what a link to a session is worth")
        .answers::<ContextObject>()
}

pub(crate) fn begin_operation() -> Operation {
    Operation::open(
        "PostStartBegin",
        "Spend a link and bind its session to this browser",
    )
    .answers::<BegunObject>()
}

/// `GET /start/{token}/context`. Spends nothing and says no more than the page needs to greet:
/// link previews read it too.
pub(crate) async fn context(
    State(host): State<Host>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>> {
    let services = &host.services;
    let mut unit = services.store.read().await?;
    let visit = link_state::visit(services, unit.as_mut(), &headers, &token).await?;
    let session = &visit.record.session;
    let here = visit.door == LinkState::OpenHere;
    Ok(Json(json!(ContextObject {
        state: visit.door,
        operator: operator(services.operator(session)),
        livemode: session.mode.livemode(),
        status: session.status,
        languages: copy::offered(&services.settings.page, session.mode)
            .iter()
            .map(|language| language.tag())
            .collect(),
        session: here.then_some(&session.id),
    })))
}

/// `POST /start/{token}/begin`. Spends the session's links and binds the session to this browser;
/// again in the same browser, it answers the same and spends nothing.
pub(crate) async fn begin(
    State(host): State<Host>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    if sender::is_elsewhere(&host.services, &headers) || sender::is_nameless(&headers) {
        return Err(ApiError::denied(
            "A link is opened on its own page, not from elsewhere.",
        ));
    }
    let services = &host.services;
    let mut unit = services.store.begin().await?;
    let Visit { mut record, door } =
        link_state::visit(services, unit.as_mut(), &headers, &token).await?;
    match door {
        LinkState::OpenHere => return Ok(Json(begun(services, &record.session)).into_response()),
        LinkState::New => {}
        LinkState::Used => {
            let message = "This link was used already. It opens only in the browser that used it.";
            return Err(ApiError::new(Code::LinkUsed, message));
        }
        LinkState::Expired => {
            let message = "This link has expired. Ask for a new one.";
            return Err(ApiError::new(Code::LinkExpired, message));
        }
        LinkState::Closed => return Err(closed()),
    }
    services.spend_links(&mut record.session)?;
    unit.update_session(&record).await?;
    unit.save().await?;
    let mut response = Json(begun(services, &record.session)).into_response();
    if let Some(cookie) = cookie::bind(services, &record.session) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

fn begun(services: &Services, session: &VerificationSession) -> Value {
    let options = &session.options;
    json!(BegunObject {
        session: &session.id,
        livemode: session.mode.livemode(),
        return_url: session.return_url.as_deref(),
        operator: operator(services.operator(session)),
        document_types: options.allowed_types(),
        require_live_capture: options.requires_live_capture(),
        selfie: options.requires_matching_selfie(),
        status: session.status,
    })
}

fn operator(operator: &Operator) -> OperatorObject<'_> {
    OperatorObject {
        name: &operator.name,
        logo_url: operator.logo_url.as_deref(),
        accent: operator.accent.as_deref(),
        support_url: operator.support_url.as_deref(),
    }
}
