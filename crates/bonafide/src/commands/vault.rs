//! The keys that seal everything: which there are, and turning them.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use jiff::Timestamp;
use store::KeyringKind;

use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Vault {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List the keys on the keyring, oldest first.
    List {
        /// One JSON object on one line.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// Begin a new epoch: wrap every data key under a new key, while servers go on. The old key is
    /// destroyed once no backup needs it any more.
    Rotate {
        #[command(flatten)]
        storage: StorageArguments,
    },
}

impl Vault {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.action {
            Action::List { json, storage } => list(&storage, json).await?,
            Action::Rotate { storage } => rotate(&storage).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(storage: &StorageArguments, json: bool) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let mut unit = opened.services.store.read().await?;
    let entries = unit.keyring().await?;
    drop(unit);
    let newest = entries
        .iter()
        .rfind(|entry| entry.kind == KeyringKind::Epoch)
        .map(|entry| entry.id.clone());
    for entry in entries {
        let current = newest.as_deref() == Some(&entry.id);
        if json {
            output::json(&serde_json::json!({
                "id": entry.id,
                "kind": entry.kind.as_str(),
                "created": entry.created.0,
                "current": current,
            }))?;
            continue;
        }
        let created = Timestamp::from_second(entry.created.0).context("a key's time is odd")?;
        let current = if current { "  in use" } else { "" };
        output::line(&format!(
            "{}  {}  {created}{current}",
            entry.kind.as_str(),
            entry.id
        ));
    }
    opened.close().await
}

async fn rotate(storage: &StorageArguments) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let services = &opened.services;
    let who = format!("vault-rotate/{}", std::process::id());
    let tended = services.turn_epoch(&who).await?;
    output::line(&format!(
        "a new epoch has begun: {} data keys were wrapped anew",
        tended.rewrapped
    ));
    if tended.kept > 0 {
        output::note(&format!(
            "{} older keys are kept until no backup needs them; a worker destroys them then",
            tended.kept
        ));
    }
    opened.close().await
}
