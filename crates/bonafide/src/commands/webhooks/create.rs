use clap::Args;
use identity::{
    EventType, Metadata, SigningSecrets, WebhookEndpoint, WebhookEndpointId, WebhookStatus,
};

use crate::arguments::StorageArguments;
use crate::commands::keys::ModeArgument;
use crate::compose::Installation;
use crate::{accounts, output};

#[derive(Args, Debug)]
pub(super) struct Create {
    url: String,
    #[arg(long, value_enum, default_value = "test")]
    mode: ModeArgument,
    /// Event types, or `*`.
    #[arg(long, value_delimiter = ',', default_value = "*", value_name = "TYPE")]
    events: Vec<String>,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Create {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let installation = Installation::new(&self.storage)?;
        outbound::Client::new(installation.address_policy(None)).check_url(&self.url)?;
        for event in &self.events {
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
            mode: self.mode.into(),
            created: services.now(),
            url: self.url,
            description: None,
            enabled_events: self.events,
            metadata: Metadata::new(),
            status: WebhookStatus::Enabled,
            api_version: None,
        };
        let secrets = SigningSecrets::generate(random);
        unit.insert_endpoint(&services.seal_endpoint(endpoint, &secrets)?)
            .await?;
        unit.save().await?;
        output::line(secrets.current());
        opened.close().await
    }
}
