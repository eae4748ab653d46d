use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use reqwest::redirect;
use thiserror::Error;
use url::{Host, Url};

use crate::resolver::GuardedResolver;
use crate::{AddressPolicy, Refusal};

/// Of an answer's body no more is read than this.
const BODY_LIMIT: usize = 64 * 1024;

/// How long a call may take.
#[derive(Clone, Copy, Debug)]
pub struct TimeLimits {
    pub connect: Duration,
    /// From the first look-up to the last byte of the answer.
    pub total: Duration,
}

impl Default for TimeLimits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(20),
        }
    }
}

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
    pub fn new(policy: AddressPolicy) -> Self {
        Self::with_limits(policy, TimeLimits::default())
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that builds an HTTP client"
    )]
    pub fn with_limits(policy: AddressPolicy, limits: TimeLimits) -> Self {
        let inner = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .connect_timeout(limits.connect)
            .timeout(limits.total)
            .no_proxy()
            // Header names go out as Stripe writes them (`Stripe-Signature`): some gateways hand them
            // on as they came. HTTP/2 has no capitals.
            .http1_only()
            .http1_title_case_headers()
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
        let broken = |error: reqwest::Error| match classify(&error) {
            Error::TooSlow => Error::TooSlow,
            _ => Error::Broken,
        };
        while let Some(chunk) = answer.chunk().await.map_err(broken)? {
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
    use std::sync::LazyLock;

    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpListener;

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

    /// A receiver that answers every connection with `answer` and then says no more; its URL.
    async fn receiver(answer: &'static [u8]) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        tokio::spawn(async move {
            let mut open = Vec::new();
            while let Ok((mut connection, _)) = listener.accept().await {
                let mut request = [0; 1024];
                let _read = connection.read(&mut request).await;
                connection.write_all(answer).await.unwrap();
                open.push(connection);
            }
        });
        url
    }

    fn patient_for(total: Duration) -> Client {
        let home = AddressPolicy {
            allow_loopback: true,
            allow_private: false,
        };
        let limits = TimeLimits {
            total,
            ..TimeLimits::default()
        };
        Client::with_limits(home, limits)
    }

    async fn post(client: &Client, url: &str) -> Result<Response, Error> {
        client.post(url, HeaderMap::new(), Vec::new()).await
    }

    #[tokio::test]
    async fn header_names_go_out_with_capitals() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let seen = tokio::spawn(async move {
            let (mut connection, _) = listener.accept().await.unwrap();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(connection.read_u8().await.unwrap());
            }
            let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
            connection.write_all(answer).await.unwrap();
            String::from_utf8(head).unwrap()
        });
        let mut headers = HeaderMap::new();
        headers.insert("stripe-signature", "t=1,v1=2".parse().unwrap());
        headers.insert("content-type", "application/json".parse().unwrap());
        let client = patient_for(Duration::from_secs(10));
        client.post(&url, headers, b"{}".to_vec()).await.unwrap();
        let seen = seen.await.unwrap();
        for name in ["Stripe-Signature", "Content-Type", "Content-Length", "Host"] {
            assert!(seen.contains(&format!("\r\n{name}: ")), "{name}: {seen}");
        }
    }

    #[tokio::test]
    async fn redirects_are_answers_like_any_other() {
        let answer = b"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://169.254.169.254/\r\n\
            Content-Length: 0\r\n\r\n";
        let url = receiver(answer).await;
        let answer = post(&patient_for(Duration::from_secs(10)), &url).await;
        assert_eq!(answer.unwrap().status, StatusCode::TEMPORARY_REDIRECT);
    }

    #[tokio::test]
    async fn who_says_nothing_or_never_ends_is_given_up() {
        let client = patient_for(Duration::from_millis(200));
        for answer in [
            b"".as_slice(),
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        ] {
            let sent = post(&client, &receiver(answer).await).await;
            assert!(matches!(sent, Err(Error::TooSlow)));
        }
    }

    #[tokio::test]
    async fn no_more_of_a_body_is_read_than_is_needed() {
        static ENDLESS: LazyLock<Vec<u8>> = LazyLock::new(|| {
            let mut answer = b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n".to_vec();
            answer.resize(answer.len() + 2 * BODY_LIMIT, b'x');
            answer
        });
        let url = receiver(&ENDLESS).await;
        let answer = post(&patient_for(Duration::from_secs(10)), &url)
            .await
            .unwrap();
        assert_eq!(answer.body.len(), BODY_LIMIT);
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
