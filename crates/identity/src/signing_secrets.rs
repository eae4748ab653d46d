use serde::{Deserialize, Serialize};

use crate::random::base62;
use crate::{Random, Timestamp};

/// What deliveries to one endpoint are signed with: its secret and, for a while after that was
/// replaced, the one before.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SigningSecrets {
    current: String,
    previous: Option<Previous>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Previous {
    secret: String,
    until: Timestamp,
}

impl SigningSecrets {
    /// Longest that a replaced secret still signs, in seconds.
    pub const LONGEST_OVERLAP: i64 = 24 * 3600;

    /// A new secret, `whsec_…`.
    pub fn generate(random: &dyn Random) -> Self {
        Self {
            current: secret(random),
            previous: None,
        }
    }

    /// A secret derived from `key`, without a predecessor: equal keys give equal secrets.
    pub fn of_key(key: &[u8; 32]) -> Self {
        let digits = key.iter().map(|byte| format!("{byte:02x}"));
        Self {
            current: format!("whsec_{}", digits.collect::<String>()),
            previous: None,
        }
    }

    /// Replaces the secret; the old one signs beside the new until `until`.
    pub fn rotate(&mut self, random: &dyn Random, until: Timestamp) {
        let old = std::mem::replace(&mut self.current, secret(random));
        self.previous = Some(Previous { secret: old, until });
    }

    /// The secret receivers should hold.
    pub fn current(&self) -> &str {
        &self.current
    }

    /// Every secret that signs at this moment, the current one first.
    pub fn in_force(&self, now: Timestamp) -> Vec<&str> {
        let previous = self.previous.iter().filter(|previous| now < previous.until);
        std::iter::once(self.current.as_str())
            .chain(previous.map(|previous| previous.secret.as_str()))
            .collect()
    }
}

fn secret(random: &dyn Random) -> String {
    format!("whsec_{}", base62(random, 32))
}

impl std::fmt::Debug for SigningSecrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningSecrets").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRandom;

    #[test]
    fn a_replaced_secret_signs_until_its_time_is_over() {
        let random = SeededRandom::new(1);
        let mut secrets = SigningSecrets::generate(&random);
        let first = secrets.current().to_owned();
        assert_eq!(secrets.in_force(Timestamp(0)), [&first]);

        secrets.rotate(&random, Timestamp(100));
        let second = secrets.current().to_owned();
        assert_ne!(first, second);
        assert_eq!(secrets.in_force(Timestamp(99)), [&second, &first]);
        assert_eq!(secrets.in_force(Timestamp(100)), [&second]);
    }

    #[test]
    fn a_second_rotation_leaves_the_oldest_behind() {
        let random = SeededRandom::new(2);
        let mut secrets = SigningSecrets::generate(&random);
        let first = secrets.current().to_owned();
        secrets.rotate(&random, Timestamp(100));
        secrets.rotate(&random, Timestamp(100));
        assert!(!secrets.in_force(Timestamp(0)).contains(&first.as_str()));
    }

    #[test]
    fn nothing_secret_shows_in_debug_output() {
        let secrets = SigningSecrets::generate(&SeededRandom::new(3));
        assert!(!format!("{secrets:?}").contains("whsec"));
    }
}
