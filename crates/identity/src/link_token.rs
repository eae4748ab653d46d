//! Links and client secrets are derived, never stored: a MAC over what they open and until when.
//!
//! A token reads `test_…` or `live_…`: the mode, then base64url of kind (1 byte), links spent so
//! far (4 bytes), expiry (8 bytes), 16 bytes of HMAC-SHA-256 and the session's identifier. It dies
//! when it expires, and when another link of the session is spent.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use thiserror::Error;

use crate::{Mode, SessionId, Timestamp};

const MAC_LENGTH: usize = 16;
const HEADER_LENGTH: usize = 1 + 4 + 8;

/// What a token opens and for how long, counted from the full hour in which it was derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTokenKind {
    /// The `url` of a session: 48 hours.
    Url,
    /// The `client_secret` of a session: 24 hours.
    ClientSecret,
    /// Opens the session on another device of the person's: 2 hours.
    Handover,
    /// The cookie of a browser that spent a token of another kind: 48 hours.
    Browser,
}

impl LinkTokenKind {
    const ALL: [Self; 4] = [Self::Url, Self::ClientSecret, Self::Handover, Self::Browser];

    fn code(self) -> u8 {
        match self {
            Self::Url => b'u',
            Self::ClientSecret => b's',
            Self::Handover => b'h',
            Self::Browser => b'b',
        }
    }

    /// Seconds from derivation to death.
    pub fn lifetime(self) -> i64 {
        match self {
            Self::Url | Self::Browser => 48 * 3600,
            Self::ClientSecret => 24 * 3600,
            Self::Handover => 2 * 3600,
        }
    }
}

/// A token whose MAC was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkToken {
    /// One byte of the token.
    pub kind: LinkTokenKind,
    /// In the clear at the front of the token, and under its MAC.
    pub mode: Mode,
    /// In the clear at the end of the token, and under its MAC.
    pub session: SessionId,
    /// [`crate::VerificationSession::links_spent`] when it was derived.
    pub links_spent: u32,
    /// A moment at which it no longer opens anything.
    pub expires: Timestamp,
}

/// Why a text opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LinkTokenError {
    /// It doesn't have a token's form, or its MAC is that of no token of this installation.
    #[error("the link is not one of ours")]
    Unknown,
    /// Its MAC holds, and its time is over. Whether its link was spent is not looked at here.
    #[error("the link has expired")]
    Expired,
}

impl LinkToken {
    /// Derives the token that is valid from now on. Every call within one hour of the clock gives the
    /// same token, so that reading a session twice shows one link.
    pub fn derive(
        kind: LinkTokenKind,
        mode: Mode,
        session: &SessionId,
        links_spent: u32,
        now: Timestamp,
    ) -> Self {
        let hour = now.0.div_euclid(3600) * 3600;
        let expires = Timestamp(hour + kind.lifetime());
        Self {
            kind,
            mode,
            session: session.clone(),
            links_spent,
            expires,
        }
    }

    /// The token as text. `key` is the installation's own for links; [`LinkToken::decode`] needs the
    /// same.
    pub fn encode(&self, key: &[u8; 32]) -> String {
        let header = self.header();
        let mac = self.mac(key, &header);
        let mut bytes = Vec::with_capacity(HEADER_LENGTH + MAC_LENGTH + 32);
        bytes.extend_from_slice(&header);
        bytes.extend_from_slice(&mac);
        bytes.extend_from_slice(self.session.as_str().as_bytes());
        format!("{}_{}", self.mode, URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads and checks a token from outside.
    pub fn decode(text: &str, key: &[u8; 32], now: Timestamp) -> Result<Self, LinkTokenError> {
        let token = Self::decode_form(text, key).ok_or(LinkTokenError::Unknown)?;
        if token.expires <= now {
            return Err(LinkTokenError::Expired);
        }
        Ok(token)
    }

    fn decode_form(text: &str, key: &[u8; 32]) -> Option<Self> {
        let (mode, encoded) = text.split_once('_')?;
        let bytes = URL_SAFE_NO_PAD.decode(encoded).ok()?;
        let (header, rest) = bytes.split_at_checked(HEADER_LENGTH)?;
        let (mac, session) = rest.split_at_checked(MAC_LENGTH)?;
        let token = Self {
            kind: LinkTokenKind::ALL
                .into_iter()
                .find(|kind| kind.code() == header[0])?,
            mode: Mode::parse(mode)?,
            session: SessionId::parse(std::str::from_utf8(session).ok()?)?,
            links_spent: u32::from_be_bytes(header[1..5].try_into().ok()?),
            expires: Timestamp(i64::from_be_bytes(header[5..13].try_into().ok()?)),
        };
        let right = token.mac(key, header);
        bool::from(right.ct_eq(mac)).then_some(token)
    }

    fn header(&self) -> [u8; HEADER_LENGTH] {
        let mut header = [0; HEADER_LENGTH];
        header[0] = self.kind.code();
        header[1..5].copy_from_slice(&self.links_spent.to_be_bytes());
        header[5..].copy_from_slice(&self.expires.0.to_be_bytes());
        header
    }

    fn mac(&self, key: &[u8; 32], header: &[u8]) -> [u8; MAC_LENGTH] {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
        mac.update(self.mode.as_str().as_bytes());
        mac.update(header);
        mac.update(self.session.as_str().as_bytes());
        let whole = mac.finalize().into_bytes();
        let mut short = [0; MAC_LENGTH];
        short.copy_from_slice(&whole[..MAC_LENGTH]);
        short
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KEY: [u8; 32] = [7; 32];

    fn token(kind: LinkTokenKind) -> LinkToken {
        let session = SessionId::parse("vs_abc").unwrap();
        LinkToken::derive(kind, Mode::Test, &session, 3, Timestamp(1_000_000))
    }

    #[test]
    fn a_token_comes_back_as_it_was() {
        for kind in LinkTokenKind::ALL {
            let token = token(kind);
            let text = token.encode(&KEY);
            assert!(text.starts_with("test_"));
            assert_eq!(
                LinkToken::decode(&text, &KEY, Timestamp(1_000_000)),
                Ok(token)
            );
        }
    }

    #[test]
    fn a_token_expires_and_does_not_open_under_another_key() {
        let text = token(LinkTokenKind::ClientSecret).encode(&KEY);
        let later = Timestamp(1_000_000 + 24 * 3600);
        assert_eq!(
            LinkToken::decode(&text, &KEY, later),
            Err(LinkTokenError::Expired)
        );
        let other = LinkToken::decode(&text, &[8; 32], Timestamp(1_000_000));
        assert_eq!(other, Err(LinkTokenError::Unknown));
        let live = text.replacen("test_", "live_", 1);
        let moved = LinkToken::decode(&live, &KEY, Timestamp(1_000_000));
        assert_eq!(moved, Err(LinkTokenError::Unknown));
    }

    proptest! {
        #[test]
        fn no_change_of_a_character_is_accepted(position in 0_usize..60, replacement in "[A-Za-z0-9_-]") {
            let text = token(LinkTokenKind::Url).encode(&KEY);
            prop_assume!(position < text.len() && text[position..=position] != replacement);
            let mut changed = text.clone();
            changed.replace_range(position..=position, &replacement);
            prop_assert!(LinkToken::decode(&changed, &KEY, Timestamp(1_000_000)).is_err());
        }

        #[test]
        fn arbitrary_text_never_panics(text in ".{0,200}") {
            prop_assert!(LinkToken::decode(&text, &KEY, Timestamp(0)).is_err());
        }
    }
}
