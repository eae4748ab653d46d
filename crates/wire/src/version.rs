use http::HeaderMap;

use crate::{ApiError, Code, Result};

pub(crate) const HEADER: &str = "stripe-version";

/// `Stripe-Version` of a request, checked for its form: `YYYY-MM-DD`, optionally `.name`, then
/// any number of `; name=value`. Every version gets the one shape that is served.
pub(crate) fn requested(headers: &HeaderMap) -> Result<Option<String>> {
    let Some(value) = headers.get(HEADER) else {
        return Ok(None);
    };
    match value.to_str() {
        Ok(text) if well_formed(text) => Ok(Some(text.to_owned())),
        _ => Err(ApiError::new(
            Code::RequestMalformed,
            "The Stripe-Version header has to look like `2026-10-28.endive` or `2020-08-27`.",
        )),
    }
}

/// Whether this is a version of the API: `YYYY-MM-DD`, optionally `.name`.
pub fn is_api_version(text: &str) -> bool {
    !text.contains(';') && well_formed(text)
}

fn well_formed(text: &str) -> bool {
    let mut parts = text.split(';').map(str::trim);
    let version = parts.next().unwrap_or_default();
    let (date, name) = version
        .split_once('.')
        .map_or((version, None), |(date, name)| (date, Some(name)));
    is_date(date) && name.is_none_or(is_name) && text.len() <= 200 && parts.all(is_flag)
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

fn is_flag(text: &str) -> bool {
    text.split_once('=')
        .is_some_and(|(name, value)| is_name(name) && is_name(value))
}

#[cfg(test)]
mod tests {
    use super::well_formed;

    #[test]
    fn versions_as_clients_send_them_are_accepted() {
        for text in [
            "2026-10-28.endive",
            "2020-08-27",
            "2020-08-27; identity_client_api=v7",
            "2020-08-27;identity_client_api=v7",
            "2025-03-31.preview; a_beta=v1; b=v2",
        ] {
            assert!(well_formed(text), "{text}");
        }
    }

    #[test]
    fn other_text_is_refused() {
        for text in [
            "",
            "latest",
            "2026-1-28",
            "2026-10-28.",
            "2026-10-28;",
            "2026-10-28 x",
        ] {
            assert!(!well_formed(text), "{text}");
        }
    }
}
