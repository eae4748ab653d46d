//! The one table of errors: every code, its HTTP status and its `type` in the envelope.

use http::StatusCode;

/// The `type` of an error, as Stripe's envelope names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorType {
    /// A failure of ours.
    Api,
    /// A key was used for another request, or by one that is still in hand.
    Idempotency,
    /// A request that would fail again as it is.
    InvalidRequest,
}

impl ErrorType {
    /// The `type` of the envelope.
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
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The HTTP status of answers with this code.
            pub fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status),+ }
            }

            /// The `type` of the envelope.
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
    /// A value is of the right type and still not acceptable.
    ParameterInvalid = BAD_REQUEST, InvalidRequest, None;
    /// A parameter is empty that cannot be unset.
    ParameterInvalidEmpty = BAD_REQUEST, InvalidRequest, Some("parameter_invalid_empty");
    /// A number is none, or outside its bounds.
    ParameterInvalidInteger = BAD_REQUEST, InvalidRequest, Some("parameter_invalid_integer");
    /// A text holds nothing but space.
    ParameterInvalidBlank = BAD_REQUEST, InvalidRequest, Some("parameter_invalid_string_blank");
    /// A parameter is required that was not sent.
    ParameterMissing = BAD_REQUEST, InvalidRequest, Some("parameter_missing");
    /// The endpoint has no parameter of this name.
    ParameterUnknown = BAD_REQUEST, InvalidRequest, Some("parameter_unknown");
    /// Two parameters say the same thing in two ways.
    ParametersExclusive = BAD_REQUEST, InvalidRequest, Some("parameters_exclusive");
    /// A text holds control characters.
    InvalidCharacters = BAD_REQUEST, InvalidRequest, Some("invalid_characters");
    /// An address that mail cannot go to.
    EmailInvalid = BAD_REQUEST, InvalidRequest, Some("email_invalid");
    /// An address that is no URL, or not of a scheme that is taken.
    UrlInvalid = BAD_REQUEST, InvalidRequest, Some("url_invalid");
    /// An object of live mode was named in test mode, or the other way round.
    LivemodeMismatch = BAD_REQUEST, InvalidRequest, Some("livemode_mismatch");
    /// The object is in a state in which this cannot be done to it.
    StatusTransitionInvalid = BAD_REQUEST, InvalidRequest, Some("status_transition_invalid");
    /// The request as a whole cannot be read.
    RequestMalformed = BAD_REQUEST, InvalidRequest, None;
    /// An idempotency key was first used for a request with other parameters.
    IdempotencyMismatch = BAD_REQUEST, Idempotency, None;
    /// No key came along, or none that this server knows.
    Unauthorized = UNAUTHORIZED, InvalidRequest, None;
    /// An ephemeral key whose time is over.
    ApiKeyExpired = UNAUTHORIZED, InvalidRequest, Some("api_key_expired");
    /// A publishable key was sent where it opens nothing.
    SecretKeyRequired = FORBIDDEN, InvalidRequest, Some("secret_key_required");
    /// The caller is known and may not do this.
    PermissionDenied = FORBIDDEN, InvalidRequest, None;
    /// `Stripe-Account` names an account that the key is not of.
    AccountInvalid = FORBIDDEN, InvalidRequest, Some("account_invalid");
    /// No endpoint has this path.
    RouteUnknown = NOT_FOUND, InvalidRequest, None;
    /// The path names an object that does not exist for the caller.
    ResourceMissing = NOT_FOUND, InvalidRequest, Some("resource_missing");
    /// An identifier given as a parameter names nothing; in the path it is [`Self::ResourceMissing`].
    ParameterResourceMissing = BAD_REQUEST, InvalidRequest, Some("resource_missing");
    /// The path is right and the method is not.
    MethodNotAllowed = METHOD_NOT_ALLOWED, InvalidRequest, None;
    /// Another request with the same idempotency key is in hand.
    IdempotencyKeyInUse = CONFLICT, Idempotency, Some("idempotency_key_in_use");
    /// Something else is being done to the same object; the request can be sent again.
    LockTimeout = TOO_MANY_REQUESTS, InvalidRequest, Some("lock_timeout");
    /// A person's link was spent in another browser, or before it was renewed.
    LinkUsed = GONE, InvalidRequest, Some("link_used");
    /// The time of a person's link is over.
    LinkExpired = GONE, InvalidRequest, Some("link_expired");
    /// A person's link is none of this server's.
    LinkUnknown = NOT_FOUND, InvalidRequest, Some("link_unknown");
    /// Nothing more can be handed in for the session.
    SessionClosed = CONFLICT, InvalidRequest, Some("session_closed");
    /// The body is larger than the endpoint takes.
    BodyTooLarge = PAYLOAD_TOO_LARGE, InvalidRequest, None;
    /// The body is not in the form that the endpoint takes.
    ContentTypeUnsupported = UNSUPPORTED_MEDIA_TYPE, InvalidRequest, None;
    /// The caller asks more often than they may; the answer says when to ask again.
    RateLimit = TOO_MANY_REQUESTS, InvalidRequest, Some("rate_limit");
    /// Something went wrong here; the cause stands in the log alone.
    Internal = INTERNAL_SERVER_ERROR, Api, None;
    /// The server is too busy, or its storage is away; the answer says when to ask again.
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
