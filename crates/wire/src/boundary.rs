//! The outermost layer: request ids, versions, panics, and the one place where errors are logged
//! and get their final form.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt as _;
use http::header::CONTENT_LENGTH;
use http::{HeaderName, HeaderValue, Method, StatusCode};
use identity::{API_VERSION, RequestId};
use measures::{HTTP_REQUEST_SECONDS, HTTP_REQUESTS_IN_HAND, HTTP_REQUESTS_REFUSED};

use crate::describe::OperationNames;
use crate::error::Carried;
use crate::{ApiError, Code, Host, RequestContext, envelope, version};

/// From the head of a request to the head of its answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
/// The same for uploads: the largest picture over a slow line.
const UPLOAD_WITHIN: Duration = Duration::from_mins(3);
/// What those ask who watch over the server, never refused.
const UNGUARDED: [&str; 2] = ["/healthz", "/readyz"];

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
    let response = match requested {
        Err(error) => error.into_response(),
        Ok(_) => admitted(&host, request, next).await,
    };
    let mut response = finish_error(response, &context);
    set_headers(&mut response, &context, is_api);
    let route = route.as_ref().map(MatchedPath::as_str);
    let operation = names.of(&method, route);
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

/// Answers within a time, if there is room for one more request at all.
async fn admitted(host: &Host, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if UNGUARDED.contains(&path) {
        return answered(request, next).await;
    }
    let is_upload = request.method() == Method::POST && path == "/v1/files";
    let (lane, limit, name) = if is_upload {
        (&host.admission.uploads, UPLOAD_WITHIN, "uploads")
    } else {
        (&host.admission.requests, ANSWER_WITHIN, "requests")
    };
    let _place = match lane.enter().await {
        Ok(place) => place,
        Err(refused) => {
            HTTP_REQUESTS_REFUSED.count(&["no_room"]);
            return refused.into_response();
        }
    };
    let _counted = HTTP_REQUESTS_IN_HAND.held(name);
    let in_time = tokio::time::timeout(limit, answered(request, next)).await;
    in_time.unwrap_or_else(|_| {
        HTTP_REQUESTS_REFUSED.count(&["too_slow"]);
        too_slow().into_response()
    })
}

async fn answered(request: Request, next: Next) -> Response {
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

fn too_slow() -> ApiError {
    let message = "The request took too long: its body did not arrive, or this server's storage did \
                   not answer. It may have been carried out all the same; with an Idempotency-Key \
                   it can be sent again safely.";
    ApiError::new(Code::Unavailable, message).with_retry_after(1)
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
