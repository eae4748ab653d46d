use futures::{StreamExt as _, TryStreamExt as _};
use identity::Timestamp;
use vault::{BlobEntry, BlobError};

use crate::{Error, Worker};

const LEASE: &str = "orphans";
/// Blobs that are looked up at once.
const PAGE: usize = 500;
/// Seconds between two rounds at most.
const LONGEST_ROUND: i64 = 6 * 3600;

impl Worker {
    /// Seconds between two rounds: a blob is an orphan for not much longer than its grace.
    pub(crate) fn orphan_round(&self) -> i64 {
        (self.settings.orphan_grace / 4).clamp(1, LONGEST_ROUND)
    }

    /// Deletes blobs that no file names: of uploads that a crash cut off before their row was
    /// written, and of files that were forgotten while the store was away. Those of uploads under
    /// way are younger than the grace. One process at a time does this.
    pub(crate) async fn delete_orphans(&self) -> Result<(), Error> {
        let services = &self.services;
        let now = services.now();
        let mut unit = services.store.begin().await?;
        let until = now.plus(self.orphan_round());
        if !unit.hold_lease(LEASE, &self.name, now, until).await? {
            return Ok(());
        }
        unit.save().await?;

        let before = now.plus(-self.settings.orphan_grace);
        let mut deleted = services.blobs.delete_unfinished(before).await?;
        let old = services
            .blobs
            .entries()
            .try_filter(|entry| std::future::ready(is_collected(entry, before)))
            .map_ok(|entry| entry.name);
        let mut pages = old.try_chunks(PAGE);
        while let Some(page) = pages.next().await {
            let names = page.map_err(|failed| -> BlobError { failed.1 })?;
            let mut read = services.store.read().await?;
            let orphans = read.blobs_of_no_file(&names).await?;
            drop(read);
            for name in &orphans {
                services.blobs.delete(name).await?;
                deleted += 1;
            }
        }
        if deleted > 0 {
            tracing::info!(deleted, "pictures that no file names were deleted");
        }
        Ok(())
    }
}

/// Old enough, and of a kind that is kept here: what else lies in the same place is not ours.
fn is_collected(entry: &BlobEntry, before: Timestamp) -> bool {
    let ours = ["file_", "doctor/"];
    entry.modified < before && ours.iter().any(|prefix| entry.name.starts_with(prefix))
}
