//! Which page a browser says that a call comes from.

use http::HeaderMap;
use http::header::{HOST, ORIGIN};
use sessions::Services;
use url::Url;

/// What a browser sends for an origin that it does not name (HTML, 7.1.1).
const NAMELESS: &str = "null";

/// Whether it names another site (Fetch Metadata Request Headers, 2.3), or another origin than ours (RFC
/// 6454, 7): the one this server is found at, or the one that the call went to, by which developers open
/// the page under other names of their machine. Programs name none.
pub(crate) fn is_elsewhere(services: &Services, headers: &HeaderMap) -> bool {
    let other_site = headers
        .get("sec-fetch-site")
        .is_some_and(|site| site == "cross-site" || site == "same-site");
    let other_origin = headers.get_all(ORIGIN).iter().any(|origin| {
        let origin = origin.to_str().unwrap_or_default();
        origin != NAMELESS && !is_ours(services, headers, origin)
    });
    other_site || other_origin
}

/// Whether it names an origin and does not say which: that of a frame in a sandbox, say. Scripts of our
/// pages have a name in every call.
pub(crate) fn is_nameless(headers: &HeaderMap) -> bool {
    headers
        .get_all(ORIGIN)
        .iter()
        .any(|origin| origin == NAMELESS)
}

fn is_ours(services: &Services, headers: &HeaderMap, origin: &str) -> bool {
    let own = Url::parse(&services.settings.public_url);
    let own = own.is_ok_and(|url| url.origin().ascii_serialization() == origin);
    let called = headers.get(HOST).and_then(|host| host.to_str().ok());
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    own || (called.is_some() && called == authority)
}
