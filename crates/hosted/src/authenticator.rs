use async_trait::async_trait;
use http::request::Parts;
use identity::{LinkToken, SessionId};
use sessions::Services;
use store::{Scope, UnitOfWork};
use wire::{ApiError, Authenticator, Caller, PersonCaller, Result};

use crate::cookie;

/// Sent by the page with every POST. Other sites cannot send it here without asking first
/// (Fetch, CORS-preflight), and are never answered.
const HEADER: &str = "x-bonafide-page";
const PAGES: &str = "/v1/identity/verification_pages/";

/// Knows persons by the cookie their browser got when it spent a link. Anything but a read needs
/// the header `X-Bonafide-Page`.
pub struct PageAuthenticator;

#[async_trait]
impl Authenticator for PageAuthenticator {
    async fn authenticate(
        &self,
        services: &Services,
        parts: &Parts,
        unit: &mut dyn UnitOfWork,
    ) -> Result<Option<Caller>> {
        let bound = cookie::tokens(services, &parts.headers);
        let Some(token) = meant(parts, bound) else {
            return Ok(None);
        };
        if !parts.method.is_safe() && !parts.headers.contains_key(HEADER) {
            let message = "Calls with the page's cookie need the header `X-Bonafide-Page`.";
            return Err(ApiError::denied(message));
        }
        let session = token.session.clone();
        let Some(record) = unit.session_anywhere(&session).await? else {
            return Ok(None);
        };
        if services.has_expired(&record.session, &token) {
            return Ok(None);
        }
        let scope = Scope {
            account: record.session.account,
            mode: record.session.mode,
        };
        Ok(Some(Caller::Person(PersonCaller { scope, session })))
    }
}

/// Which of the browser's sessions a call is about: the one in its path, the one its header names,
/// else the one begun last.
fn meant(parts: &Parts, mut bound: Vec<LinkToken>) -> Option<LinkToken> {
    let in_path = parts
        .uri
        .path()
        .strip_prefix(PAGES)
        .and_then(|rest| rest.split('/').next());
    let in_header = || {
        let text = parts.headers.get(HEADER)?.to_str().ok()?;
        SessionId::parse(text)
    };
    let named = match in_path {
        Some(text) => Some(SessionId::parse(text)?),
        None => in_header(),
    };
    match named {
        Some(session) => bound.into_iter().find(|token| token.session == session),
        None => bound.pop(),
    }
}
