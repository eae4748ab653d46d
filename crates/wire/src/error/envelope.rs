//! Stripe's error envelope.

use axum::Json;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::ApiError;

/// `{"error":{…}}`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "error")]
pub(crate) struct ErrorObject<'a> {
    error: ErrorDetails<'a>,
}

/// What was wrong; keys that do not apply are absent.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "api_errors")]
struct ErrorDetails<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    message: &'a str,
    /// The parameter at fault: `options[document][allowed_types]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    param: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_log_url: Option<&'a str>,
    #[schemars(extend("enum" = ["api_error", "idempotency_error", "invalid_request_error"]))]
    r#type: &'a str,
}

pub(crate) fn body(error: &ApiError, request_log_url: Option<&str>) -> Value {
    json!(ErrorObject {
        error: ErrorDetails {
            code: error.code.as_str(),
            message: &error.message,
            param: error.param.as_deref(),
            request_log_url,
            r#type: error.code.error_type().as_str(),
        }
    })
}

pub(crate) fn render(error: &ApiError, request_log_url: Option<&str>) -> Response {
    (error.code.status(), Json(body(error, request_log_url))).into_response()
}
