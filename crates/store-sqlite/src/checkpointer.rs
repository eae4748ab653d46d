//! Moves what is committed from the log into the database, beside those who write.
//!
//! SQLite would have the connection that commits do it every thousand pages, and everybody who waits
//! for the commit wait for that too. Here another connection does it, so that the one that writes
//! finds little left when the log has grown to [`open::LOG_PAGES`] and starts again from its beginning.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, Executor as _, SqliteConnection};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::open;

/// Units that are saved between two checkpoints.
const UNITS: usize = 64;

pub(crate) struct Checkpointer {
    options: SqliteConnectOptions,
    connection: Arc<Mutex<Option<SqliteConnection>>>,
    /// Units since the last checkpoint was begun.
    units: AtomicUsize,
}

impl Checkpointer {
    /// For a database that [`open::writer`] has opened.
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            options: open::checkpointing(path),
            connection: Arc::default(),
            units: AtomicUsize::new(0),
        }
    }

    /// Hears that so many units are committed, and begins a checkpoint if it is time for one and none
    /// is under way.
    pub(crate) fn committed(&self, units: usize) {
        if self.units.fetch_add(units, Ordering::Relaxed) + units < UNITS {
            return;
        }
        let Ok(mut connection) = Arc::clone(&self.connection).try_lock_owned() else {
            return;
        };
        self.units.store(0, Ordering::Relaxed);
        let options = self.options.clone();
        tokio::spawn(async move {
            // What fails is done by the connection that writes, as without all this.
            if checkpoint(&mut connection, &options).await.is_err() {
                *connection = None;
            }
        });
    }

    /// Waits for a checkpoint that is under way; none is begun while what this returns is held, for
    /// only one can go on at a time.
    pub(crate) async fn rest(&self) -> OwnedMutexGuard<Option<SqliteConnection>> {
        Arc::clone(&self.connection).lock_owned().await
    }

    /// Lets its connection go.
    pub(crate) async fn close(&self) {
        if let Some(connection) = self.connection.lock().await.take() {
            // A connection that cannot be closed in order is gone all the same.
            let _closed = connection.close().await;
        }
    }
}

async fn checkpoint(
    connection: &mut Option<SqliteConnection>,
    options: &SqliteConnectOptions,
) -> Result<(), sqlx::Error> {
    let opened = match connection.take() {
        Some(opened) => opened,
        None => SqliteConnection::connect_with(options).await?,
    };
    connection
        .insert(opened)
        .execute("PRAGMA wal_checkpoint(PASSIVE)")
        .await?;
    Ok(())
}
