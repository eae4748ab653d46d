use anyhow::{Context as _, ensure};
use identity::{AccountId, Mode};
use serde::Deserialize;
use sessions::RetentionRule;

use super::vault::seconds;

/// A retention rule as the configuration file writes it, under `[[retention]]`. Times are written
/// as `30d`, `12h` or `90s`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RetentionConfig {
    account: Option<String>,
    mode: Option<String>,
    pictures: Option<String>,
    biometrics: Option<String>,
    fields: Option<String>,
}

impl RetentionConfig {
    pub(super) fn rule(&self) -> anyhow::Result<RetentionRule> {
        let account = self.account.as_deref().map(|text| {
            AccountId::parse(text)
                .with_context(|| format!("retention.account {text} is no account, acct_…"))
        });
        let mode = self.mode.as_deref().map(|text| {
            Mode::parse(text).with_context(|| format!("retention.mode {text} is not test or live"))
        });
        let time = |name: &str, text: &Option<String>| {
            let Some(text) = text else { return Ok(None) };
            let time = seconds(text)
                .with_context(|| format!("retention.{name} is not a time like 30d or 12h"))?;
            ensure!(time > 0, "retention.{name} has to be longer than nothing");
            Ok(Some(time))
        };
        Ok(RetentionRule {
            account: account.transpose()?,
            mode: mode.transpose()?,
            pictures: time("pictures", &self.pictures)?,
            biometrics: time("biometrics", &self.biometrics)?,
            fields: time("fields", &self.fields)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_and_mistakes_told() {
        let config = RetentionConfig {
            mode: Some("live".to_owned()),
            pictures: Some("30d".to_owned()),
            fields: Some("12h".to_owned()),
            ..RetentionConfig::default()
        };
        let rule = config.rule().unwrap();
        assert_eq!(rule.pictures, Some(30 * 24 * 3600));
        assert_eq!((rule.biometrics, rule.fields), (None, Some(12 * 3600)));
        assert_eq!(rule.mode, Some(Mode::Live));
        for (account, mode, time) in [
            (Some("me"), None, "1d"),
            (None, Some("both"), "1d"),
            (None, None, "0d"),
            (None, None, "soon"),
        ] {
            let config = RetentionConfig {
                account: account.map(str::to_owned),
                mode: mode.map(str::to_owned),
                pictures: Some(time.to_owned()),
                ..RetentionConfig::default()
            };
            assert!(config.rule().is_err(), "{config:?}");
        }
    }
}
