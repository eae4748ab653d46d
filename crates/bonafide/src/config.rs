//! Settings from the configuration file; arguments and `BONAFIDE_…` variables override them.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use figment::Figment;
use figment::providers::{Format as _, Toml};
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Config {
    pub(crate) public_url: Option<String>,
    pub(crate) data_dir: Option<PathBuf>,
    pub(crate) database_url: Option<String>,
    pub(crate) blob_url: Option<String>,
    pub(crate) master_key_file: Option<PathBuf>,
    pub(crate) operator: OperatorConfig,
    pub(crate) worker: WorkerConfig,
    pub(crate) webhooks: WebhookConfig,
}

/// Who asks people to verify.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OperatorConfig {
    pub(crate) name: Option<String>,
    pub(crate) logo_url: Option<String>,
    pub(crate) accent: Option<String>,
    pub(crate) support_url: Option<String>,
    pub(crate) privacy_url: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct WorkerConfig {
    pub(crate) lease_seconds: Option<i64>,
    pub(crate) verifications: Option<usize>,
    pub(crate) deliveries: Option<usize>,
    pub(crate) processing_limit_seconds: Option<i64>,
}

/// Which networks webhooks may reach. A server that itself listens on loopback may reach both.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct WebhookConfig {
    pub(crate) allow_loopback: Option<bool>,
    pub(crate) allow_private: Option<bool>,
}

impl Config {
    /// Reads a file; without one everything has its default.
    pub(crate) fn read(file: Option<&Path>) -> anyhow::Result<Self> {
        let Some(file) = file else {
            return Ok(Self::default());
        };
        anyhow::ensure!(
            file.is_file(),
            "the configuration file {} is missing",
            file.display()
        );
        Figment::from(Toml::file_exact(file))
            .extract()
            .with_context(|| format!("the configuration file {} is not right", file.display()))
    }
}

/// A number from a `BONAFIDE_…` variable.
pub(crate) fn number_from_environment(name: &str) -> anyhow::Result<Option<i64>> {
    match std::env::var(name) {
        Ok(text) => {
            let number = text
                .parse()
                .with_context(|| format!("{name} is not a whole number"))?;
            Ok(Some(number))
        }
        Err(_) => Ok(None),
    }
}
