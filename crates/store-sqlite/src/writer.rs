//! The one connection that writes, and its group commit.
//!
//! Units run one after the other, each in a savepoint of a transaction that several units share.
//! A unit that saves releases its savepoint and waits; once those that were already queueing have
//! had their turn, one COMMIT, with one sync of the log to the disk, answers them all. `save` thus
//! returns only when the unit is on disk, and a hundred clients that wait cost one sync.

use std::sync::Arc;

use sqlx::{Executor as _, SqliteConnection};
use store::StoreError;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::failure::failure;

type Outcome = Result<(), Arc<sqlx::Error>>;

#[derive(Clone)]
pub(crate) struct Writer(Arc<Mutex<State>>);

struct State {
    connection: SqliteConnection,
    /// A transaction is open.
    open: bool,
    /// A savepoint of a unit is open.
    unit: bool,
    /// Units that saved and wait for the commit.
    group: Vec<oneshot::Sender<Outcome>>,
    /// Something was destroyed: the log has to go once it is committed.
    scrub: bool,
}

/// A unit that writes. Holds the connection until it is saved or dropped.
pub(crate) struct WriteUnit {
    state: Option<OwnedMutexGuard<State>>,
    scrub: bool,
}

impl Writer {
    pub(crate) fn new(connection: SqliteConnection) -> Self {
        Self(Arc::new(Mutex::new(State {
            connection,
            open: false,
            unit: false,
            group: Vec::new(),
            scrub: false,
        })))
    }

    /// Waits for its turn. Runs as a task of its own, as [`WriteUnit::save`] does, so that a
    /// caller who gives up half way leaves nothing half done.
    pub(crate) async fn begin(&self) -> Result<WriteUnit, StoreError> {
        let state = Arc::clone(&self.0);
        let begun = tokio::spawn(async move {
            let mut state = state.lock_owned().await;
            state.enter().await?;
            Ok(WriteUnit {
                state: Some(state),
                scrub: false,
            })
        });
        begun.await.map_err(StoreError::database)?
    }

    /// Commits what is saved and empties the log into the database.
    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        let mut state = self.0.lock().await;
        state.settle().await;
        state.truncate_log().await.map_err(StoreError::database)?;
        Ok(())
    }
}

impl WriteUnit {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        let state = self
            .state
            .as_mut()
            .expect("a unit holds the connection until it ends");
        &mut state.connection
    }

    pub(crate) fn scrub(&mut self) {
        self.scrub = true;
    }

    pub(crate) async fn save(mut self) -> Result<(), StoreError> {
        let Some(mut state) = self.state.take() else {
            return Ok(());
        };
        let scrub = self.scrub;
        let saved = tokio::spawn(async move {
            let committed = state.leave(scrub).await?;
            if state.group.len() == 1 {
                tokio::spawn(commit(Arc::clone(OwnedMutexGuard::mutex(&state))));
            }
            drop(state);
            let outcome = committed.await.map_err(StoreError::database)?;
            outcome.map_err(failure)
        });
        saved.await.map_err(StoreError::database)?
    }
}

impl Drop for WriteUnit {
    fn drop(&mut self) {
        if let (Some(mut state), Ok(runtime)) =
            (self.state.take(), tokio::runtime::Handle::try_current())
        {
            runtime.spawn(async move { state.undo_unit().await });
        }
    }
}

/// Commits for everybody who has saved; queues behind those who were waiting to begin.
async fn commit(state: Arc<Mutex<State>>) {
    state.lock().await.settle().await;
}

impl State {
    async fn enter(&mut self) -> Result<(), StoreError> {
        self.undo_unit().await;
        if !self.open {
            self.connection
                .execute("BEGIN IMMEDIATE")
                .await
                .map_err(|error| failure(Arc::new(error)))?;
            self.open = true;
        }
        self.unit = true;
        match self.connection.execute("SAVEPOINT unit").await {
            Ok(_) => Ok(()),
            Err(error) => Err(self.abandon(error).await),
        }
    }

    /// Ends a unit's savepoint, keeping its work; the receiver hears of the commit.
    async fn leave(&mut self, scrub: bool) -> Result<oneshot::Receiver<Outcome>, StoreError> {
        if let Err(error) = self.connection.execute("RELEASE unit").await {
            return Err(self.abandon(error).await);
        }
        self.unit = false;
        self.scrub |= scrub;
        let (sender, receiver) = oneshot::channel();
        self.group.push(sender);
        Ok(receiver)
    }

    /// Undoes the work of a unit that ended without being saved.
    async fn undo_unit(&mut self) {
        if !self.unit {
            return;
        }
        match self
            .connection
            .execute("ROLLBACK TO unit; RELEASE unit")
            .await
        {
            Ok(_) => self.unit = false,
            Err(error) => {
                self.abandon(error).await;
            }
        }
        // The database is other processes' too: nothing to commit, nothing to hold it for.
        if self.open && self.group.is_empty() {
            self.roll_back().await;
        }
    }

    async fn settle(&mut self) {
        self.undo_unit().await;
        if self.group.is_empty() {
            return;
        }
        match self.connection.execute("COMMIT").await {
            Ok(_) => {
                self.open = false;
                // Before the answer: who is told that something is destroyed may rely on it.
                if self.scrub {
                    self.scrub = !matches!(self.truncate_log().await, Ok(true));
                }
                self.answer(&Ok(()));
            }
            Err(error) => {
                self.abandon(error).await;
            }
        }
    }

    /// Gives the shared transaction up: a failing disk may have ended it already, and then no unit
    /// in it can be kept.
    async fn abandon(&mut self, error: sqlx::Error) -> StoreError {
        let error = Arc::new(error);
        self.answer(&Err(Arc::clone(&error)));
        self.roll_back().await;
        failure(error)
    }

    async fn roll_back(&mut self) {
        // Fails where the transaction is gone, which is what is wanted.
        let _gone = self.connection.execute("ROLLBACK").await;
        self.open = false;
        self.unit = false;
    }

    fn answer(&mut self, outcome: &Outcome) {
        for unit in self.group.drain(..) {
            // Nobody listens any more where the runtime shuts down.
            let _unheard = unit.send(outcome.clone());
        }
    }

    /// False where a reader still needs the log.
    async fn truncate_log(&mut self) -> Result<bool, sqlx::Error> {
        let busy: i64 = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)")
            .fetch_one(&mut self.connection)
            .await?;
        Ok(busy == 0)
    }
}

#[cfg(test)]
mod tests;
