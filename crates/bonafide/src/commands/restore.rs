use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use clap::Args;
use identity::{RequestOrigin, SessionId};
use sessions::{Services, check_receipt};
use store::UnitOfWork;

use crate::arguments::StorageArguments;
use crate::backup::{DATABASE, Manifest, PICTURES, write_durably};
use crate::compose::Installation;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Restore {
    /// Folder that `bonafide backup` made.
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// Receipts of what was redacted since, one a line, as `bonafide receipts export` prints them:
    /// these sessions are redacted again.
    #[arg(long, value_name = "FILE")]
    receipts: Option<PathBuf>,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Restore {
    /// Puts a backup where there is nothing yet.
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let installation = Installation::new(&self.storage)?;
        let manifest = Manifest::read_checked(&self.from)?;
        let database = installation
            .database()
            .file()
            .context("a backup is restored to an embedded database; move it from there")?
            .to_owned();
        ensure!(
            !database.exists(),
            "{} exists already: restore to an empty data folder",
            database.display()
        );
        installation.make_folders()?;
        let blobs = installation.open_blobs()?;
        for entry in &manifest.pictures {
            let sealed = std::fs::read(self.from.join(PICTURES).join(&entry.name))?;
            blobs.put(&entry.name, sealed).await?;
        }
        // The database last: without it there is no installation, and restoring can be tried again.
        let copied = database.with_extension("restored");
        if copied.exists() {
            std::fs::remove_file(&copied)?;
        }
        write_durably(&copied, &std::fs::read(self.from.join(DATABASE))?)?;
        std::fs::rename(&copied, &database)?;
        output::line(&format!(
            "restored what was answered before {} by version {}, with {} pictures",
            jiff::Timestamp::from_second(manifest.created)?,
            manifest.version,
            manifest.pictures.len()
        ));
        let opened = installation.open().await.with_context(|| {
            format!(
                "the backup is in place and cannot be read yet: it needs the master key, and in {} \
                 the keys {}",
                installation.keys(),
                manifest.keys.join(", ")
            )
        })?;
        match &self.receipts {
            Some(file) => {
                let count = redact_again(&opened.services, file).await?;
                output::line(&format!("{count} sessions were redacted again"));
            }
            None => output::note(
                "sessions that were redacted after the backup are back; where receipts of them are \
                 left (`bonafide receipts export`), restore with --receipts FILE",
            ),
        }
        opened.close().await?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn redact_again(services: &Services, file: &Path) -> anyhow::Result<u64> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let public = services.vault.receipt_key().public();
    let mut count = 0;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let receipt = check_receipt(line, &public)
            .with_context(|| format!("{}, line {}", file.display(), number + 1))?;
        let session = SessionId::parse(&receipt.sub).context("the receipt names no session")?;
        let mut unit = services.store.begin().await?;
        if redact(services, unit.as_mut(), &session).await? {
            unit.save().await?;
            count += 1;
        }
    }
    Ok(count)
}

/// False where there is nothing to redact.
async fn redact(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    session: &SessionId,
) -> anyhow::Result<bool> {
    let Some(mut opened_session) = services.find_anywhere(unit, session).await? else {
        return Ok(false);
    };
    if opened_session.session.redaction.is_some() {
        return Ok(false);
    }
    services
        .redact(unit, &mut opened_session, RequestOrigin::default())
        .await?;
    Ok(true)
}
