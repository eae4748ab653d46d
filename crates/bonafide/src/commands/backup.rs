use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use clap::Args;

use crate::arguments::StorageArguments;
use crate::backup::{DATABASE, Entry, Manifest, PICTURES, make_folder, publish, write_durably};
use crate::compose::Installation;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Backup {
    /// Folder to make; it must not exist.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Backup {
    /// Copies the embedded database and its sealed pictures while servers go on.
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let installation = Installation::new(&self.storage)?;
        let database = installation.database().file().context(
            "a PostgreSQL database is backed up with its own programs: see docs/operations.md",
        )?;
        ensure!(database.is_file(), "{} does not exist", database.display());
        ensure!(!self.out.exists(), "{} exists already", self.out.display());
        let mut partial = OsString::from(&self.out);
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        if partial.exists() {
            // Of a backup that was cut off.
            std::fs::remove_dir_all(&partial)?;
        }
        make_folder(&partial)?;
        make_folder(&partial.join(PICTURES))?;

        let opened = installation.open().await?;
        let services = &opened.services;
        let begun = services.now();
        let copied = partial.join(DATABASE);
        let names = store_sqlite::copy(database, &copied).await?;
        let mut pictures = Vec::new();
        for name in &names.blobs {
            // Those that were deleted since are no loss.
            if let Some(sealed) = services.blobs.get(name).await? {
                write_durably(&partial.join(PICTURES).join(name), &sealed)?;
                pictures.push(Entry::of(name, &sealed));
            }
        }
        let database = Entry::of_file(DATABASE, &copied)?;
        let count = pictures.len();
        Manifest::new(begun.0, names.keys, database, pictures).write(&partial)?;
        publish(&partial, &self.out)?;
        output::line(&format!(
            "{} holds everything answered until now, with {count} pictures; the keys in {} are not \
             part of it",
            self.out.display(),
            installation.keys()
        ));
        if services.settings.epochs.backups == 0 {
            output::note(
                "vault.backups is not set: redactions count as complete although this backup can \
                 still be read. Set it to how long backups are used, 72h at most",
            );
        }
        opened.close().await?;
        Ok(ExitCode::SUCCESS)
    }
}
