//! The one connection that writes, and its group commit.
//!
//! Units run one after the other, each in a savepoint of a transaction that several units share.
//! A unit that saves releases its savepoint and waits; once those that were already queueing have
//! had their turn, one COMMIT, with one sync of the log to the disk, answers them all. `save` thus
//! returns only when the unit is on disk, and a hundred clients that wait cost one sync.
//!
//! Units that do nothing but add need no turn: what they add waits in a queue, and is added in
//! common, in one savepoint. Where that fails, each gets a savepoint of its own.

use std::path::Path;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use measures::{STORE_COMMIT_UNITS, Tally};
use sqlx::{Executor as _, SqliteConnection};
use store::StoreError;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};
use tokio::time::Instant;

use crate::checkpointer::Checkpointer;
use crate::deferred_insert::{self, DeferredInsert};
use crate::failure::failure;

/// For how long the log is tried to be truncated while another process moves it, and how often.
const TRUNCATED_WITHIN: Duration = Duration::from_millis(500);
const BETWEEN_TRUNCATIONS: Duration = Duration::from_millis(50);

type Outcome = Result<(), Arc<sqlx::Error>>;

#[derive(Clone)]
pub(crate) struct Writer {
    state: Arc<Mutex<State>>,
    queue: Arc<std::sync::Mutex<Vec<Adding>>>,
}

/// A unit that does nothing but add.
struct Adding {
    additions: Vec<DeferredInsert>,
    tally: Tally,
    answer: oneshot::Sender<Result<oneshot::Receiver<Outcome>, StoreError>>,
}

struct State {
    connection: SqliteConnection,
    checkpointer: Checkpointer,
    /// A transaction is open.
    open: bool,
    /// A savepoint of a unit is open.
    unit: bool,
    /// Units that saved and wait for the commit.
    group: Vec<oneshot::Sender<Outcome>>,
    /// What they do.
    tally: Tally,
    /// Something was destroyed: the log has to go once it is committed.
    scrub: bool,
}

/// A unit that writes. Holds the connection until it is saved or dropped.
pub(crate) struct WriteUnit {
    state: Option<OwnedMutexGuard<State>>,
    scrub: bool,
}

impl Writer {
    /// On a connection that [`open::writer`](crate::open::writer) has opened to the database at
    /// `path`.
    pub(crate) fn new(connection: SqliteConnection, path: &Path) -> Self {
        let state = State {
            connection,
            checkpointer: Checkpointer::new(path),
            open: false,
            unit: false,
            group: Vec::new(),
            tally: Tally::default(),
            scrub: false,
        };
        Self {
            state: Arc::new(Mutex::new(state)),
            queue: Arc::default(),
        }
    }

    /// Waits for its turn. Runs as a task of its own, as [`WriteUnit::save`] does, so that a
    /// caller who gives up half way leaves nothing half done.
    pub(crate) async fn begin(&self) -> Result<WriteUnit, StoreError> {
        let state = Arc::clone(&self.state);
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

    /// Adds all of it or nothing; returns when it is on disk.
    pub(crate) async fn add(
        &self,
        additions: Vec<DeferredInsert>,
        tally: Tally,
    ) -> Result<(), StoreError> {
        let (answer, added) = oneshot::channel();
        let first = {
            let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.push(Adding {
                additions,
                tally,
                answer,
            });
            queue.len() == 1
        };
        if first {
            tokio::spawn(self.clone().add_queue());
        }
        let committed = added.await.map_err(StoreError::database)??;
        let outcome = committed.await.map_err(StoreError::database)?;
        outcome.map_err(failure)
    }

    /// Adds for everybody who is in the queue by the time that its turn comes, and commits.
    async fn add_queue(self) {
        let mut state = self.state.lock().await;
        let queue = std::mem::take(&mut *self.queue.lock().unwrap_or_else(PoisonError::into_inner));
        state.add_all(queue).await;
        state.settle().await;
    }

    /// Commits what is saved and empties the log into the database.
    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        let mut state = self.state.lock().await;
        state.settle().await;
        state.truncate_log().await.map_err(failure)?;
        state.checkpointer.close().await;
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

    pub(crate) async fn save(mut self, tally: Tally) -> Result<(), StoreError> {
        let Some(mut state) = self.state.take() else {
            return Ok(());
        };
        let scrub = self.scrub;
        let saved = tokio::spawn(async move {
            let committed = state.leave(scrub).await?;
            state.tally.join(tally);
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
                .map_err(failure)?;
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
        Ok(self.hear())
    }

    /// Hears of the commit.
    fn hear(&mut self) -> oneshot::Receiver<Outcome> {
        let (sender, receiver) = oneshot::channel();
        self.group.push(sender);
        receiver
    }

    async fn add_all(&mut self, queue: Vec<Adding>) {
        let together: Vec<&DeferredInsert> =
            queue.iter().flat_map(|unit| &unit.additions).collect();
        let mut receivers = Vec::new();
        if self
            .add_one(&together, queue.len(), &mut receivers)
            .await
            .is_ok()
        {
            for (unit, receiver) in queue.into_iter().zip(receivers) {
                self.tally.join(unit.tally);
                // Whoever gave up is served all the same.
                let _unheard = unit.answer.send(Ok(receiver));
            }
            return;
        }
        for unit in queue {
            let additions: Vec<&DeferredInsert> = unit.additions.iter().collect();
            let mut receivers = Vec::new();
            let added = self.add_one(&additions, 1, &mut receivers).await;
            if added.is_ok() {
                self.tally.join(unit.tally);
            }
            let committed = added.and_then(|()| {
                let receiver = receivers.pop();
                receiver.ok_or_else(|| StoreError::database(sqlx::Error::WorkerCrashed))
            });
            let _unheard = unit.answer.send(committed);
        }
    }

    /// Adds rows in a savepoint, for this many who want to hear of the commit.
    async fn add_one(
        &mut self,
        additions: &[&DeferredInsert],
        units: usize,
        receivers: &mut Vec<oneshot::Receiver<Outcome>>,
    ) -> Result<(), StoreError> {
        self.enter().await?;
        let added = if units == 1 {
            self.add_singly(additions).await
        } else {
            deferred_insert::insert_all(&mut self.connection, additions).await
        };
        if let Err(error) = added {
            self.undo_unit().await;
            return Err(error);
        }
        receivers.push(self.leave(false).await?);
        for _ in 1..units {
            receivers.push(self.hear());
        }
        Ok(())
    }

    async fn add_singly(&mut self, additions: &[&DeferredInsert]) -> Result<(), StoreError> {
        for addition in additions {
            addition.insert(&mut self.connection).await?;
        }
        Ok(())
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
                let units = self.group.len();
                STORE_COMMIT_UNITS.record(&[], units as f64);
                // Before the answer: who is told that something is destroyed may rely on it.
                if self.scrub {
                    self.scrub = !matches!(self.truncate_log().await, Ok(true));
                }
                self.answer(&Ok(()));
                self.checkpointer.committed(units);
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
        let tally = std::mem::take(&mut self.tally);
        if outcome.is_ok() {
            tally.committed();
        }
        for unit in self.group.drain(..) {
            // Nobody listens any more where the runtime shuts down.
            let _unheard = unit.send(outcome.clone());
        }
    }

    /// False where a reader still needs the log, or another process moves it for longer than a moment:
    /// unlike for readers, SQLite does not wait for those.
    async fn truncate_log(&mut self) -> Result<bool, sqlx::Error> {
        let _resting = self.checkpointer.rest().await;
        let end = Instant::now() + TRUNCATED_WITHIN;
        loop {
            let busy: i64 = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_one(&mut self.connection)
                .await?;
            if busy == 0 || Instant::now() >= end {
                return Ok(busy == 0);
            }
            tokio::time::sleep(BETWEEN_TRUNCATIONS).await;
        }
    }
}

#[cfg(test)]
mod tests;
