use clap::Args;
use identity::SigningSecrets;

use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::output;

const SECONDS_AN_HOUR: i64 = 3600;
const MOST_HOURS: i64 = SigningSecrets::LONGEST_OVERLAP / SECONDS_AN_HOUR;

#[derive(Args, Debug)]
pub(super) struct Rotate {
    /// Identifier, `we_…`.
    id: String,
    /// Hours for which the old secret signs beside the new one, 0 to 24.
    #[arg(long, value_name = "HOURS", default_value_t = MOST_HOURS,
          value_parser = clap::value_parser!(i64).range(0..=MOST_HOURS))]
    overlap: i64,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Rotate {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let opened = Installation::new(&self.storage)?.open().await?;
        let services = &opened.services;
        let mut unit = services.store.begin().await?;
        let record = super::find(unit.as_mut(), &self.id).await?;
        let mut secrets = services.endpoint_secrets(&record)?;
        let until = services.now().plus(self.overlap * SECONDS_AN_HOUR);
        secrets.rotate(services.random.as_ref(), until);
        unit.update_endpoint(&services.seal_endpoint(record.endpoint, &secrets)?)
            .await?;
        unit.save().await?;
        output::line(secrets.current());
        opened.close().await
    }
}
