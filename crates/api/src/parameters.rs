//! Rules for values that several endpoints take.

use identity::Timestamp;
use url::Url;
use wire::{ApiError, Code, Result};

/// An address that starts with `http://` or `https://`.
pub(crate) fn check_url(param: &str, text: &str) -> Result<()> {
    let url = Url::parse(text).ok().filter(|url| {
        let scheme = url.scheme();
        (scheme == "https" || scheme == "http") && url.has_host()
    });
    if url.is_some() && !text.contains(char::is_whitespace) {
        return Ok(());
    }
    let message = format!("`{param}` has to be a URL that starts with `https://` or `http://`.");
    Err(ApiError::new(Code::UrlInvalid, message).with_param(param))
}

/// Something before an `@` and a domain behind it; whether mail arrives there only mail can tell.
pub(crate) fn check_email(param: &str, text: &str) -> Result<()> {
    let fits = text.rsplit_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
    });
    if fits && text.len() <= 320 && !text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Ok(());
    }
    let message = format!("`{param}` has to be an email address.");
    Err(ApiError::new(Code::EmailInvalid, message).with_param(param))
}

/// A moment that has yet to come.
pub(crate) fn check_future(param: &str, moment: i64, now: Timestamp) -> Result<Timestamp> {
    // Year 9999: what lies behind it is a mistake of units.
    if (now.0 + 1..=253_402_300_799).contains(&moment) {
        return Ok(Timestamp(moment));
    }
    let message = format!("`{param}` has to be a Unix time in seconds that lies in the future.");
    Err(ApiError::invalid(param, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_of_the_web() {
        for url in ["https://a.example/x?y=1", "http://127.0.0.1:8000/hook"] {
            assert!(check_url("url", url).is_ok(), "{url}");
        }
        for url in [
            "a.example",
            "ftp://a.example",
            "javascript:alert(1)",
            "https://",
            "https://a b",
        ] {
            assert!(check_url("url", url).is_err(), "{url}");
        }
    }

    #[test]
    fn email_addresses_have_two_sides() {
        assert!(check_email("email", "a+b@x.io").is_ok());
        for email in ["a", "@x.io", "a@", "a@x", "a b@x.io", "a@.io"] {
            assert!(check_email("email", email).is_err(), "{email}");
        }
    }
}
