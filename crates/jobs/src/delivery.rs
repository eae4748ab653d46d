use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};
use identity::{Event, SigningSecrets, Timestamp, resource};

use crate::{Error, sign};

/// One event as an endpoint gets it.
pub struct Delivery {
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Delivery {
    /// Signed now: every try needs a fresh time stamp.
    ///
    /// # Errors
    /// A secret that cannot be part of a header.
    pub fn new(
        event: &Event,
        api_version: Option<&str>,
        secrets: &SigningSecrets,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let shown = resource::event(event, api_version);
        let body = serde_json::to_vec_pretty(&shown).map_err(|_| Error::Missing)?;
        let signature =
            HeaderValue::from_str(&sign(secrets, now, &body)).map_err(|_| Error::Secret)?;
        let mut headers = HeaderMap::new();
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        );
        headers.insert(HeaderName::from_static("stripe-signature"), signature);
        Ok(Self { headers, body })
    }
}
