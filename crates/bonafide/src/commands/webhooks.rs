mod create;
mod list;
mod resend;
mod rotate;

use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use identity::{EndpointHealth, Mode, Timestamp, WebhookEndpointId};
use store::{EndpointRecord, Scope, UnitOfWork};

#[derive(Args, Debug)]
pub(crate) struct Webhooks {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Create an endpoint and print its signing secret, this once.
    Create(create::Create),
    /// List endpoints.
    List(list::List),
    /// Replace an endpoint's signing secret and print the new one, this once.
    Rotate(rotate::Rotate),
    /// Deliver an event once more.
    Resend(resend::Resend),
}

impl Webhooks {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.action {
            Action::Create(create) => create.run().await?,
            Action::List(list) => list.run().await?,
            Action::Rotate(rotate) => rotate.run().await?,
            Action::Resend(resend) => resend.run().await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// What is to say of an endpoint that keeps failing.
pub(crate) fn failing(health: &EndpointHealth, now: Timestamp) -> Option<String> {
    if !health.keeps_failing() {
        return None;
    }
    let since = health.failing_since.map_or(0, |since| now.0 - since.0);
    let next = match health.held_until {
        Some(until) if until > now => format!("the next try comes in {} s", until.0 - now.0),
        _ => "the next try comes with the next delivery".to_owned(),
    };
    Some(format!(
        "keeps failing: {} tries in {since} s, none taken; {next}",
        health.failures
    ))
}

/// The endpoint of this identifier, whatever its account and mode.
async fn find(unit: &mut dyn UnitOfWork, text: &str) -> anyhow::Result<EndpointRecord> {
    if let Some(id) = WebhookEndpointId::parse(text) {
        for account in unit.accounts().await? {
            for mode in [Mode::Test, Mode::Live] {
                let scope = Scope {
                    account: account.id.clone(),
                    mode,
                };
                if let Some(record) = unit.endpoint(&scope, &id).await? {
                    return Ok(record);
                }
            }
        }
    }
    None.with_context(|| format!("no endpoint is called {text}: see `bonafide webhooks list`"))
}
