use anyhow::{Context as _, ensure};
use futures::{StreamExt as _, TryStreamExt as _};
use vault::{BlobLocation, Blobs};

/// How many are on their way at the same time.
const TOGETHER: usize = 8;

/// Copies everything that lies at a place, reads each copy again, and says how many those were. What
/// a run that was cut off has copied is compared, not copied again.
pub(super) async fn copy(from: &BlobLocation, to: &BlobLocation) -> anyhow::Result<u64> {
    let (from, to) = (from.open()?, to.open()?);
    let copied = from
        .entries()
        .map(|entry| {
            let (from, to) = (&from, &to);
            async move { copy_one(from, to, &entry?.name).await }
        })
        .buffer_unordered(TOGETHER)
        .try_fold(0, async |count, copied| Ok(count + u64::from(copied)));
    copied.await
}

/// False where it was deleted meanwhile.
async fn copy_one(from: &Blobs, to: &Blobs, name: &str) -> anyhow::Result<bool> {
    let Some(bytes) = from.get(name).await? else {
        return Ok(false);
    };
    if to.get(name).await?.as_ref() == Some(&bytes) {
        return Ok(true);
    }
    to.put(name, bytes.to_vec()).await?;
    let copy = to.get(name).await?;
    let copy = copy.with_context(|| format!("{name} was put there and is missing"))?;
    ensure!(
        copy == bytes,
        "{name} does not come back as it was put there"
    );
    Ok(true)
}
