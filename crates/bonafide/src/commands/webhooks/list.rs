use clap::Args;
use identity::WebhookStatus;
use store::{Page, Scope};

use super::failing;
use crate::arguments::StorageArguments;
use crate::commands::keys::ModeArgument;
use crate::compose::Installation;
use crate::output;

#[derive(Args, Debug)]
pub(super) struct List {
    #[arg(long, value_enum, default_value = "test")]
    mode: ModeArgument,
    #[command(flatten)]
    storage: StorageArguments,
}

impl List {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let opened = Installation::new(&self.storage)?.open().await?;
        let mut unit = opened.services.store.read().await?;
        for account in unit.accounts().await? {
            let scope = Scope {
                account: account.id,
                mode: self.mode.into(),
            };
            let page = Page {
                limit: 100,
                cursor: None,
            };
            for record in unit.endpoints(&scope, &page).await?.items {
                let (endpoint, health) = (record.endpoint, record.health);
                let events = endpoint.enabled_events.join(",");
                output::line(&format!(
                    "{}  {:<8}  {}  {events}",
                    endpoint.id, endpoint.status, endpoint.url
                ));
                if endpoint.status == WebhookStatus::Enabled
                    && let Some(failing) = failing(&health, opened.services.now())
                {
                    output::line(&format!("    {failing}"));
                }
            }
        }
        drop(unit);
        opened.close().await
    }
}
