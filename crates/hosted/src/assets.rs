//! The page's files and the script for others' pages. Each is in memory once, however many ask.

mod kept;

use std::collections::BTreeSet;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use sessions::Settings;
use url::Url;
use wire::{Host, Operation};

/// A network that guides the person before the camera.
#[derive(Clone)]
pub struct FaceDetector(pub Bytes);

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

pub(crate) fn index_operation() -> Operation {
    Operation::open("GetStart", "Show the page of a link")
        .answers_contents("text/html")
        .answers_shared()
        .refuses_plainly()
}

pub(crate) fn asset_operation() -> Operation {
    Operation::open("GetAssets", "Load a file of the page")
        .answers_contents("*/*")
        .answers_shared()
        .refuses_plainly()
}

pub(crate) fn identity_operation() -> Operation {
    Operation::open(
        "GetIdentityJs",
        "Load the script that opens the page in a modal",
    )
    .answers_contents("text/javascript")
    .answers_shared()
    .refuses_plainly()
}

pub(crate) fn model_operation() -> Operation {
    Operation::open("GetFaceDetector", "Load the network that guides the person")
        .answers_contents("application/octet-stream")
        .answers_shared()
        .refuses_plainly()
}

/// The page. It is the same for every link and spends none: what a link is worth, the page asks
/// for itself.
pub(crate) async fn index(
    State(host): State<Host>,
    RawQuery(query): RawQuery,
    uri: Uri,
) -> Response {
    // Where browsers without JavaScript are sent by the page itself. The path goes out as it came in:
    // what it stands for need not be allowed in a header.
    if query.as_deref() == Some("plain") {
        return Redirect::to(&format!("{}/plain", uri.path())).into_response();
    }
    let Some(page) = kept::index() else {
        let message = "The pages were not built into this program: run `make build`.\n";
        return (StatusCode::SERVICE_UNAVAILABLE, message).into_response();
    };
    let policy = content_security_policy(&host.services.settings);
    let described = [
        (CONTENT_TYPE, content_type("index.html")),
        (CACHE_CONTROL, "no-store"),
    ];
    let mut response = (described, page).into_response();
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
pub(crate) async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(file) = kept::asset(&path) else {
        return (StatusCode::NOT_FOUND, "There is nothing here.\n").into_response();
    };
    let described = [
        (CONTENT_TYPE, content_type(&path)),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (VARY, "accept-encoding"),
    ];
    if accepts_gzip(&headers) {
        return (described, [(CONTENT_ENCODING, "gzip")], file.packed()).into_response();
    }
    match file.unpacked().await {
        Some(whole) => (described, whole).into_response(),
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// RFC 9110, 12.5.3; who names it with `q=0` does not want it.
fn accepts_gzip(headers: &HeaderMap) -> bool {
    let named = headers.get_all(ACCEPT_ENCODING).iter();
    named
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|coding| {
            let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
            let refused = matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
            (!refused).then_some(name.trim())
        })
        .any(|name| name.eq_ignore_ascii_case("gzip") || name == "*")
}

/// `window.Stripe` for other sites' pages. Its address is the same for ever, so that it can be named
/// in them; what it does changes with the server.
pub(crate) async fn identity_script(asked: HeaderMap) -> Response {
    let Some(file) = kept::script() else {
        let message = "The scripts were not built into this program: run `make build`.\n";
        return (StatusCode::SERVICE_UNAVAILABLE, message).into_response();
    };
    let described = [
        (CONTENT_TYPE, content_type("identity.js")),
        (CACHE_CONTROL, "public, max-age=300"),
        (VARY, "accept-encoding"),
    ];
    let mut response = if accepts_gzip(&asked) {
        (described, [(CONTENT_ENCODING, "gzip")], file.packed()).into_response()
    } else {
        match file.unpacked().await {
            Some(whole) => (described, whole).into_response(),
            None => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    };
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    response
}

pub(crate) async fn face_detector(Extension(model): Extension<FaceDetector>) -> Response {
    let headers = [
        (CONTENT_TYPE, "application/octet-stream"),
        (CACHE_CONTROL, "public, max-age=86400"),
    ];
    (headers, model.0).into_response()
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

/// Only what we serve, the pictures taken, and the operator's logo where it lies elsewhere; shown in
/// frames of the sites that the operator names. `wasm-unsafe-eval` lets the guidance of the camera run
/// and nothing that is a text (CSP 3, 6.1.10).
fn content_security_policy(settings: &Settings) -> String {
    let frames = match settings.page.frame_ancestors.as_slice() {
        [] => "'none'".to_owned(),
        origins => origins.join(" "),
    };
    // The page is the same for every link, so it may load the logo of each account.
    let logos: BTreeSet<String> = settings
        .operators
        .values()
        .chain([&settings.operator])
        .filter_map(|operator| Url::parse(operator.logo_url.as_deref()?).ok())
        .filter(|address| matches!(address.scheme(), "http" | "https"))
        .map(|address| format!(" {}", address.origin().ascii_serialization()))
        .collect();
    let logos: String = logos.into_iter().collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' blob: data:{logos}; \
         media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; \
         frame-ancestors {frames}; base-uri 'none'"
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use sessions::{EpochPolicy, Liveness, Operator, PageSettings};

    use super::*;

    fn settings(operator: Operator, page: PageSettings) -> Settings {
        Settings {
            public_url: String::new(),
            operator,
            operators: BTreeMap::new(),
            page,
            flows: Vec::new(),
            liveness: Liveness::default(),
            epochs: EpochPolicy::default(),
            retention: Vec::new(),
        }
    }

    #[test]
    fn the_policy_admits_the_origin_of_the_logo_and_nothing_else_of_it() {
        let operator = Operator {
            logo_url: Some("https://cdn.example.org/a;b 'unsafe-inline'/logo.png".to_owned()),
            ..Operator::default()
        };
        let policy = content_security_policy(&settings(operator, PageSettings::default()));
        assert!(policy.contains("img-src 'self' blob: data: https://cdn.example.org;"));
        assert!(!policy.contains("unsafe-inline"));
        let usual = settings(Operator::default(), PageSettings::default());
        let policy = content_security_policy(&usual);
        assert!(!policy.contains("http"));
        assert!(policy.contains("frame-ancestors 'none';"));
    }

    #[test]
    fn what_is_compressed_goes_to_those_who_take_it() {
        let accepts = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(value));
            accepts_gzip(&headers)
        };
        assert!(accepts("gzip, deflate, br"));
        assert!(accepts("br;q=1.0, GZIP;q=0.8"));
        assert!(accepts("*"));
        assert!(!accepts("identity"));
        assert!(!accepts("gzip;q=0, br"));
        assert!(!accepts_gzip(&HeaderMap::new()));
    }

    #[test]
    fn only_named_sites_may_show_the_page_in_a_frame() {
        let page = PageSettings {
            frame_ancestors: vec!["https://shop.example".to_owned()],
            ..PageSettings::default()
        };
        let policy = content_security_policy(&settings(Operator::default(), page));
        assert!(policy.contains("frame-ancestors https://shop.example;"));
    }
}
