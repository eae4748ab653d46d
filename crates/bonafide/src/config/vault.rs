use anyhow::{Context as _, ensure};
use jiff::SignedDuration;
use serde::Deserialize;
use sessions::EpochPolicy;

/// How epoch keys come and go. Times are written as `24h`, `90m` or `30s`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct VaultConfig {
    /// How long an epoch lasts.
    epoch: Option<String>,
    /// How long a backup of the database stays usable, at least; `0s` where none are kept.
    backups: Option<String>,
}

impl VaultConfig {
    /// The policy, checked; `BONAFIDE_VAULT_EPOCH` and `BONAFIDE_VAULT_BACKUPS` override the file.
    pub(crate) fn epochs(&self) -> anyhow::Result<EpochPolicy> {
        let set = |variable: &str, file: &Option<String>| {
            std::env::var(variable).ok().or_else(|| file.clone())
        };
        policy(
            set("BONAFIDE_VAULT_EPOCH", &self.epoch).as_deref(),
            set("BONAFIDE_VAULT_BACKUPS", &self.backups).as_deref(),
        )
    }
}

fn policy(epoch: Option<&str>, backups: Option<&str>) -> anyhow::Result<EpochPolicy> {
    let mut policy = EpochPolicy::default();
    if let Some(text) = epoch {
        policy.epoch = seconds(text).context("vault.epoch is not a time like 24h")?;
        ensure!(
            policy.epoch > 0,
            "vault.epoch has to be longer than nothing"
        );
    }
    if let Some(text) = backups {
        policy.backups = seconds(text).context("vault.backups is not a time like 72h")?;
        ensure!(policy.backups >= 0, "vault.backups cannot be negative");
    }
    ensure!(
        policy.backups == 0 || policy.epoch + policy.backups <= EpochPolicy::LIMIT,
        "vault.epoch and vault.backups are longer than 96h together, and a redaction may take no \
         longer than that"
    );
    Ok(policy)
}

/// A time like `3d` or `24h` in seconds.
pub(super) fn seconds(text: &str) -> anyhow::Result<i64> {
    if let Some(days) = text.strip_suffix('d') {
        let days: i64 = days.parse()?;
        return days.checked_mul(24 * 3600).context("that is too long");
    }
    let duration: SignedDuration = text.parse()?;
    Ok(duration.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_held_to_four_days() {
        assert_eq!(policy(None, None).unwrap(), EpochPolicy::default());
        let three_days = policy(Some("24h"), Some("72h")).unwrap();
        assert_eq!(three_days.epoch + three_days.backups, EpochPolicy::LIMIT);
        let short = policy(Some("90m"), Some("30s")).unwrap();
        assert_eq!((short.epoch, short.backups), (5400, 30));
        assert_eq!(policy(None, Some("3d")).unwrap().backups, 3 * 24 * 3600);
        for (epoch, backups) in [("24h", "73h"), ("0s", "1h"), ("soon", "1h"), ("1h", "-1h")] {
            assert!(
                policy(Some(epoch), Some(backups)).is_err(),
                "{epoch} {backups}"
            );
        }
    }
}
