use async_trait::async_trait;
use identity::{AccountId, Event, Mode};
use measures::{EVENTS, STORE_COMMIT_SECONDS, Tally, Timer};
use sqlx::{Executor as _, PgConnection, Postgres, Transaction};
use store::{ReadAhead, StoreError, UnitOfWork};

use crate::failure::failure;
use crate::lock::{self, Lock};
use crate::waker::Waker;

/// One transaction; every repository is implemented on it.
pub(crate) struct Unit {
    transaction: Transaction<'static, Postgres>,
    access: Access,
    /// Whose lists it holds.
    lists: Vec<(AccountId, Mode)>,
    pub(crate) read_ahead: ReadAhead,
    tally: Tally,
    waker: Waker,
    enqueued: bool,
}

/// What a unit may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

impl Access {
    /// A unit that reads sees one snapshot. One that writes sees what others commit meanwhile:
    /// it locks what it is going to change, and who waited for a lock sees what is there now.
    fn statement(self) -> &'static str {
        match self {
            Self::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            Self::Write => "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE",
        }
    }
}

impl Unit {
    /// Runs as a task of its own, as [`Unit::save`] does, so that a caller who gives up half way
    /// leaves nothing half done: a connection with a transaction that nobody knows of, say.
    pub(crate) async fn begin(waker: &Waker, access: Access) -> Result<Self, StoreError> {
        let pool = waker.pool.clone();
        let begun = tokio::spawn(async move { pool.begin_with(access.statement()).await });
        let transaction = begun
            .await
            .map_err(StoreError::database)?
            .map_err(failure)?;
        Ok(Self {
            transaction,
            access,
            lists: Vec::new(),
            read_ahead: ReadAhead::default(),
            tally: Tally::default(),
            waker: waker.clone(),
            enqueued: false,
        })
    }

    pub(crate) fn connection(&mut self) -> &mut PgConnection {
        &mut self.transaction
    }

    /// Whether rows that are read may be changed later, and have to be locked.
    pub(crate) fn writes(&self) -> bool {
        self.access == Access::Write
    }

    /// Notes what was listed. A unit that writes reads nothing ahead, for what it reads may change.
    pub(crate) fn listed(&mut self, note: impl FnOnce(&mut ReadAhead)) {
        if !self.writes() {
            note(&mut self.read_ahead);
        }
    }

    /// Counts an event once the unit is committed.
    pub(crate) fn note_event(&mut self, event: &Event) {
        let labels = [event.event_type.as_str(), event.mode.as_str()];
        self.tally.note(&EVENTS, labels);
    }

    /// Has waiting workers told once the unit is committed.
    pub(crate) fn note_job(&mut self) {
        self.enqueued = true;
    }

    /// Comes before the first addition to a list; see [`Lock::Lists`].
    pub(crate) async fn lock_lists(
        &mut self,
        account: &AccountId,
        mode: Mode,
    ) -> Result<(), StoreError> {
        let held = |(whose, which): &(AccountId, Mode)| whose == account && *which == mode;
        // A unit that only reads is about to be refused anyway.
        if self.writes() && !self.lists.iter().any(held) {
            lock::hold(self.connection(), Lock::Lists(account, mode)).await?;
            self.lists.push((account.clone(), mode));
        }
        Ok(())
    }
}

#[async_trait]
impl UnitOfWork for Unit {
    async fn save(self: Box<Self>) -> Result<(), StoreError> {
        let Self {
            mut transaction,
            access,
            tally,
            waker,
            enqueued,
            ..
        } = *self;
        let saved = tokio::spawn(async move {
            let timer = Timer::start();
            // PostgreSQL answers the COMMIT of a transaction in which something failed with a
            // ROLLBACK, and calls that a success. Anything else it refuses.
            let asked = transaction.execute("SELECT").await;
            let committed = match asked {
                Ok(_) => transaction.commit().await,
                Err(error) => Err(error),
            };
            if access == Access::Write {
                let label = if committed.is_ok() { "saved" } else { "failed" };
                timer.record(&STORE_COMMIT_SECONDS, &[label]);
            }
            if committed.is_ok() {
                tally.committed();
                if enqueued {
                    waker.wake().await;
                }
            }
            committed
        });
        saved.await.map_err(StoreError::database)?.map_err(failure)
    }
}

/// The row that a repository's `select!` finds. A unit that writes keeps it for itself until it
/// ends, so that nobody changes it between reading and writing back.
macro_rules! find {
    ($unit:ident, $select:ident, $condition:tt $(, $argument:expr)*) => {
        if $unit.writes() {
            $select!($condition " FOR UPDATE" $(, $argument)*)
                .fetch_optional($unit.connection())
                .await
                .map_err(failure)
        } else {
            $select!($condition $(, $argument)*)
                .fetch_optional($unit.connection())
                .await
                .map_err(failure)
        }
    };
}
