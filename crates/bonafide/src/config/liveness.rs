use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use identity::{AccountId, LivenessLevel};
use serde::Deserialize;
use sessions::{Liveness, LivenessLevels};
use vision::PresentationNetwork;

/// Names the level of test mode for those who start a server for their scripts. There is none for live
/// mode.
const TEST_VARIABLE: &str = "BONAFIDE_TEST_LIVENESS";

/// `[liveness]`: what a selfie is asked for, by mode and for accounts that differ.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LivenessConfig {
    test: Option<LivenessLevel>,
    live: Option<LivenessLevel>,
    /// Lets people choose the challenge without turns.
    distance_only: bool,
    accounts: BTreeMap<String, AccountConfig>,
    network: Option<NetworkConfig>,
}

/// `[liveness.network]`: a network of the operator's own, whose word is shown and decides nothing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NetworkConfig {
    file: PathBuf,
    sha256: String,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct AccountConfig {
    test: Option<LivenessLevel>,
    live: Option<LivenessLevel>,
}

impl LivenessConfig {
    /// The operator's own network, checked in form; its file is when it is loaded.
    pub(super) fn network(&self) -> anyhow::Result<Option<PresentationNetwork>> {
        let Some(network) = &self.network else {
            return Ok(None);
        };
        let sha256 = network.sha256.clone();
        ensure!(
            sha256.len() == 64 && sha256.chars().all(|digit| digit.is_ascii_hexdigit()),
            "liveness.network.sha256: write the 64 hexadecimal digits that `sha256sum FILE` prints"
        );
        Ok(Some(PresentationNetwork {
            path: network.file.clone(),
            sha256,
        }))
    }

    /// The levels, checked; that of test mode as the environment has it.
    pub(super) fn read(&self) -> anyhow::Result<Liveness> {
        let asked = std::env::var(TEST_VARIABLE).ok();
        self.read_with(asked.filter(|name| !name.is_empty()).as_deref())
    }

    fn read_with(&self, asked_for_test: Option<&str>) -> anyhow::Result<Liveness> {
        let usual = LivenessLevels::default();
        let asked_for_test = match asked_for_test {
            Some(name) => Some(LivenessLevel::parse(name).with_context(|| {
                format!("{TEST_VARIABLE} is {name:?}: write `none`, `passive` or `challenge`")
            })?),
            None => None,
        };
        let levels = LivenessLevels {
            test: asked_for_test.or(self.test).unwrap_or(usual.test),
            live: self.live.unwrap_or(usual.live),
        };
        let mut accounts = BTreeMap::new();
        for (id, account) in &self.accounts {
            let parsed = AccountId::parse(id);
            ensure!(
                parsed.is_some(),
                "liveness.accounts: {id:?} is no account's id"
            );
            let own = LivenessLevels {
                test: account.test.unwrap_or(levels.test),
                live: account.live.unwrap_or(levels.live),
            };
            accounts.extend(parsed.map(|id| (id, own)));
        }
        Ok(Liveness {
            levels,
            accounts,
            distance_only: self.distance_only,
        })
    }
}

#[cfg(test)]
mod tests {
    use figment::Figment;
    use figment::providers::{Format as _, Toml};

    use super::*;

    fn read(toml: &str) -> anyhow::Result<Liveness> {
        let config: LivenessConfig = Figment::from(Toml::string(toml)).extract()?;
        config.read_with(None)
    }

    #[test]
    fn accounts_have_levels_of_their_own() {
        let id = "acct_1234567890abcdef";
        let read = read(&format!(
            "live = \"passive\"\n[accounts.{id}]\ntest = \"challenge\""
        ))
        .unwrap();
        assert_eq!(read.levels.test, LivenessLevel::Challenge);
        assert_eq!(read.levels.live, LivenessLevel::Passive);
        let own = read.accounts.values().next().unwrap();
        assert_eq!(own.test, LivenessLevel::Challenge);
        assert_eq!(own.live, LivenessLevel::Passive);
    }

    #[test]
    fn scripts_lower_the_level_of_test_mode_alone() {
        let config = LivenessConfig::default();
        let read = config.read_with(Some("passive")).unwrap();
        assert_eq!(read.levels.test, LivenessLevel::Passive);
        assert_eq!(read.levels.live, LivenessLevel::Challenge);
        let refused = config.read_with(Some("off")).unwrap_err();
        assert!(refused.to_string().contains("`passive`"), "{refused}");
    }

    #[test]
    fn a_network_is_named_with_its_hash() {
        let network = |toml: &str| {
            let config: LivenessConfig = Figment::from(Toml::string(toml)).extract()?;
            config.network()
        };
        assert_eq!(network("").unwrap(), None);
        let sha256 = "0123456789abcdef".repeat(4);
        let named = format!("[network]\nfile = \"own.onnx\"\nsha256 = \"{sha256}\"");
        let found = network(&named).unwrap().unwrap();
        assert_eq!((found.path, found.sha256), ("own.onnx".into(), sha256));
        assert!(network("[network]\nfile = \"own.onnx\"").is_err());
        assert!(network("[network]\nfile = \"own.onnx\"\nsha256 = \"12\"").is_err());
    }

    #[test]
    fn mistakes_are_refused() {
        assert!(read("test = \"blink\"").is_err());
        assert!(read("[accounts.nobody]").is_err());
    }
}
