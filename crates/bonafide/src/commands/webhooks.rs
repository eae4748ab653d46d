use std::process::ExitCode;

use clap::{Args, Subcommand};
use identity::{EventType, Metadata, Mode, WebhookEndpoint, WebhookEndpointId, WebhookStatus};
use store::{Page, Scope};

use super::keys::ModeArgument;
use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::{accounts, output};

#[derive(Args, Debug)]
pub(crate) struct Webhooks {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Create an endpoint and print its signing secret, this once.
    Create {
        url: String,
        #[arg(long, value_enum, default_value = "test")]
        mode: ModeArgument,
        /// Event types, or `*`.
        #[arg(long, value_delimiter = ',', default_value = "*", value_name = "TYPE")]
        events: Vec<String>,
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// List endpoints.
    List {
        #[arg(long, value_enum, default_value = "test")]
        mode: ModeArgument,
        #[command(flatten)]
        storage: StorageArguments,
    },
}

impl Webhooks {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.action {
            Action::Create {
                url,
                mode,
                events,
                storage,
            } => {
                create(&storage, url, mode.into(), events).await?;
            }
            Action::List { mode, storage } => list(&storage, mode.into()).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn create(
    storage: &StorageArguments,
    url: String,
    mode: Mode,
    events: Vec<String>,
) -> anyhow::Result<()> {
    let installation = Installation::new(storage)?;
    outbound::Client::new(installation.address_policy(None)).check_url(&url)?;
    for event in &events {
        anyhow::ensure!(
            event == "*" || EventType::parse(event).is_some(),
            "{event} is not an event type: use * or identity.verification_session.verified, …",
        );
    }
    let opened = installation.open().await?;
    let services = &opened.services;
    let mut unit = services.store.begin().await?;
    let account = accounts::default_account(services, unit.as_mut()).await?;
    let random = services.random.as_ref();
    let endpoint = WebhookEndpoint {
        id: WebhookEndpointId::generate(random),
        account: account.id,
        mode,
        created: services.now(),
        url,
        description: None,
        enabled_events: events,
        metadata: Metadata::new(),
        status: WebhookStatus::Enabled,
        api_version: None,
    };
    let secret = WebhookEndpoint::generate_secret(random);
    unit.insert_endpoint(&services.seal_endpoint(endpoint, &secret))
        .await?;
    unit.save().await?;
    output::line(&secret);
    opened.close().await?;
    Ok(())
}

async fn list(storage: &StorageArguments, mode: Mode) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let mut unit = opened.services.store.read().await?;
    for account in unit.accounts().await? {
        let scope = Scope {
            account: account.id,
            mode,
        };
        let page = Page {
            limit: 100,
            cursor: None,
        };
        for record in unit.endpoints(&scope, &page).await?.items {
            let endpoint = record.endpoint;
            let events = endpoint.enabled_events.join(",");
            output::line(&format!(
                "{}  {:<8}  {}  {events}",
                endpoint.id, endpoint.status, endpoint.url
            ));
        }
    }
    drop(unit);
    opened.close().await?;
    Ok(())
}
