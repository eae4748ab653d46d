use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::body::FORM_LIMIT;
use crate::boundary::{Boundary, boundary};
use crate::{ApiError, Code, Host, Surface, request_logs};

/// Puts all surfaces behind one boundary, and their description beside them. Paths that nobody
/// serves are answered in Stripe's shape below `/v1`, and plainly elsewhere.
pub fn assemble(host: Host, surface: Surface) -> Router {
    let surface = surface.merge(request_logs::surface()).self_described();
    let outermost = Boundary {
        host: host.clone(),
        names: Arc::new(surface.names()),
    };
    surface
        .router
        .method_not_allowed_fallback(method_not_allowed)
        .fallback(not_found)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(from_fn_with_state(outermost, boundary))
        .with_state(host)
}

async fn not_found(request: Request) -> Response {
    let path = request.uri().path();
    if !path.starts_with("/v1/") {
        return (StatusCode::NOT_FOUND, "There is nothing here.\n").into_response();
    }
    let shown: String = path.chars().take(200).collect();
    let message = format!(
        "Unrecognized request URL ({}: {shown}). This server serves Stripe Identity and what goes \
         with it (files, file links, ephemeral keys, events, webhook endpoints), and nothing else \
         of Stripe's API.",
        request.method()
    );
    ApiError::new(Code::RouteUnknown, message).into_response()
}

async fn method_not_allowed(request: Request) -> ApiError {
    let message = format!("This URL does not take {} requests.", request.method());
    ApiError::new(Code::MethodNotAllowed, message)
}
