pub(crate) mod envelope;

use std::error::Error;

use axum::response::{IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{HeaderName, HeaderValue};
use store::StoreError;

use crate::Code;

/// Seconds after which to try again when storage is away: how soon it is back nobody knows.
const STORAGE_AWAY: u32 = 5;

type Source = Box<dyn Error + Send + Sync>;

/// An error as it leaves the house. The message is for the caller; the source is for the log and
/// never leaves.
#[derive(Debug)]
pub struct ApiError {
    /// Decides the status and the `type` and `code` of the envelope.
    pub code: Code,
    /// For the caller: what to change.
    pub message: String,
    /// The parameter at fault, in Stripe's spelling: `options[document][allowed_types]`.
    pub param: Option<String>,
    /// For the log: what happened here.
    pub source: Option<Source>,
    /// Seconds after which to send the request again.
    pub retry_after: Option<u32>,
}

impl ApiError {
    /// An error that names no parameter.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            param: None,
            source: None,
            retry_after: None,
        }
    }

    /// The same, at the fault of a parameter.
    #[must_use]
    pub fn with_param(mut self, param: impl Into<String>) -> Self {
        self.param = Some(param.into());
        self
    }

    /// The same, with its cause for the log.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The same, with the seconds after which to send the request again.
    #[must_use]
    pub fn with_retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// What the server needs to answer is away.
    pub fn unavailable(source: impl Into<Source>) -> Self {
        let message = "This server cannot reach its storage for the moment. Nothing was changed; \
                       please send the request again a little later.";
        Self::new(Code::Unavailable, message)
            .with_source(source)
            .with_retry_after(STORAGE_AWAY)
    }

    /// A parameter whose value is of the right type and still not acceptable.
    pub fn invalid(param: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Code::ParameterInvalid, message).with_param(param)
    }

    /// A parameter that is required and was not sent.
    pub fn missing(param: impl Into<String>) -> Self {
        let param = param.into();
        let message = format!("The parameter `{param}` is required here; please add it.");
        Self::new(Code::ParameterMissing, message).with_param(param)
    }

    /// Two parameters of which one may be sent.
    pub fn exclusive(param: impl Into<String>, other: &str) -> Self {
        let param = param.into();
        let message = format!("Please send either `{param}` or `{other}`, not both.");
        Self::new(Code::ParametersExclusive, message).with_param(param)
    }

    /// The path names an object that does not exist for this key.
    pub fn no_such(what: &str, id: &str, param: &str) -> Self {
        Self::new(Code::ResourceMissing, no_such_message(what, id)).with_param(param)
    }

    /// A parameter names an object that does not exist for this key.
    pub fn no_such_parameter(what: &str, id: &str, param: &str) -> Self {
        Self::new(Code::ParameterResourceMissing, no_such_message(what, id)).with_param(param)
    }

    /// The caller is known and may not do this.
    pub fn denied(message: impl Into<String>) -> Self {
        Self::new(Code::PermissionDenied, message)
    }

    /// A failure of ours; the caller learns no more than that.
    pub fn internal(source: impl Into<Source>) -> Self {
        let message = "Something went wrong on this server. Nothing was changed; the request can \
                       be sent again.";
        Self::new(Code::Internal, message).with_source(source)
    }

    /// Whether sending the request again is worthwhile although the status alone does not say so.
    fn should_retry(&self) -> bool {
        matches!(
            self.code,
            Code::IdempotencyKeyInUse | Code::LockTimeout | Code::RateLimit | Code::Unavailable
        )
    }
}

fn no_such_message(what: &str, id: &str) -> String {
    let shown: String = id.chars().take(100).collect();
    format!("No such {what}: '{shown}'. It may belong to another account, or to the other mode.")
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::UnknownCursor => Self::new(
                Code::ParameterResourceMissing,
                "The object named as the list's cursor does not exist.",
            ),
            StoreError::Busy => Self::new(
                Code::LockTimeout,
                "Another request was at work on the same objects. Nothing was changed; please send \
                 the request again.",
            ),
            error @ StoreError::Unavailable(_) => Self::unavailable(error),
            error => Self::internal(error),
        }
    }
}

impl From<serde_json::Error> for ApiError {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(error)
    }
}

/// Carried by a response to the boundary, which renders it once the request's id is known.
#[derive(Clone)]
pub(crate) struct Carried(pub(crate) std::sync::Arc<ApiError>);

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = envelope::render(&self, None);
        if self.should_retry() {
            let name = HeaderName::from_static("stripe-should-retry");
            let value = HeaderValue::from_static("true");
            response.headers_mut().insert(name, value);
        }
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
            .extensions_mut()
            .insert(Carried(std::sync::Arc::new(self)));
        response
    }
}

impl From<sessions::Error> for ApiError {
    fn from(error: sessions::Error) -> Self {
        match error {
            sessions::Error::Transition(refused) => transition(refused),
            sessions::Error::Store(error) => error.into(),
            error @ (sessions::Error::Blob(_) | sessions::Error::KeyFile(_)) => {
                Self::unavailable(error)
            }
            error => Self::internal(error),
        }
    }
}

fn transition(refused: identity::TransitionError) -> ApiError {
    use identity::TransitionError as Refused;
    let message = match refused {
        Refused::Status(status) => format!(
            "The verification session has the status `{status}`, in which this is not possible."
        ),
        Refused::Redacted => {
            "The verification session was redacted, after which this is not possible.".to_owned()
        }
        Refused::SubmissionLimit => "The verification session has reached its limit of \
                                     submissions."
            .to_owned(),
    };
    ApiError::new(Code::StatusTransitionInvalid, message)
}
