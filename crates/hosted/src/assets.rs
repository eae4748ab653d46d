//! The page's files, embedded in the binary (debug builds read them from the folder).

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderName, HeaderValue, StatusCode};
use rust_embed::{EmbeddedFile, RustEmbed};
use sessions::Operator;
use url::Url;
use wire::{Host, Operation};

#[derive(RustEmbed)]
#[folder = "../../web/verify/dist"]
struct Files;

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

pub(crate) fn index_operation() -> Operation {
    Operation::open("GetStart", "Show the page of a link")
        .answers_contents("text/html")
        .refuses_plainly()
}

pub(crate) fn asset_operation() -> Operation {
    Operation::open("GetAssets", "Load a file of the page")
        .answers_contents("*/*")
        .refuses_plainly()
}

/// The page. It is the same for every link and spends none: what a link is worth, the page asks
/// for itself.
pub(crate) async fn index(State(host): State<Host>) -> Response {
    let Some(file) = Files::get("index.html") else {
        let message = "The pages were not built into this program: run `make build`.\n";
        return (StatusCode::SERVICE_UNAVAILABLE, message).into_response();
    };
    let policy = content_security_policy(&host.services.settings.operator);
    let mut response = answer("index.html", file, "no-store");
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(
        PERMISSIONS_POLICY,
        HeaderValue::from_static("camera=(self)"),
    );
    response
}

/// One of the files the page names. Their names hold a hash of their contents.
pub(crate) async fn asset(Path(path): Path<String>) -> Response {
    match Files::get(&format!("assets/{path}")) {
        Some(file) => answer(&path, file, "public, max-age=31536000, immutable"),
        None => (StatusCode::NOT_FOUND, "There is nothing here.\n").into_response(),
    }
}

fn answer(name: &str, file: EmbeddedFile, caching: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, content_type(name)), (CACHE_CONTROL, caching)];
    (headers, file.data.into_owned()).into_response()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Only what we serve, the pictures taken, and the operator's logo where it lies elsewhere.
fn content_security_policy(operator: &Operator) -> String {
    let logo = operator
        .logo_url
        .as_deref()
        .and_then(|address| Url::parse(address).ok())
        .filter(|address| matches!(address.scheme(), "http" | "https"))
        .map(|address| format!(" {}", address.origin().ascii_serialization()))
        .unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:{logo}; \
         media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_admits_the_origin_of_the_logo_and_nothing_else_of_it() {
        let operator = Operator {
            logo_url: Some("https://cdn.example.org/a;b 'unsafe-inline'/logo.png".to_owned()),
            ..Operator::default()
        };
        let policy = content_security_policy(&operator);
        assert!(policy.contains("img-src 'self' blob: data: https://cdn.example.org;"));
        assert!(!policy.contains("unsafe"));
        assert!(!content_security_policy(&Operator::default()).contains("http"));
    }
}
