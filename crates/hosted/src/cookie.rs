//! The cookie of the browser that spent one of a session's links: one cookie a session, so that
//! one browser can be in several.

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};
use identity::{LinkToken, LinkTokenKind, VerificationSession};
use sessions::Services;
use wire::PAGE_COOKIE;

/// Cookies that are looked at; a browser that brings more brings the newest last.
const MOST: usize = 20;

/// Binds a browser to a session.
pub(crate) fn bind(services: &Services, session: &VerificationSession) -> Option<HeaderValue> {
    let token = services.token(session, LinkTokenKind::Browser);
    let lifetime = services.read_token(&token)?.expires.0 - session.now(services.now()).0;
    let cookie = format!(
        "{PAGE_COOKIE}{}={token}; Path=/; Max-Age={lifetime}; HttpOnly; {}",
        session.id,
        site(services)
    );
    HeaderValue::from_str(&cookie).ok()
}

/// Which sites' pages a cookie goes with. In a frame of another site a browser keeps only one that
/// says so, apart from those of other sites (CHIPS); without https there is none.
fn site(services: &Services) -> &'static str {
    let settings = &services.settings;
    let secure = settings.public_url.starts_with("https://");
    match (secure, settings.page.frame_ancestors.is_empty()) {
        (true, false) => "SameSite=None; Secure; Partitioned",
        (true, true) => "SameSite=Lax; Secure",
        (false, _) => "SameSite=Lax",
    }
}

/// What binds a browser to sessions, the one it began last at the end: browsers send cookies of
/// one path in the order of their making (RFC 6265, 5.4). A session can be ahead of our time, so
/// whether a token has expired is asked again of its session.
pub(crate) fn tokens(services: &Services, headers: &HeaderMap) -> Vec<LinkToken> {
    let now = services.now();
    let mut found: Vec<_> = pairs(headers)
        .filter_map(|(name, value)| {
            let named = name.strip_prefix(PAGE_COOKIE)?;
            let token = services.read_token(value)?;
            let lives = opens(&token, named) && token.expires > now;
            lives.then_some(token)
        })
        .collect();
    found.split_off(found.len().saturating_sub(MOST))
}

fn opens(token: &LinkToken, named: &str) -> bool {
    token.kind == LinkTokenKind::Browser && token.session.as_str() == named
}

fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}
