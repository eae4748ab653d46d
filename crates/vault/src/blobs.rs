use std::path::Path as FilePath;
use std::sync::Arc;

use bytes::Bytes;
use futures::TryStreamExt as _;
use identity::Timestamp;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt as _};
use thiserror::Error;

/// Where sealed pictures lie. Names are the caller's own: parts of letters, digits, `-` and `_`,
/// separated by `/`.
#[derive(Clone, Debug)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    /// The same store where it is a folder, whose deletions have to be made durable by hand.
    local: Option<LocalFileSystem>,
}

/// One blob in a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobEntry {
    /// Name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// When it was last put.
    pub modified: Timestamp,
}

/// Blob storage failed.
#[derive(Debug, Error)]
pub enum BlobError {
    /// Not a name as [`Blobs`] wants it.
    #[error("this cannot name a blob")]
    Name,
    /// The store refused or could not be reached.
    #[error("blob storage failed")]
    Store(#[from] Error),
    /// The folder could not be made or synced.
    #[error("the blob folder failed")]
    Folder(#[from] std::io::Error),
}

impl Blobs {
    /// Blobs as files under a folder, which is made if it is missing and then closed to other
    /// users.
    pub fn local(folder: &FilePath) -> Result<Self, BlobError> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        let local = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self {
            store: Arc::new(local.clone()),
            local: Some(local),
        })
    }

    /// Blobs in memory, gone with the process; for tests.
    pub fn memory() -> Self {
        Self {
            store: Arc::new(object_store::memory::InMemory::new()),
            local: None,
        }
    }

    /// Keeps bytes under a name, replacing what was there. When this returns they survive a power
    /// loss.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), BlobError> {
        self.store.put(&path(name)?, bytes.into()).await?;
        Ok(())
    }

    /// The bytes under a name.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, BlobError> {
        match self.store.get(&path(name)?).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes a blob; deleting what is not there is no error. When this returns it stays deleted
    /// after a power loss.
    pub async fn delete(&self, name: &str) -> Result<(), BlobError> {
        let path = path(name)?;
        match self.store.delete(&path).await {
            Ok(()) => self.sync_folder_of(&path).await,
            Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Every blob, in no order: for finding those that no file names.
    pub async fn list(&self) -> Result<Vec<BlobEntry>, BlobError> {
        let entries = self.store.list(None).map_ok(|found| BlobEntry {
            name: found.location.to_string(),
            size: found.size,
            modified: Timestamp(found.last_modified.timestamp()),
        });
        Ok(entries.try_collect().await?)
    }

    async fn sync_folder_of(&self, path: &Path) -> Result<(), BlobError> {
        let Some(local) = &self.local else {
            return Ok(());
        };
        let file = local.path_to_filesystem(path)?;
        let synced = tokio::task::spawn_blocking(move || match file.parent() {
            Some(folder) => std::fs::File::open(folder)?.sync_all(),
            None => Ok(()),
        });
        Ok(synced.await.map_err(std::io::Error::other)??)
    }
}

fn path(name: &str) -> Result<Path, BlobError> {
    let fits = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    if !name.split('/').all(fits) {
        return Err(BlobError::Name);
    }
    Path::parse(name).map_err(|_| BlobError::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn keeps_promises(blobs: &Blobs) {
        assert_eq!(blobs.get("vs_1/front").await.unwrap(), None);
        blobs.put("vs_1/front", vec![1, 2]).await.unwrap();
        blobs.put("vs_1/front", vec![3]).await.unwrap();
        blobs.put("vs_2/front", vec![]).await.unwrap();
        assert_eq!(
            blobs.get("vs_1/front").await.unwrap().unwrap().as_ref(),
            [3]
        );
        let mut listed = blobs.list().await.unwrap();
        listed.sort_by(|one, other| one.name.cmp(&other.name));
        let listed: Vec<_> = listed
            .iter()
            .map(|blob| (&blob.name[..], blob.size))
            .collect();
        assert_eq!(listed, [("vs_1/front", 1), ("vs_2/front", 0)]);
        blobs.delete("vs_1/front").await.unwrap();
        blobs.delete("vs_1/front").await.unwrap();
        assert_eq!(blobs.get("vs_1/front").await.unwrap(), None);
        assert_eq!(blobs.list().await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_folder_keeps_promises() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("blobs");
        keeps_promises(&Blobs::local(&inner).unwrap()).await;
        let reopened = Blobs::local(&inner).unwrap();
        assert!(reopened.get("vs_2/front").await.unwrap().is_some());
    }

    #[tokio::test]
    async fn memory_keeps_promises() {
        keeps_promises(&Blobs::memory()).await;
    }

    #[tokio::test]
    async fn names_that_lead_elsewhere_are_refused() {
        let blobs = Blobs::memory();
        for name in [
            "", "/", "../x", "a//b", "a/../b", "a/", "/a", "a b", "a.b", "a#1",
        ] {
            assert!(
                matches!(blobs.put(name, vec![]).await, Err(BlobError::Name)),
                "{name}"
            );
        }
    }
}
