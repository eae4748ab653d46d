use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::{Difference, Document};

/// Bytes of a form or an answer that are read to be checked.
const LIMIT: usize = 64 << 20;

/// Puts a check around a router: an answer of the API that is not as Stripe's document or ours
/// describes it becomes a failure that says what is wrong.
pub fn checked(router: Router, ours: Document) -> Router {
    let documents = Arc::new([Document::stripe(), ours]);
    router.layer(from_fn(move |request: Request, next: Next| {
        let documents = Arc::clone(&documents);
        async move { check(documents.as_ref(), request, next).await }
    }))
}

async fn check(documents: &[Document; 2], request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let uri = request.uri().clone();
    if !uri.path().starts_with("/v1/") {
        return next.run(request).await;
    }
    let mut expand = asked(uri.query().unwrap_or_default().as_bytes());
    let request = match read_form(request, &mut expand).await {
        Ok(request) => request,
        Err(response) => return response,
    };
    let (parts, body) = next.run(request).await.into_parts();
    if !is(&parts.headers, "application/json") {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = axum::body::to_bytes(body, LIMIT).await else {
        return broken(&[]);
    };
    let Ok(value) = serde_json::from_slice::<Value>(&bytes) else {
        return broken(&[]);
    };
    let answer = Answer {
        method: &method,
        path: uri.path(),
        status: parts.status,
        expand: &expand,
        body: &value,
    };
    let mut found = Vec::new();
    let mut known = false;
    for document in documents {
        let checked = document.check(&answer);
        known |= checked.is_some();
        found.extend(checked.unwrap_or_default());
    }
    if !known {
        found.push(Difference {
            place: format!("{method} {}", uri.path()),
            what: "succeeds and is not described".to_owned(),
        });
    }
    if found.is_empty() {
        Response::from_parts(parts, Body::from(bytes))
    } else {
        broken(&found)
    }
}

/// Reads a form for what it asks to expand. What else is sent passes untouched: of uploads, only
/// the query can ask.
async fn read_form(request: Request, expand: &mut BTreeSet<String>) -> Result<Request, Response> {
    if !is(request.headers(), "application/x-www-form-urlencoded") {
        return Ok(request);
    }
    let (mut parts, body) = request.into_parts();
    let bytes: Bytes = axum::body::to_bytes(body, LIMIT)
        .await
        .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE.into_response())?;
    expand.extend(asked(&bytes));
    if parts.headers.contains_key(CONTENT_LENGTH) {
        parts
            .headers
            .insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    }
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

fn is(headers: &HeaderMap, media_type: &str) -> bool {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    value.is_some_and(|value| value.starts_with(media_type))
}

/// The paths in `expand`, in any spelling.
fn asked(form: &[u8]) -> BTreeSet<String> {
    form_urlencoded::parse(form)
        .filter(|(name, _)| name == "expand" || name.starts_with("expand["))
        .map(|(_, path)| path.into_owned())
        .collect()
}

fn broken(found: &[Difference]) -> Response {
    let lines: Vec<_> = found.iter().map(Difference::to_string).collect();
    let message = format!("The contract is broken. {}", lines.join("; "));
    let body = json!({ "error": { "type": "api_error", "message": message } });
    (StatusCode::INTERNAL_SERVER_ERROR, axum::Json(body)).into_response()
}
