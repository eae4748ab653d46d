use std::path::Path as FilePath;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{StreamExt as _, TryStreamExt as _};
use identity::Timestamp;
use measures::{BLOB_SECONDS, Timer};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt as _};

mod bucket;
mod error;
mod location;
mod unfinished;

pub use bucket::Bucket;
pub use error::BlobError;
pub use location::BlobLocation;

/// No call to a store elsewhere takes longer, with all its repetitions.
const ANSWER_WITHIN: Duration = Duration::from_mins(1);

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

impl Blobs {
    /// Blobs as files under a folder, which is made if it is missing and then closed to other
    /// users.
    pub fn local(folder: &FilePath) -> Result<Self, BlobError> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        let local = LocalFileSystem::new_with_prefix(folder)
            .map_err(BlobError::of)?
            .with_fsync(true);
        Ok(Self {
            store: Arc::new(local.clone()),
            local: Some(local),
        })
    }

    /// Blobs in memory, gone with the process; for tests.
    pub fn memory() -> Self {
        Self::remote(Arc::new(object_store::memory::InMemory::new()))
    }

    fn remote(store: Arc<dyn ObjectStore>) -> Self {
        Self { store, local: None }
    }

    /// Keeps bytes under a name, replacing what was there. When this returns they survive a power
    /// loss.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), BlobError> {
        let path = path(name)?;
        let put = async {
            let put = self.store.put(&path, bytes.into());
            self.in_time(put).await?.map_err(BlobError::of)?;
            Ok(())
        };
        timed("put", put).await
    }

    /// The bytes under a name.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, BlobError> {
        let path = path(name)?;
        let read = async { self.store.get(&path).await?.bytes().await };
        let get = async {
            match self.in_time(read).await? {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) => not_found(error).map(|()| None),
            }
        };
        timed("get", get).await
    }

    /// Deletes a blob; deleting what is not there is no error. When this returns it stays deleted
    /// after a power loss.
    pub async fn delete(&self, name: &str) -> Result<(), BlobError> {
        let path = path(name)?;
        let delete = async {
            match self.in_time(self.store.delete(&path)).await? {
                Ok(()) => self.sync_folder_of(&path).await,
                Err(error) => not_found(error),
            }
        };
        timed("delete", delete).await
    }

    /// Every blob, in no order, read from the store in pages: for finding those that no file names.
    pub fn entries(&self) -> BoxStream<'static, Result<BlobEntry, BlobError>> {
        let found = self.store.list(None).map_ok(|found| BlobEntry {
            name: found.location.to_string(),
            size: found.size,
            modified: Timestamp(found.last_modified.timestamp()),
        });
        found.map_err(BlobError::of).boxed()
    }

    /// [`Self::entries`] at once.
    pub async fn list(&self) -> Result<Vec<BlobEntry>, BlobError> {
        self.entries().try_collect().await
    }

    /// Whether the store keeps, gives back and deletes: leaves nothing under the name.
    pub async fn probe(&self, name: &str) -> Result<(), BlobError> {
        let bytes = name.as_bytes();
        self.put(name, bytes.to_vec()).await?;
        let read = self.get(name).await;
        self.delete(name).await?;
        if read?.as_deref() == Some(bytes) {
            return Ok(());
        }
        Err(BlobError::Failed {
            code: "what was just put does not come back".to_owned(),
        })
    }

    /// Deletes what puts that a crash cut off left beside a folder's blobs, if it is older than a
    /// moment; returns how many those were. Buckets keep nothing of the kind.
    pub async fn delete_unfinished(&self, before: Timestamp) -> Result<u64, BlobError> {
        let Some(local) = &self.local else {
            return Ok(0);
        };
        let folder = local
            .path_to_filesystem(&Path::from("x"))
            .map_err(BlobError::of)?;
        let deleting = tokio::task::spawn_blocking(move || match folder.parent() {
            Some(folder) => unfinished::delete(folder, before),
            None => Ok(0),
        });
        Ok(deleting.await.map_err(std::io::Error::other)??)
    }

    /// A folder's calls cannot be given up half-way, and end with the disk's own.
    async fn in_time<T>(
        &self,
        call: impl Future<Output = Result<T, Error>>,
    ) -> Result<Result<T, Error>, BlobError> {
        if self.local.is_some() {
            return Ok(call.await);
        }
        tokio::time::timeout(ANSWER_WITHIN, call)
            .await
            .map_err(|_| BlobError::timed_out())
    }

    async fn sync_folder_of(&self, path: &Path) -> Result<(), BlobError> {
        let Some(local) = &self.local else {
            return Ok(());
        };
        let file = local.path_to_filesystem(path).map_err(BlobError::of)?;
        let synced = tokio::task::spawn_blocking(move || match file.parent() {
            Some(folder) => std::fs::File::open(folder)?.sync_all(),
            None => Ok(()),
        });
        Ok(synced.await.map_err(std::io::Error::other)??)
    }
}

async fn timed<T>(
    operation: &'static str,
    call: impl Future<Output = Result<T, BlobError>>,
) -> Result<T, BlobError> {
    let timer = Timer::start();
    let answer = call.await;
    let outcome = if answer.is_ok() { "done" } else { "failed" };
    timer.record(&BLOB_SECONDS, &[operation, outcome]);
    answer
}

/// Passes on every error but that of a missing blob. A missing bucket is not one.
fn not_found(error: Error) -> Result<(), BlobError> {
    match error {
        Error::NotFound { .. } if !error::bucket_is_missing(&error) => Ok(()),
        error => Err(BlobError::of(error)),
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
mod tests;
