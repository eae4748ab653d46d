use serde::{Deserialize, Serialize};

use crate::Random;
use crate::random::{base62, base62_number};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident = $prefix:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// What every identifier of this kind begins with, underscore included.
            pub const PREFIX: &str = $prefix;

            /// A new identifier: the prefix, seven base-62 characters of the millisecond and
            /// seventeen random ones (101 bits). As at Stripe, those made one after the other lie
            /// beside each other: a storage writes them to one page of an index, not to a page each.
            pub fn generate(random: &dyn Random) -> Self {
                let moment = base62_number(random.moment(), 7);
                Self(format!("{}{moment}{}", $prefix, base62(random, 17)))
            }

            /// An identifier that came from outside: the prefix, then 1 to 64 ASCII letters and
            /// digits.
            pub fn parse(text: &str) -> Option<Self> {
                let rest = text.strip_prefix($prefix)?;
                let fits = (1..=64).contains(&rest.len())
                    && rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
                fits.then(|| Self(text.to_owned()))
            }

            /// An identifier that storage returns; it was checked when it went in.
            pub fn from_stored(text: String) -> Self {
                Self(text)
            }

            /// The whole identifier, prefix included.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let pattern = concat!("^", $prefix, "[0-9A-Za-z]{1,64}$");
                schemars::json_schema!({ "type": "string", "pattern": pattern })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// An account of the installation.
    AccountId = "acct_";
    /// A key, without its secret.
    ApiKeyId = "key_";
    /// A key for one session, without its secret.
    EphemeralKeyId = "ephkey_";
    /// An event; receivers of webhooks know a repetition by it.
    EventId = "evt_";
    /// An uploaded file.
    FileId = "file_";
    /// A link to a file, without the token that opens it.
    FileLinkId = "link_";
    /// The report of one submission.
    ReportId = "vr_";
    /// A call to the API, as its `Request-Id` header has it.
    RequestId = "req_";
    /// A verification session.
    SessionId = "vs_";
    /// An address that events are delivered to.
    WebhookEndpointId = "we_";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OsRandom, SeededRandom};

    #[test]
    fn generated_identifiers_parse() {
        let id = SessionId::generate(&SeededRandom::new(1));
        assert_eq!(SessionId::parse(id.as_str()), Some(id.clone()));
        assert_eq!(ReportId::parse(id.as_str()), None);
    }

    #[test]
    fn identifiers_made_later_sort_later() {
        let random = At(OsRandom.moment());
        let later = At(random.0 + 1);
        for _ in 0..1000 {
            let (first, second) = (SessionId::generate(&random), SessionId::generate(&later));
            assert!(first < second, "{first} {second}");
            assert_eq!(first.as_str().len(), "vs_".len() + 24);
        }
    }

    struct At(u64);

    impl Random for At {
        fn fill(&self, bytes: &mut [u8]) {
            OsRandom.fill(bytes);
        }

        fn moment(&self) -> u64 {
            self.0
        }
    }

    #[test]
    fn hostile_identifiers_do_not_parse() {
        for text in [
            "",
            "vs_",
            "vs_../x",
            "vs_a b",
            "vs_é",
            &format!("vs_{}", "a".repeat(65)),
        ] {
            assert_eq!(SessionId::parse(text), None, "{text}");
        }
    }
}
