//! What units add, and how the additions of many units become few statements.

use sqlx::SqliteConnection;
use store::StoreError;

use crate::failure::failure;
use crate::rows::{data_key, event, job, session};
use crate::several::Insertion;

/// A row that is to be added, its columns as they are stored.
pub(crate) enum DeferredInsert {
    DataKey(data_key::Row),
    Session(Box<session::Row>),
    Event(Box<event::Row>),
    Job(job::NewRow),
}

static DATA_KEYS: Insertion = Insertion::new();
static SESSIONS: Insertion = Insertion::new();
static EVENTS: Insertion = Insertion::new();

impl DeferredInsert {
    /// Adds it alone.
    pub(crate) async fn insert(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        match self {
            Self::DataKey(row) => data_key::insert(row, connection).await,
            Self::Session(row) => session::insert(row, connection).await,
            Self::Event(row) => event::insert(row, connection).await,
            Self::Job(row) => job::insert(row, connection).await,
        }
    }
}

/// Adds everything, each table's rows in their order. Fails as a whole, without saying for whom.
pub(crate) async fn insert_all(
    connection: &mut SqliteConnection,
    additions: &[&DeferredInsert],
) -> Result<(), StoreError> {
    let (mut keys, mut sessions, mut events, mut jobs) = (vec![], vec![], vec![], vec![]);
    for addition in additions {
        match addition {
            DeferredInsert::DataKey(row) => keys.push(row),
            DeferredInsert::Session(row) => sessions.push(row.as_ref()),
            DeferredInsert::Event(row) => events.push(row.as_ref()),
            DeferredInsert::Job(row) => jobs.push(row),
        }
    }
    let keys = DATA_KEYS.insert(connection, &keys);
    keys.await.map_err(failure)?;
    let sessions = SESSIONS.insert(connection, &sessions);
    sessions.await.map_err(failure)?;
    let events = EVENTS.insert(connection, &events);
    events.await.map_err(failure)?;
    for job in jobs {
        job::insert(job, connection).await?;
    }
    Ok(())
}
