mod pictures;
mod progress;
#[cfg(test)]
mod tests;

use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use clap::Args;
use serde_json::{Map, Value, json};
use store::moving::{self, NewRows as _};
use store_postgres::Filling;
use store_sqlite::{Exclusive, SqliteStore};
use vault::BlobLocation;

use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::database::Database;
use crate::output;
use progress::Lines;

#[derive(Args, Debug)]
pub(crate) struct Migrate {
    /// Move the embedded installation to this PostgreSQL database, which has to be empty.
    #[arg(long, value_name = "URL")]
    to: Option<String>,
    /// Copy the sealed pictures there too, `file:///PATH` or `s3://BUCKET/PREFIX`; by default they
    /// stay where they are.
    #[arg(long, value_name = "URL", requires = "to")]
    blobs_to: Option<String>,
    /// Copy root and epoch keys there; by default beside the copied pictures.
    #[arg(long, value_name = "URL", requires = "blobs_to")]
    keys_to: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Migrate {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        if self.json {
            output::to_stderr();
        }
        let installation = Installation::new(&self.storage)?;
        let summary = if let Some(to) = &self.to {
            self.move_to(&installation, to).await?
        } else {
            installation.open().await?.close().await?;
            let database = installation.database().to_string();
            output::line(&format!("{database} is up to date"));
            json!({"database": database, "up_to_date": true})
        };
        if self.json {
            output::json(&summary)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    async fn move_to(&self, installation: &Installation, to: &str) -> anyhow::Result<Value> {
        let Database::Postgres { address, .. } = Database::parse(to, None)? else {
            bail!("--to names a PostgreSQL database: postgres://USER:PASSWORD@HOST/DATABASE");
        };
        let file = installation
            .database()
            .file()
            .context("only an embedded database can be moved, and this one is on a server")?;
        ensure!(file.is_file(), "{} does not exist", file.display());
        let copies = self.copies(installation)?;
        // Brings it to this version first.
        let old = SqliteStore::open(file).await?;
        old.close().await?;
        drop(old);
        let old = Exclusive::open(file).await?;
        let mut old = old.with_context(|| {
            format!(
                "{} is in use: stop every server and worker, then do this again",
                file.display()
            )
        })?;
        let mut new = Filling::begin(&address).await?;
        let mut lines = Lines::new();
        let counts = moving::move_all(&mut old, &mut new, |progress| lines.show(progress)).await?;
        let mut summary = Map::new();
        for (what, from, to) in copies {
            let copied = pictures::copy(&from, &to)
                .await
                .with_context(|| format!("the {what} cannot be copied to {to}"))?;
            output::line(&format!("{what}: {copied} copied to {to} and read again"));
            summary.insert(
                what.to_owned(),
                json!({"to": to.to_string(), "copied": copied}),
            );
        }
        // Last: until now nothing is in the new database for anybody else.
        Box::new(new).keep().await?;
        old.close().await?;
        let rows: u64 = counts.iter().map(|(_, rows)| rows).sum();
        output::line(&format!(
            "the PostgreSQL database {address} has all {rows} rows of {}, read again and compared; \
             nothing was changed there. Start servers with --database-url and the same master key",
            file.display()
        ));
        let tables: Map<_, _> = counts
            .into_iter()
            .map(|(table, rows)| (table, json!(rows)))
            .collect();
        summary.insert("rows".to_owned(), json!(rows));
        summary.insert("tables".to_owned(), tables.into());
        Ok(summary.into())
    }

    /// What is to be copied from where to where, beside the database.
    fn copies(
        &self,
        installation: &Installation,
    ) -> anyhow::Result<Vec<(&'static str, BlobLocation, BlobLocation)>> {
        let Some(url) = &self.blobs_to else {
            return Ok(Vec::new());
        };
        let blobs = BlobLocation::parse(url)?;
        let keys = match &self.keys_to {
            Some(url) => BlobLocation::parse(url).context("the URL of the keys is not right")?,
            None => blobs.beside("keys"),
        };
        let copies = [
            ("pictures", installation.blobs().clone(), blobs),
            ("keys", installation.keys().clone(), keys),
        ];
        Ok(copies
            .into_iter()
            .filter(|(_, from, to)| from != to)
            .collect())
    }
}
