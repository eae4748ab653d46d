use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::random::base62;
use crate::{AccountId, ApiKeyId, Mode, Random, Timestamp};

string_enum! {
    /// Who is meant to hold an API key, told from the first two letters of its text.
    pub enum KeyKind {
        /// `sk_…`, for a back end: everything but sensitive results.
        Secret = "secret",
        /// `pk_…`, for pages and apps, as Stripe's SDKs ask for one; opens no endpoint that needs a
        /// secret key.
        Publishable = "publishable",
        /// `rk_…`, for a back end: its [`Permission`]s and nothing else.
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
        /// Create and change sessions, files, links and webhook endpoints, and read them. A key without
        /// this permission is shown sessions without `url` and `client_secret`: whoever has one of
        /// these can end the session.
        Write = "write",
        /// Read, sensitive results included, and make links of 30 seconds to pictures of people. A key
        /// without an address allow-list reaches the sensitive results of the last 48 hours alone.
        SensitiveResults = "sensitive_results",
    }
}

impl Permission {
    /// Whether this permission includes `other`. Each includes itself and [`Permission::Read`], and
    /// nothing else.
    pub fn brings(self, other: Self) -> bool {
        self == other || other == Self::Read
    }
}

/// An API key as it is kept: its hash, never itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKey {
    /// `key_…`, by which the command line lists and revokes; it doesn't open anything.
    pub id: ApiKeyId,
    /// The account whose objects the key reaches.
    pub account: AccountId,
    /// Named in the key's text too, between kind and secret: `sk_test_…`.
    pub mode: Mode,
    /// Decides, with [`ApiKey::permissions`], which endpoints the key opens.
    pub kind: KeyKind,
    /// Of restricted keys; empty for the other kinds, whose rights follow from the kind.
    pub permissions: Vec<Permission>,
    /// One of `permissions` that nobody asked for: earlier versions gave [`Permission::Write`] with
    /// [`Permission::SensitiveResults`]. `None` for keys made since.
    pub brought_along: Option<Permission>,
    /// Networks in CIDR notation that may use the key; empty: all.
    pub allowed_networks: Vec<String>,
    /// SHA-256 of the whole key. The key has over 180 random bits, so a plain hash suffices.
    pub hash: [u8; 32],
    /// The last four characters, to tell keys apart in lists.
    pub last_four: String,
    /// When its text was shown, once.
    pub created: Timestamp,
    /// Since when it opens nothing; `None` while it is in use.
    pub revoked: Option<Timestamp>,
}

/// A key at its creation, the only moment its text exists on the server.
pub struct NewKey {
    /// What is stored.
    pub key: ApiKey,
    /// What its holder is given, `sk_test_…` for example; the server keeps none of it but four
    /// characters.
    pub text: String,
}

impl NewKey {
    /// Draws the 32 base-62 characters of the secret. `permissions` and `allowed_networks` are taken as
    /// they come: who makes a restricted key checks them before.
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
            brought_along: None,
            allowed_networks,
            hash: secret_hash(&text),
            last_four: text[text.len() - 4..].to_owned(),
            created: now,
            revoked: None,
        };
        Self { key, text }
    }
}

/// SHA-256 of a random secret that callers present (an API key, an ephemeral key): what is stored of
/// it, and what it is looked up by.
pub fn secret_hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::Permission::{Read, SensitiveResults, Write};

    #[test]
    fn a_permission_brings_reading_and_nothing_else() {
        for (has, brings) in [
            (Read, [true, false, false]),
            (Write, [true, true, false]),
            (SensitiveResults, [true, false, true]),
        ] {
            let all = [Read, Write, SensitiveResults];
            assert_eq!(all.map(|other| has.brings(other)), brings, "{has}");
        }
    }
}
