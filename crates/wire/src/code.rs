//! The one table of errors: every code, its HTTP status and its `type` in the envelope.

use http::StatusCode;

/// The `type` of an error, as Stripe's envelope names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorType {
    Api,
    Idempotency,
    InvalidRequest,
}

impl ErrorType {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api_error",
            Self::Idempotency => "idempotency_error",
            Self::InvalidRequest => "invalid_request_error",
        }
    }
}

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $status:ident, $kind:ident, $code:expr;)+) => {
        /// Everything that can go wrong, as callers can tell it apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($(#[$meta])* $name),+ }

        impl Code {
            pub const ALL: &[Self] = &[$(Self::$name),+];

            pub fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status),+ }
            }

            pub fn error_type(self) -> ErrorType {
                match self { $(Self::$name => ErrorType::$kind),+ }
            }

            /// The `code` of the envelope; absent where Stripe has none for the case.
            pub fn as_str(self) -> Option<&'static str> {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

codes! {
    ParameterInvalid = BAD_REQUEST, InvalidRequest, None;
    ParameterInvalidEmpty = BAD_REQUEST, InvalidRequest, Some("parameter_invalid_empty");
    ParameterInvalidInteger = BAD_REQUEST, InvalidRequest, Some("parameter_invalid_integer");
    ParameterInvalidBlank = BAD_REQUEST, InvalidRequest, Some("parameter_invalid_string_blank");
    ParameterMissing = BAD_REQUEST, InvalidRequest, Some("parameter_missing");
    ParameterUnknown = BAD_REQUEST, InvalidRequest, Some("parameter_unknown");
    ParametersExclusive = BAD_REQUEST, InvalidRequest, Some("parameters_exclusive");
    InvalidCharacters = BAD_REQUEST, InvalidRequest, Some("invalid_characters");
    EmailInvalid = BAD_REQUEST, InvalidRequest, Some("email_invalid");
    UrlInvalid = BAD_REQUEST, InvalidRequest, Some("url_invalid");
    LivemodeMismatch = BAD_REQUEST, InvalidRequest, Some("livemode_mismatch");
    StatusTransitionInvalid = BAD_REQUEST, InvalidRequest, Some("status_transition_invalid");
    /// The request as a whole cannot be read.
    RequestMalformed = BAD_REQUEST, InvalidRequest, None;
    IdempotencyMismatch = BAD_REQUEST, Idempotency, None;
    Unauthorized = UNAUTHORIZED, InvalidRequest, None;
    ApiKeyExpired = UNAUTHORIZED, InvalidRequest, Some("api_key_expired");
    SecretKeyRequired = FORBIDDEN, InvalidRequest, Some("secret_key_required");
    PermissionDenied = FORBIDDEN, InvalidRequest, None;
    AccountInvalid = FORBIDDEN, InvalidRequest, Some("account_invalid");
    RouteUnknown = NOT_FOUND, InvalidRequest, None;
    ResourceMissing = NOT_FOUND, InvalidRequest, Some("resource_missing");
    /// An identifier given as a parameter names nothing; in the path it is [`Self::ResourceMissing`].
    ParameterResourceMissing = BAD_REQUEST, InvalidRequest, Some("resource_missing");
    MethodNotAllowed = METHOD_NOT_ALLOWED, InvalidRequest, None;
    IdempotencyKeyInUse = CONFLICT, Idempotency, Some("idempotency_key_in_use");
    LockTimeout = TOO_MANY_REQUESTS, InvalidRequest, Some("lock_timeout");
    /// A person's link was spent in another browser, or before it was renewed.
    LinkUsed = GONE, InvalidRequest, Some("link_used");
    LinkExpired = GONE, InvalidRequest, Some("link_expired");
    LinkUnknown = NOT_FOUND, InvalidRequest, Some("link_unknown");
    /// Nothing more can be handed in for the session.
    SessionClosed = CONFLICT, InvalidRequest, Some("session_closed");
    BodyTooLarge = PAYLOAD_TOO_LARGE, InvalidRequest, None;
    ContentTypeUnsupported = UNSUPPORTED_MEDIA_TYPE, InvalidRequest, None;
    RateLimit = TOO_MANY_REQUESTS, InvalidRequest, Some("rate_limit");
    Internal = INTERNAL_SERVER_ERROR, Api, None;
    Unavailable = SERVICE_UNAVAILABLE, Api, None;
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn server_errors_are_api_errors_and_nothing_else_is() {
        for code in Code::ALL {
            let server = code.status().is_server_error();
            assert_eq!(
                server,
                code.error_type().as_str() == "api_error",
                "{code:?}"
            );
        }
    }
}
