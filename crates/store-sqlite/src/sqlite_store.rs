use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::SqlitePool;
use store::{Store, StoreError, UnitOfWork};
use tokio::sync::Notify;

use crate::failure::failure;
use crate::open;
use crate::unit::Unit;
use crate::writer::Writer;

/// A SQLite database.
pub struct SqliteStore {
    writer: Writer,
    readers: SqlitePool,
    jobs: Notify,
}

impl SqliteStore {
    /// Opens the database at `path`, making and migrating it if need be. Refuses one that a newer
    /// version wrote. Errors carry an [`crate::OpenError`] as their source.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let writer = open::writer(path).await.map_err(StoreError::database)?;
        let readers = open::readers(path).await.map_err(StoreError::database)?;
        Ok(Self {
            writer: Writer::new(writer),
            readers,
            jobs: Notify::new(),
        })
    }

    /// Ends reading, commits what is saved and empties the log into the database; for the end of a
    /// process. Not calling it loses nothing.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.readers.close().await;
        self.writer.close().await
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Ok(Box::new(Unit::Write(self.writer.begin().await?)))
    }

    async fn read(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        let begun = self.readers.begin().await;
        let transaction = begun.map_err(|error| failure(Arc::new(error)))?;
        Ok(Box::new(Unit::Read(transaction)))
    }

    async fn notify(&self) {
        self.jobs.notify_waiters();
        // Kept for whoever is about to wait, having looked before the jobs were there.
        self.jobs.notify_one();
    }

    async fn wait(&self, at_most: Duration) {
        // Other processes cannot notify this one: what they enqueue is found at the next look.
        let _notified_or_not = tokio::time::timeout(at_most, self.jobs.notified()).await;
    }
}
