use serde::{Deserialize, Serialize};

use crate::Random;
use crate::random::base62;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident = $prefix:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub const PREFIX: &str = $prefix;

            /// A new identifier: the prefix and 24 base-62 characters (142 bits).
            pub fn generate(random: &dyn Random) -> Self {
                Self(format!("{}{}", $prefix, base62(random, 24)))
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
    AccountId = "acct_";
    ApiKeyId = "key_";
    EphemeralKeyId = "ephkey_";
    EventId = "evt_";
    FileId = "file_";
    FileLinkId = "link_";
    ReportId = "vr_";
    RequestId = "req_";
    SessionId = "vs_";
    WebhookEndpointId = "we_";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRandom;

    #[test]
    fn generated_identifiers_parse() {
        let id = SessionId::generate(&SeededRandom::new(1));
        assert_eq!(SessionId::parse(id.as_str()), Some(id.clone()));
        assert_eq!(ReportId::parse(id.as_str()), None);
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
