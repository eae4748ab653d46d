use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::random::base62;
use crate::{AccountId, ApiKeyId, Mode, Random, Timestamp};

string_enum! {
    pub enum KeyKind {
        Secret = "secret",
        Publishable = "publishable",
        Restricted = "restricted",
    }
}

impl KeyKind {
    fn prefix(self) -> &'static str {
        match self {
            Self::Secret => "sk",
            Self::Publishable => "pk",
            Self::Restricted => "rk",
        }
    }
}

string_enum! {
    /// What a restricted key may do. Secret keys may do all but see sensitive results.
    pub enum Permission {
        /// Read sessions, reports, events and files.
        Read = "read",
        /// Create and change sessions, files, links and webhook endpoints.
        Write = "write",
        /// Read sensitive results and make links to pictures; without an address allow-list on
        /// the key, those of the last 48 hours. Brings `read`.
        SensitiveResults = "sensitive_results",
    }
}

/// An API key as it is kept: its hash, never itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKey {
    pub id: ApiKeyId,
    pub account: AccountId,
    pub mode: Mode,
    pub kind: KeyKind,
    pub permissions: Vec<Permission>,
    /// Networks in CIDR notation that may use the key; empty: all.
    pub allowed_networks: Vec<String>,
    /// SHA-256 of the whole key. The key has over 180 random bits, so a plain hash suffices.
    pub hash: [u8; 32],
    /// The last four characters, to tell keys apart in lists.
    pub last_four: String,
    pub created: Timestamp,
    pub revoked: Option<Timestamp>,
}

/// A key at its creation, the only moment its text exists on the server.
pub struct NewKey {
    pub key: ApiKey,
    pub text: String,
}

impl NewKey {
    pub fn generate(
        random: &dyn Random,
        account: AccountId,
        mode: Mode,
        kind: KeyKind,
        permissions: Vec<Permission>,
        allowed_networks: Vec<String>,
        now: Timestamp,
    ) -> Self {
        let text = format!("{}_{}_{}", kind.prefix(), mode, base62(random, 32));
        let key = ApiKey {
            id: ApiKeyId::generate(random),
            account,
            mode,
            kind,
            permissions,
            allowed_networks,
            hash: secret_hash(&text),
            last_four: text[text.len() - 4..].to_owned(),
            created: now,
            revoked: None,
        };
        Self { key, text }
    }
}

/// How random secrets that callers present (API keys, ephemeral keys) are kept and looked up.
pub fn secret_hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
