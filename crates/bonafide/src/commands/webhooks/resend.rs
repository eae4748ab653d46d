use anyhow::Context as _;
use clap::Args;
use identity::EventId;

use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::output;

#[derive(Args, Debug)]
pub(super) struct Resend {
    /// Identifier, `evt_…`.
    event: String,
    /// Only to this endpoint, `we_…`; by default to every one that wants such events.
    #[arg(long, value_name = "ID")]
    endpoint: Option<String>,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Resend {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let opened = Installation::new(&self.storage)?.open().await?;
        let services = &opened.services;
        let mut unit = services.store.begin().await?;
        let event = match EventId::parse(&self.event) {
            Some(id) => unit.event_anywhere(&id).await?,
            None => None,
        };
        let event = event.with_context(|| format!("no event is called {}", self.event))?;
        let only = match &self.endpoint {
            Some(text) => Some(super::find(unit.as_mut(), text).await?.endpoint.id),
            None => None,
        };
        let count = services
            .resend(unit.as_mut(), &event, only.as_ref())
            .await?;
        anyhow::ensure!(
            count > 0,
            "no enabled endpoint wants {}: see `bonafide webhooks list`",
            event.event_type
        );
        unit.save().await?;
        output::line(&format!("{} goes out once more, to {count}", event.id));
        opened.close().await
    }
}
