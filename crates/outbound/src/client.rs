use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use reqwest::redirect;
use thiserror::Error;
use url::{Host, Url};

use crate::resolver::GuardedResolver;
use crate::{AddressPolicy, Refusal};

const CONNECT_LIMIT: Duration = Duration::from_secs(5);
const TOTAL_LIMIT: Duration = Duration::from_secs(20);
/// Of an answer's body no more is read than this.
const BODY_LIMIT: usize = 64 * 1024;

/// A client whose every call is guarded.
#[derive(Clone)]
pub struct Client {
    inner: reqwest::Client,
    policy: AddressPolicy,
}

/// The answer to a call.
pub struct Response {
    pub status: StatusCode,
    pub body: Vec<u8>,
}

/// Why a call brought no answer. Messages name no address and no content.
#[derive(Debug, Error)]
pub enum Error {
    #[error("the URL is not an http or https address without user information")]
    Url,
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("the call took too long")]
    TooSlow,
    #[error("no connection")]
    Connection,
    #[error("the answer broke off")]
    Broken,
}

impl Client {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that builds an HTTP client"
    )]
    pub fn new(policy: AddressPolicy) -> Self {
        let inner = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT_LIMIT)
            .timeout(TOTAL_LIMIT)
            .no_proxy()
            .dns_resolver(Arc::new(GuardedResolver(policy)))
            .user_agent(concat!("Bonafide/", env!("CARGO_PKG_VERSION")))
            .build()
            .expect("the client's settings are fixed and valid");
        Self { inner, policy }
    }

    /// Judges a URL as far as that goes without resolving its name.
    pub fn check_url(&self, text: &str) -> Result<Url, Error> {
        let url = Url::parse(text).map_err(|_| Error::Url)?;
        let plain = url.username().is_empty() && url.password().is_none();
        if !matches!(url.scheme(), "http" | "https") || !plain {
            return Err(Error::Url);
        }
        match url.host() {
            // The resolver never sees literal addresses.
            Some(Host::Ipv4(address)) => self.policy.judge(IpAddr::V4(address))?,
            Some(Host::Ipv6(address)) => self.policy.judge(IpAddr::V6(address))?,
            Some(Host::Domain(_)) => {}
            None => return Err(Error::Url),
        }
        Ok(url)
    }

    /// Posts a body. Any HTTP answer is `Ok`, redirects included: they are not followed.
    pub async fn post(
        &self,
        url: &str,
        headers: HeaderMap,
        body: Vec<u8>,
    ) -> Result<Response, Error> {
        let url = self.check_url(url)?;
        let sent = self
            .inner
            .post(url)
            .headers(headers)
            .body(body)
            .send()
            .await;
        let mut answer = sent.map_err(|error| classify(&error))?;
        let status = answer.status();
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|_| Error::Broken)? {
            let room = BODY_LIMIT - body.len();
            body.extend_from_slice(&chunk[..chunk.len().min(room)]);
            if body.len() == BODY_LIMIT {
                break;
            }
        }
        Ok(Response { status, body })
    }
}

fn classify(error: &reqwest::Error) -> Error {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(cause) = source {
        if let Some(refusal) = cause.downcast_ref::<Refusal>() {
            return Error::Refused(*refusal);
        }
        source = cause.source();
    }
    if error.is_timeout() {
        Error::TooSlow
    } else {
        Error::Connection
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_judged_before_anything_is_sent() {
        let client = Client::new(AddressPolicy::default());
        for text in [
            "ftp://example.org/",
            "http://user:pass@example.org/",
            "file:///etc/passwd",
            "not a url",
            "http://",
        ] {
            assert!(matches!(client.check_url(text), Err(Error::Url)), "{text}");
        }
        // Decimal, octal and hexadecimal spellings of 127.0.0.1 are addresses, not names.
        for text in [
            "http://2130706433/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://0177.0.0.1/",
        ] {
            let refused = client.check_url(text);
            assert!(
                matches!(refused, Err(Error::Refused(Refusal::Loopback))),
                "{text}"
            );
        }
        assert!(client.check_url("https://example.org/hook").is_ok());
    }

    #[tokio::test]
    async fn a_name_that_leads_home_is_refused() {
        let client = Client::new(AddressPolicy::default());
        let sent = client
            .post("http://localhost:9/", HeaderMap::new(), Vec::new())
            .await;
        assert!(matches!(sent, Err(Error::Refused(Refusal::Loopback))));
    }
}
