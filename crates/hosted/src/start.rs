//! `/start/{token}`: what a link is worth, and spending it.

mod link_state;

use axum::response::Response;
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};
use identity::resource::{Rendered, Resource};
use identity::{DocumentType, SessionId, Status, VerificationSession};
use schemars::JsonSchema;
use serde::Serialize;
use sessions::{Operator, Services};
use wire::{Answer, ApiError, Code, Host, OpenEndpoint, Operation, Result};

use crate::closed::closed;
use crate::cookie;
use crate::copy;
use crate::sender;
use link_state::{LinkState, Visit};

/// What a link is worth here.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "start_context")]
pub(crate) struct ContextObject<'a> {
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

impl Resource for ContextObject<'_> {
    type Described = ContextObject<'static>;
}

/// A session that this browser is bound to from now on.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "start_begun")]
pub(crate) struct BegunObject<'a> {
    session: &'a SessionId,
    livemode: bool,
    return_url: Option<&'a str>,
    operator: OperatorObject<'a>,
    document_types: &'a [DocumentType],
    require_live_capture: bool,
    selfie: bool,
    status: Status,
}

impl Resource for BegunObject<'_> {
    type Described = BegunObject<'static>;
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

/// `GET /start/{token}/context`. Spends nothing and says no more than the page needs to greet:
/// link previews read it too.
pub(crate) struct ReadContext;

impl OpenEndpoint for ReadContext {
    const ID: &'static str = "GetStartContext";
    const SUMMARY: &'static str = "Say what a link to a session is worth";

    type Path = String;
    type Answer = Rendered<ContextObject<'static>>;

    async fn answer(host: &Host, headers: &HeaderMap, token: String) -> Result<Self::Answer> {
        let services = &host.services;
        let mut unit = services.store.read().await?;
        let visit = link_state::visit(services, unit.as_mut(), headers, &token).await?;
        let session = &visit.record.session;
        let here = visit.state == LinkState::OpenHere;
        Ok(Rendered::of(&ContextObject {
            state: visit.state,
            operator: operator(services.operator(session)),
            livemode: session.mode.livemode(),
            status: session.status,
            languages: copy::offered(&services.settings.page, session.mode)
                .iter()
                .map(|language| language.tag())
                .collect(),
            session: here.then_some(&session.id),
        }))
    }
}

/// `POST /start/{token}/begin`. Spends the session's links and binds the session to this browser;
/// again in the same browser, it answers the same and spends nothing.
pub(crate) struct Begin;

/// A session that was begun, with the cookie that binds it.
pub(crate) struct Begun {
    shown: Rendered<BegunObject<'static>>,
    cookie: Option<HeaderValue>,
}

impl Answer for Begun {
    fn describe(operation: Operation) -> Operation {
        Rendered::<BegunObject<'static>>::describe(operation)
    }

    fn into_response(self, route: &str) -> Response {
        let mut response = self.shown.into_response(route);
        if let Some(cookie) = self.cookie {
            response.headers_mut().insert(SET_COOKIE, cookie);
        }
        response
    }
}

impl OpenEndpoint for Begin {
    const ID: &'static str = "PostStartBegin";
    const SUMMARY: &'static str = "Spend a link and bind its session to this browser";

    type Path = String;
    type Answer = Begun;

    async fn answer(host: &Host, headers: &HeaderMap, token: String) -> Result<Self::Answer> {
        let services = &host.services;
        if sender::is_elsewhere(services, headers) || sender::is_nameless(headers) {
            return Err(ApiError::denied(
                "A link is opened on its own page, not from elsewhere.",
            ));
        }
        let mut unit = services.store.begin().await?;
        let Visit { mut record, state } =
            link_state::visit(services, unit.as_mut(), headers, &token).await?;
        match state {
            LinkState::OpenHere => {
                return Ok(Begun {
                    shown: begun(services, &record.session),
                    cookie: None,
                });
            }
            LinkState::New => {}
            LinkState::Used => {
                let message =
                    "This link was used already. It opens only in the browser that used it.";
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
        Ok(Begun {
            shown: begun(services, &record.session),
            cookie: cookie::bind(services, &record.session),
        })
    }
}

fn begun(services: &Services, session: &VerificationSession) -> Rendered<BegunObject<'static>> {
    let options = &session.options;
    Rendered::of(&BegunObject {
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
