//! Erasure receipts: proofs that sessions are gone.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use identity::{Mode, SessionId};
use sessions::{check_receipt, key_of_jwk, receipt_jwk};
use store::{ErasureReceiptRecord, Scope, UnitOfWork};

use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::output;

/// Receipts read at a time.
const PAGE: u32 = 500;

#[derive(Args, Debug)]
pub(crate) struct Receipts {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Print the receipt of a redacted session, a JSON Web Signature.
    Show {
        /// Identifier, `vs_…`.
        session: String,
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// Print every receipt, one a line, oldest first.
    Export {
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// Print the public key that receipts are checked with, a JSON Web Key.
    Key {
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// Check a receipt and print what it says: no server, no store.
    Verify {
        /// File of the receipt; `-` for standard input.
        receipt: PathBuf,
        /// File of the public key, as `receipts key` prints it.
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
}

impl Receipts {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.action {
            Action::Show { session, storage } => show(&storage, &session).await?,
            Action::Export { storage } => export(&storage).await?,
            Action::Key { storage } => key(&storage).await?,
            Action::Verify { receipt, key } => verify(&receipt, &key)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn show(storage: &StorageArguments, text: &str) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let mut unit = opened.services.store.read().await?;
    let found = find(unit.as_mut(), text).await?;
    drop(unit);
    let found = found.with_context(|| {
        format!("there is no receipt of {text}: it is not redacted, or not completely yet")
    })?;
    output::line(&found.receipt);
    opened.close().await
}

async fn find(
    unit: &mut dyn UnitOfWork,
    text: &str,
) -> anyhow::Result<Option<ErasureReceiptRecord>> {
    let Some(session) = SessionId::parse(text) else {
        return Ok(None);
    };
    for account in unit.accounts().await? {
        for mode in [Mode::Test, Mode::Live] {
            let scope = Scope {
                account: account.id.clone(),
                mode,
            };
            if let Some(found) = unit.erasure_receipt(&scope, &session).await? {
                return Ok(Some(found));
            }
        }
    }
    Ok(None)
}

async fn export(storage: &StorageArguments) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let mut last = None;
    loop {
        let mut unit = opened.services.store.read().await?;
        let page = unit.erasure_receipts(last.as_ref(), PAGE).await?;
        drop(unit);
        for record in &page {
            output::line(&record.receipt);
        }
        match page.last() {
            Some(record) => last = Some(record.session.clone()),
            None => break,
        }
    }
    opened.close().await
}

async fn key(storage: &StorageArguments) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let public = opened.services.vault.receipt_key().public();
    output::json(&receipt_jwk(&public))?;
    opened.close().await
}

fn verify(receipt: &Path, key: &Path) -> anyhow::Result<()> {
    let jwk = std::fs::read(key).with_context(|| format!("{} cannot be read", key.display()))?;
    let public = serde_json::from_slice(&jwk)
        .ok()
        .and_then(|jwk| key_of_jwk(&jwk))
        .with_context(|| format!("{} holds no public key of receipts", key.display()))?;
    let mut text = String::new();
    if receipt == Path::new("-") {
        std::io::stdin().read_to_string(&mut text)?;
    } else {
        text = std::fs::read_to_string(receipt)
            .with_context(|| format!("{} cannot be read", receipt.display()))?;
    }
    let said = check_receipt(&text, &public)?;
    output::json(&said)
}
