use std::process::ExitCode;

use clap::Args;

use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Migrate {
    #[command(flatten)]
    storage: StorageArguments,
}

impl Migrate {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let installation = Installation::new(&self.storage)?;
        installation.open().await?.close().await?;
        output::line(&format!("{} is up to date", installation.database()));
        Ok(ExitCode::SUCCESS)
    }
}
