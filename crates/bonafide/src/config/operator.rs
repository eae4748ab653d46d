use std::collections::BTreeMap;

use anyhow::{Context as _, ensure};
use identity::AccountId;
use serde::Deserialize;
use sessions::Operator;
use url::Url;

/// What is called so where nobody says otherwise.
const UNNAMED: &str = "Bonafide";

/// `[operator]`: who asks people to verify, and for accounts that present themselves differently.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OperatorConfig {
    name: Option<String>,
    logo_url: Option<String>,
    accent: Option<String>,
    support_url: Option<String>,
    privacy_url: Option<String>,
    accounts: BTreeMap<String, BrandConfig>,
}

/// `[operator.accounts.acct_…]`: what is left out is as for everybody.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct BrandConfig {
    name: Option<String>,
    logo_url: Option<String>,
    accent: Option<String>,
    support_url: Option<String>,
    privacy_url: Option<String>,
}

impl OperatorConfig {
    pub(super) fn usual(&self) -> anyhow::Result<Operator> {
        let name = self.name.clone().unwrap_or_else(|| UNNAMED.to_owned());
        let operator = Operator {
            name,
            logo_url: self.logo_url.clone(),
            accent: self.accent.clone(),
            support_url: self.support_url.clone(),
            privacy_url: self.privacy_url.clone(),
        };
        check(&operator).context("operator")?;
        Ok(operator)
    }

    pub(super) fn of_accounts(&self) -> anyhow::Result<BTreeMap<AccountId, Operator>> {
        let usual = self.usual()?;
        let mut operators = BTreeMap::new();
        for (id, own) in &self.accounts {
            let account = AccountId::parse(id)
                .with_context(|| format!("operator.accounts: {id:?} is no account's id"))?;
            let operator = own.over(&usual);
            check(&operator).with_context(|| format!("operator.accounts.{id}"))?;
            operators.insert(account, operator);
        }
        Ok(operators)
    }
}

impl BrandConfig {
    fn over(&self, usual: &Operator) -> Operator {
        let or =
            |own: &Option<String>, usual: &Option<String>| own.clone().or_else(|| usual.clone());
        Operator {
            name: self.name.clone().unwrap_or_else(|| usual.name.clone()),
            logo_url: or(&self.logo_url, &usual.logo_url),
            accent: or(&self.accent, &usual.accent),
            support_url: or(&self.support_url, &usual.support_url),
            privacy_url: or(&self.privacy_url, &usual.privacy_url),
        }
    }
}

fn check(operator: &Operator) -> anyhow::Result<()> {
    address("logo_url", operator.logo_url.as_deref(), &["https", "http"])?;
    address(
        "support_url",
        operator.support_url.as_deref(),
        &["https", "http", "mailto"],
    )?;
    address(
        "privacy_url",
        operator.privacy_url.as_deref(),
        &["https", "http"],
    )?;
    let is_drawing = operator.logo_url.as_deref().is_some_and(|logo| {
        let path = logo.split(['?', '#']).next().unwrap_or_default();
        path.to_ascii_lowercase().ends_with(".svg")
    });
    ensure!(
        !is_drawing,
        "logo_url: an SVG can hold scripts and links: use PNG, JPEG or WebP"
    );
    if let Some(accent) = &operator.accent {
        let digits = accent.strip_prefix('#').unwrap_or_default();
        ensure!(
            digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit()),
            "accent: {accent:?} is no colour: write \"#rrggbb\""
        );
    }
    Ok(())
}

fn address(name: &str, text: Option<&str>, schemes: &[&str]) -> anyhow::Result<()> {
    let Some(text) = text else { return Ok(()) };
    let parsed = Url::parse(text).with_context(|| format!("{name}: {text:?} is no URL"))?;
    ensure!(
        schemes.contains(&parsed.scheme()),
        "{name}: {text:?} is none of {}",
        schemes.join(", ")
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use figment::Figment;
    use figment::providers::{Format as _, Toml};

    use super::*;

    fn read(toml: &str) -> anyhow::Result<BTreeMap<AccountId, Operator>> {
        let config: OperatorConfig = Figment::from(Toml::string(toml)).extract()?;
        config.of_accounts()
    }

    #[test]
    fn an_account_says_what_differs() {
        let brands = read(
            "name = \"Example\"\naccent = \"#0f766e\"\n\
             [accounts.acct_1234567890abcdef]\nname = \"Other\"\n",
        )
        .unwrap();
        let other = brands.values().next().unwrap();
        assert_eq!(other.name, "Other");
        assert_eq!(other.accent.as_deref(), Some("#0f766e"));
    }

    #[test]
    fn mistakes_are_refused() {
        for wrong in [
            "accent = \"teal\"",
            "accent = \"#12345g\"",
            "logo_url = \"https://cdn.example.com/logo.SVG?v=2\"",
            "logo_url = \"data:image/png;base64,AA\"",
            "support_url = \"javascript:alert(1)\"",
            "privacy_url = \"privacy.html\"",
            "[accounts.nobody]",
            "[accounts.acct_1234567890abcdef]\ncolour = \"red\"",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
