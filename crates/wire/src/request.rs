use std::sync::{Arc, OnceLock};

use http::request::Parts;
use identity::{Mode, RequestId};

/// What is known of a request at the boundary, shared with everything below.
#[derive(Debug)]
pub struct RequestContext {
    /// The `Request-Id` of the answer.
    pub id: RequestId,
    /// `Stripe-Version` as the caller sent it.
    pub version: Option<String>,
    /// Known once the caller is.
    pub(crate) mode: OnceLock<Mode>,
    pub(crate) public_url: String,
}

impl RequestContext {
    /// The context that the boundary put into a request.
    pub(crate) fn of(parts: &Parts) -> Option<Arc<Self>> {
        parts.extensions.get::<Arc<Self>>().cloned()
    }

    /// Where it says how to find this request in the logs; known for callers that are known.
    pub(crate) fn log_url(&self) -> Option<String> {
        let mode = self.mode.get()?;
        Some(format!("{}/{mode}/logs/{}", self.public_url, self.id))
    }
}
