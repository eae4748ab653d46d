use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use store::{Store, StoreError, UnitOfWork};
use tokio::sync::Notify;

use crate::open;
use crate::readers::Readers;
use crate::shared_reads::SharedReads;
use crate::unit::Unit;
use crate::wake::wake;
use crate::writer::Writer;

/// Units that read at the same time; more wait.
const READERS: u32 = 4;

/// A SQLite database.
pub struct SqliteStore {
    writer: Writer,
    readers: Arc<Readers>,
    shared_reads: SharedReads,
    statements: Arc<AtomicU64>,
    jobs: Arc<Notify>,
}

impl SqliteStore {
    /// Opens the database at `path`, making and migrating it if need be. Refuses one that a newer
    /// version wrote. Errors carry an [`crate::OpenError`] as their source.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let writer = open::writer(path).await.map_err(StoreError::database)?;
        Ok(Self {
            writer: Writer::new(writer, path),
            readers: Readers::new(path, READERS),
            shared_reads: SharedReads::new(path),
            statements: Arc::default(),
            jobs: Arc::default(),
        })
    }

    /// How many statements units have run since it was opened; what is added in common counts as
    /// none.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// How many connections that read are in use, and how many rest.
    pub fn connections(&self) -> (usize, usize) {
        self.readers.count()
    }

    /// Ends reading, commits what is saved and empties the log into the database; for the end of a
    /// process. Not calling it loses nothing.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.readers.close().await;
        self.shared_reads.close().await;
        self.writer.close().await
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Ok(Box::new(Unit::writing(
            self.writer.clone(),
            self.shared_reads.clone(),
            Arc::clone(&self.statements),
            Arc::clone(&self.jobs),
        )))
    }

    async fn read(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Ok(Box::new(Unit::reading(
            Arc::clone(&self.readers),
            self.shared_reads.clone(),
            Arc::clone(&self.statements),
        )))
    }

    async fn notify(&self) {
        wake(&self.jobs);
    }

    async fn wait(&self, at_most: Duration) {
        // Other processes cannot notify this one: what they enqueue is found at the next look.
        let _notified_or_not = tokio::time::timeout(at_most, self.jobs.notified()).await;
    }
}
