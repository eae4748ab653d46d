//! Settings from the configuration file; arguments and `BONAFIDE_…` variables override them.

mod flow;
mod limits;
mod liveness;
mod operator;
mod page;
mod retention;
mod vault;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use checks::FalseMatchRate;
use figment::Figment;
use figment::providers::{Format as _, Toml};
use identity::{AccountId, VerificationFlow};
use serde::Deserialize;
use sessions::{Operator, RetentionRule};
use vision::PresentationNetwork;

use flow::FlowConfig;
pub(crate) use limits::LimitsConfig;
use liveness::LivenessConfig;
use operator::OperatorConfig;
use page::PageConfig;
use retention::RetentionConfig;
use vault::VaultConfig;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Config {
    pub(crate) public_url: Option<String>,
    pub(crate) data_dir: Option<PathBuf>,
    pub(crate) database_url: Option<String>,
    pub(crate) database_connections: Option<u32>,
    pub(crate) blob_url: Option<String>,
    pub(crate) key_url: Option<String>,
    pub(crate) master_key_file: Option<PathBuf>,
    pub(crate) master_key_command: Option<String>,
    /// Where metrics are served; nowhere by default.
    pub(crate) metrics_listen: Option<SocketAddr>,
    pub(crate) vault: VaultConfig,
    pub(crate) limits: LimitsConfig,
    /// How long what is kept; read with [`Config::retention`].
    retention: Vec<RetentionConfig>,
    /// What selfies are asked for; read with [`Config::liveness`].
    liveness: LivenessConfig,
    /// Who asks people to verify; read with [`Config::operator`].
    operator: OperatorConfig,
    /// How the person's page is offered; read with [`Config::page`].
    page: PageConfig,
    pub(crate) worker: WorkerConfig,
    pub(crate) webhooks: WebhookConfig,
    /// Networks of proxies whose `X-Forwarded-For` is believed.
    pub(crate) trusted_proxies: Vec<String>,
    /// What sessions can be created from; read with [`Config::flows`].
    verification_flows: Vec<FlowConfig>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct WorkerConfig {
    pub(crate) lease_seconds: Option<i64>,
    pub(crate) verifications: Option<usize>,
    pub(crate) deliveries: Option<usize>,
    pub(crate) processing_limit_seconds: Option<i64>,
    pub(crate) orphan_grace_seconds: Option<i64>,
    /// How often faces of different people may be taken for one person's.
    pub(crate) face_match_rate: Option<FalseMatchRate>,
}

/// Which networks webhooks may reach: both by default where the public URL names this machine alone
/// ([`crate::home`]), else neither.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct WebhookConfig {
    pub(crate) allow_loopback: Option<bool>,
    pub(crate) allow_private: Option<bool>,
}

impl Config {
    /// The retention rules, checked.
    pub(crate) fn retention(&self) -> anyhow::Result<Vec<RetentionRule>> {
        self.retention.iter().map(RetentionConfig::rule).collect()
    }

    /// What selfies are asked for, checked.
    pub(crate) fn liveness(&self) -> anyhow::Result<sessions::Liveness> {
        self.liveness.read()
    }

    /// A network of the operator's own that looks at selfies.
    pub(crate) fn presentation_network(&self) -> anyhow::Result<Option<PresentationNetwork>> {
        self.liveness.network()
    }

    /// Who asks people to verify, checked.
    pub(crate) fn operator(&self) -> anyhow::Result<Operator> {
        self.operator.usual()
    }

    /// Who asks people to verify in accounts that present themselves otherwise, checked.
    pub(crate) fn operators(&self) -> anyhow::Result<BTreeMap<AccountId, Operator>> {
        self.operator.of_accounts()
    }

    /// How the person's page is offered, checked.
    pub(crate) fn page(&self) -> anyhow::Result<sessions::PageSettings> {
        self.page.read()
    }

    /// The verification flows, checked.
    pub(crate) fn flows(&self) -> anyhow::Result<Vec<VerificationFlow>> {
        flow::read(&self.verification_flows)
    }

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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(toml: &str) -> anyhow::Result<Vec<VerificationFlow>> {
        let config: Config = Figment::from(Toml::string(toml)).extract()?;
        config.flows()
    }

    #[test]
    fn a_false_match_rate_is_one_that_is_calibrated() {
        let worker = |text: &str| -> anyhow::Result<Config> {
            Ok(Figment::from(Toml::string(text)).extract()?)
        };
        let config = worker("[worker]\nface_match_rate = 1e-5").unwrap();
        let stricter = config.worker.face_match_rate.unwrap();
        let shipped = checks::Policy::shipped().thresholds.face_match();
        assert!(stricter.cosine() > shipped);
        let refused = worker("[worker]\nface_match_rate = 0.5").unwrap_err();
        assert!(refused.to_string().contains("1e-5 to 1e-2"), "{refused}");
    }

    #[test]
    fn a_flow_says_what_is_checked() {
        let flows = read(
            r#"
            [[verification_flows]]
            id = "vf_adults"
            id_number = true
            document = { allowed_types = ["passport"], require_matching_selfie = true }
            email = { require_verification = true }
            matching = { name = "similar" }
            "#,
        )
        .unwrap();
        assert_eq!(flows[0].id, "vf_adults");
        assert_eq!(
            serde_json::to_value(&flows[0].options).unwrap(),
            json!({
                "document": {"allowed_types": ["passport"], "require_matching_selfie": true},
                "id_number": true,
                "email": {"require_verification": true},
                "matching": {"name": "similar"},
            })
        );
    }

    #[test]
    fn mistakes_in_flows_are_refused() {
        for (toml, said) in [
            ("[[verification_flows]]\nid = \"adults\"", "vf_"),
            (
                "[[verification_flows]]\nid = \"vf_1\"\n[[verification_flows]]\nid = \"vf_1\"",
                "two",
            ),
            (
                "[[verification_flows]]\nid = \"vf_1\"\ndocument = { selfie = true }",
                "selfie",
            ),
        ] {
            let error = format!("{:#}", read(toml).unwrap_err());
            assert!(error.contains(said), "{error}");
        }
    }
}
