use std::process::ExitCode;

use clap::Args;

use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Retention {
    /// Say what would be erased, and erase nothing.
    #[arg(long)]
    dry_run: bool,
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Retention {
    /// Applies the rules of the configuration file, as a worker does all the time.
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let opened = Installation::new(&self.storage)?.open().await?;
        let services = &opened.services;
        if services.settings.retention.is_empty() {
            output::note("no rule says how long anything is kept: see [[retention]] in the docs");
        }
        let expired = if self.dry_run {
            services.retention_due().await?
        } else {
            services.apply_retention().await?
        };
        for one in expired {
            let (kind, mode) = (one.kind.as_str(), one.scope.mode.as_str());
            if self.json {
                output::json(&serde_json::json!({
                    "account": one.scope.account,
                    "mode": mode,
                    "kind": kind,
                    "count": one.count,
                    "erased": !self.dry_run,
                }))?;
                continue;
            }
            let verb = if self.dry_run { "to erase" } else { "erased" };
            output::line(&format!(
                "{}  {mode}  {kind}  {} {verb}",
                one.scope.account, one.count
            ));
        }
        opened.close().await?;
        Ok(ExitCode::SUCCESS)
    }
}
