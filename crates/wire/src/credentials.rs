use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::{ApiError, Code, Result};

/// The key in the `Authorization` header: `Bearer KEY`, or `Basic` with the key as user name and
/// an empty password (RFC 7617). `None` where there is no such header.
pub(crate) fn presented_key(headers: &HeaderMap) -> Result<Option<String>> {
    let Some(value) = headers.get(AUTHORIZATION) else {
        return Ok(None);
    };
    let key = value.to_str().ok().and_then(read).ok_or_else(|| {
        let message = "The Authorization header cannot be read. Send `Authorization: Bearer \
                       YOUR_KEY`, or the key as the user name of HTTP Basic authentication.";
        ApiError::new(Code::Unauthorized, message)
    })?;
    Ok(Some(key))
}

fn read(header: &str) -> Option<String> {
    let (scheme, rest) = header.split_once(' ')?;
    let rest = rest.trim();
    if scheme.eq_ignore_ascii_case("bearer") {
        return (!rest.is_empty()).then(|| rest.to_owned());
    }
    if scheme.eq_ignore_ascii_case("basic") {
        let text = String::from_utf8(STANDARD.decode(rest).ok()?).ok()?;
        let user = text.split_once(':').map_or(text.as_str(), |(user, _)| user);
        return (!user.is_empty()).then(|| user.to_owned());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn both_schemes_yield_the_key() {
        assert_eq!(read("Bearer sk_test_1"), Some("sk_test_1".to_owned()));
        assert_eq!(read("bearer  sk_test_1 "), Some("sk_test_1".to_owned()));
        assert_eq!(read("Basic c2tfdGVzdF8xOg=="), Some("sk_test_1".to_owned()));
        assert_eq!(read("basic c2tfdGVzdF8x"), Some("sk_test_1".to_owned()));
    }

    #[test]
    fn anything_else_yields_nothing() {
        for header in [
            "",
            "Bearer",
            "Bearer ",
            "Basic !!",
            "Basic Og==",
            "Digest x",
            "sk_test_1",
        ] {
            assert_eq!(read(header), None, "{header}");
        }
    }
}
