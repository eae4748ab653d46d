//! The outermost layer: request ids, versions, panics, and the one place where errors are logged
//! and get their final form.

mod passage;

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt as _;
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderName, HeaderValue, StatusCode};
use identity::{API_VERSION, RequestId};
use measures::{HTTP_REQUEST_SECONDS, HTTP_REQUESTS_REFUSED};

use crate::describe::OperationNames;
use crate::error::{Carried, envelope};
use crate::{ApiError, Code, Host, RequestContext, version};

pub use passage::{FromWithin, Spare, TakenWithin};

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");

/// What the boundary works with.
#[derive(Clone)]
pub(crate) struct Boundary {
    pub(crate) host: Host,
    pub(crate) names: Arc<OperationNames>,
}

pub(crate) async fn boundary(
    State(Boundary { host, names }): State<Boundary>,
    mut request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    // Only the pattern is ever logged: paths can hold tokens.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let is_api = request.uri().path().starts_with("/v1/");
    let requested = if is_api {
        version::requested(request.headers())
    } else {
        Ok(None)
    };
    let context = Arc::new(RequestContext {
        id: RequestId::generate(host.services.random.as_ref()),
        version: requested.as_ref().ok().cloned().flatten(),
        mode: OnceLock::new(),
        public_url: host.services.settings.public_url.clone(),
    });
    request.extensions_mut().insert(Arc::clone(&context));
    let route = route.as_ref().map(MatchedPath::as_str);
    let (operation, way) = names.of(&method, route);
    let response = match requested {
        Err(error) => error.into_response(),
        Ok(_) => passage::pass(&host, way, request, next).await,
    };
    let mut response = finish_error(response, &context);
    set_headers(&mut response, &context, is_api);
    let status = response.status();
    let took = started.elapsed();
    HTTP_REQUEST_SECONDS.took(&[operation, class(status)], took);
    let (route, status) = (route.unwrap_or("-"), status.as_u16());
    let milliseconds = took.as_secs_f64() * 1000.0;
    tracing::info!(
        request = %context.id, %method, route, operation, status, milliseconds, "answered"
    );
    response
}

pub(crate) async fn answered(request: Request, next: Next) -> Response {
    AssertUnwindSafe(next.run(request))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| ApiError::internal("a handler panicked").into_response())
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() {
        ..200 => "1xx",
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        500.. => "5xx",
    }
}

/// Renders a carried error again, now that the request's id is known, and logs it.
fn finish_error(mut response: Response, context: &RequestContext) -> Response {
    let Some(Carried(error)) = response.extensions_mut().remove::<Carried>() else {
        return response;
    };
    if error.code == Code::RateLimit {
        HTTP_REQUESTS_REFUSED.count(&["rate_limit"]);
    }
    log(&error, context);
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    let (_, body) = envelope::render(&error, context.log_url().as_deref()).into_parts();
    Response::from_parts(parts, body)
}

/// The message is for the caller and may repeat what they sent; the log gets the code, the
/// parameter's name and what lies behind the error.
fn log(error: &ApiError, context: &RequestContext) {
    let mut chain = String::new();
    let mut source: Option<&(dyn std::error::Error + 'static)> = match &error.source {
        Some(source) => Some(source.as_ref()),
        None => None,
    };
    while let Some(cause) = source {
        if !chain.is_empty() {
            chain.push_str(": ");
        }
        chain.push_str(&cause.to_string());
        source = cause.source();
    }
    let code = error.code;
    if code.status().is_server_error() {
        tracing::error!(request = %context.id, ?code, chain, "request failed");
    } else {
        tracing::debug!(request = %context.id, ?code, chain, "request refused");
    }
}

fn set_headers(response: &mut Response, context: &RequestContext, is_api: bool) {
    let headers = response.headers_mut();
    // Answers may hold secrets and personal data, and none is a page of another type than it says.
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache, no-store"));
    if let Ok(id) = HeaderValue::from_str(context.id.as_str()) {
        headers.insert(REQUEST_ID, id);
    }
    if is_api {
        let version = context.version.as_deref().unwrap_or(API_VERSION);
        if let Ok(version) = HeaderValue::from_str(version) {
            headers.insert(HeaderName::from_static(version::HEADER), version);
        }
    }
}
