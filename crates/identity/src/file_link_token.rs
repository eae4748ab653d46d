//! The last part of a file link's address is derived, never stored: a MAC over the link's identifier,
//! then the identifier. The identifier alone, which lists and logs show, opens nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use crate::{FileLinkId, Mode};

const MAC_LENGTH: usize = 16;

/// The bearer token of a link: `test_` or `live_`, then base64url of 16 bytes of HMAC-SHA-256 and the
/// link's identifier. It says nothing of expiry, which storage knows: [`crate::FileLink::is_expired`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLinkToken {
    /// In the clear at the front, and under the MAC.
    pub mode: Mode,
    /// In the clear at the end, and under the MAC.
    pub link: FileLinkId,
}

impl FileLinkToken {
    /// The token as text. `key` is the installation's own for file links; [`FileLinkToken::decode`]
    /// needs the same.
    pub fn encode(&self, key: &[u8; 32]) -> String {
        let mut bytes = self.mac(key).to_vec();
        bytes.extend_from_slice(self.link.as_str().as_bytes());
        format!("{}_{}", self.mode, URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads and checks a token from outside; `None` for what this key never made.
    pub fn decode(text: &str, key: &[u8; 32]) -> Option<Self> {
        let (mode, encoded) = text.split_once('_')?;
        let bytes = URL_SAFE_NO_PAD.decode(encoded).ok()?;
        let (mac, id) = bytes.split_at_checked(MAC_LENGTH)?;
        let token = Self {
            mode: Mode::parse(mode)?,
            link: FileLinkId::parse(std::str::from_utf8(id).ok()?)?,
        };
        bool::from(token.mac(key).ct_eq(mac)).then_some(token)
    }

    fn mac(&self, key: &[u8; 32]) -> [u8; MAC_LENGTH] {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
        mac.update(self.mode.as_str().as_bytes());
        mac.update(self.link.as_str().as_bytes());
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

    fn token() -> FileLinkToken {
        FileLinkToken {
            mode: Mode::Test,
            link: FileLinkId::parse("link_0123456789abcdef").unwrap(),
        }
    }

    #[test]
    fn a_token_comes_back_under_its_own_key_alone() {
        let text = token().encode(&KEY);
        assert_eq!(FileLinkToken::decode(&text, &KEY), Some(token()));
        assert_eq!(FileLinkToken::decode(&text, &[8; 32]), None);
        let live = text.replacen("test_", "live_", 1);
        assert_eq!(FileLinkToken::decode(&live, &KEY), None);
    }

    #[test]
    fn an_identifier_is_no_token() {
        let id = token().link;
        let bare = format!("test_{}", URL_SAFE_NO_PAD.encode(id.as_str()));
        for text in [id.as_str(), &bare, ""] {
            assert_eq!(FileLinkToken::decode(text, &KEY), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_change_of_a_character_is_accepted(position in 0_usize..50, replacement in "[A-Za-z0-9_-]") {
            let text = token().encode(&KEY);
            prop_assume!(position < text.len() && text[position..=position] != replacement);
            let mut changed = text.clone();
            changed.replace_range(position..=position, &replacement);
            prop_assert_eq!(FileLinkToken::decode(&changed, &KEY), None);
        }

        #[test]
        fn arbitrary_text_never_panics(text in ".{0,200}") {
            prop_assert_eq!(FileLinkToken::decode(&text, &KEY), None);
        }
    }
}
