//! Connections that cannot write.
//!
//! Each waits with a transaction begun, which takes its snapshot only at the first statement: a unit
//! that reads costs its statements and nothing more. What it read is let go after the answer.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, Executor as _, SqliteConnection};
use store::StoreError;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::failure::failure;
use crate::open;

pub(crate) struct Readers {
    options: SqliteConnectOptions,
    idle: Mutex<Vec<SqliteConnection>>,
    turns: Arc<Semaphore>,
    most: u32,
}

/// A connection on a snapshot of its own.
pub(crate) struct Reader {
    connection: Option<SqliteConnection>,
    turn: Option<OwnedSemaphorePermit>,
    used: bool,
    readers: Arc<Readers>,
}

impl Readers {
    /// Of a database that [`open::writer`] has opened, and so many at most.
    pub(crate) fn new(path: &Path, most: u32) -> Arc<Self> {
        Arc::new(Self {
            options: open::reading(path),
            idle: Mutex::default(),
            turns: Arc::new(Semaphore::new(most as usize)),
            most,
        })
    }

    pub(crate) async fn reader(self: &Arc<Self>) -> Result<Reader, StoreError> {
        let turn = Arc::clone(&self.turns).acquire_owned().await;
        let turn = turn.map_err(StoreError::database)?;
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.connect().await.map_err(failure)?,
        };
        Ok(Reader {
            connection: Some(connection),
            turn: Some(turn),
            used: false,
            readers: Arc::clone(self),
        })
    }

    /// How many connections are in use, and how many rest.
    pub(crate) fn count(&self) -> (usize, usize) {
        let turns = self.most as usize;
        let used = turns.saturating_sub(self.turns.available_permits());
        (used, self.idle().len())
    }

    /// Waits for those in use and closes them all.
    pub(crate) async fn close(&self) {
        let Ok(_all) = self.turns.acquire_many(self.most).await else {
            return;
        };
        self.turns.close();
        let idle = std::mem::take(&mut *self.idle());
        for connection in idle {
            // A connection that cannot be closed in order is gone all the same.
            let _closed = connection.close().await;
        }
    }

    async fn connect(&self) -> Result<SqliteConnection, sqlx::Error> {
        let mut connection = SqliteConnection::connect_with(&self.options).await?;
        connection.execute("BEGIN").await?;
        Ok(connection)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<SqliteConnection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reader {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        self.used = true;
        self.connection
            .as_mut()
            .expect("a reader holds its connection until it is dropped")
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else {
            return;
        };
        if !self.used {
            // It has no snapshot to let go.
            self.readers.idle().push(connection);
            return;
        }
        let Ok(runtime) = Handle::try_current() else {
            return;
        };
        let (turn, readers) = (self.turn.take(), Arc::clone(&self.readers));
        runtime.spawn(async move {
            if connection.execute("ROLLBACK; BEGIN").await.is_ok() {
                readers.idle().push(connection);
            }
            drop(turn);
        });
    }
}
