//! Stripe's error envelope.

use axum::Json;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::ApiError;

/// `{"error":{…}}`; keys that do not apply are absent.
pub(crate) fn body(error: &ApiError, request_log_url: Option<&str>) -> Value {
    let mut inner = Map::new();
    if let Some(code) = error.code.as_str() {
        inner.insert("code".to_owned(), json!(code));
    }
    inner.insert("message".to_owned(), json!(error.message));
    if let Some(param) = &error.param {
        inner.insert("param".to_owned(), json!(param));
    }
    if let Some(url) = request_log_url {
        inner.insert("request_log_url".to_owned(), json!(url));
    }
    inner.insert("type".to_owned(), json!(error.code.error_type().as_str()));
    json!({ "error": inner })
}

pub(crate) fn render(error: &ApiError, request_log_url: Option<&str>) -> Response {
    (error.code.status(), Json(body(error, request_log_url))).into_response()
}
