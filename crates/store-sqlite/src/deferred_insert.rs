//! What units add, and how the additions of many units become few statements.

use std::sync::{Arc, LazyLock};

use sqlx::{AssertSqlSafe, SqliteConnection};
use store::{StoreError, WrappedKey};

use crate::failure::failure;
use crate::rows::data_key;
use crate::rows::event::EventRow;
use crate::rows::job::JobRow;
use crate::rows::session::SessionRow;
use crate::table::Query;

/// A row that is to be added, its columns as they are stored.
pub(crate) enum DeferredInsert {
    DataKey(String, WrappedKey),
    Session(Box<SessionRow>),
    Event(Box<EventRow>),
    Job(JobRow),
}

/// One insertion of one or several rows. `row` is the values of one, as the checked query that
/// inserts one row has them.
pub(crate) struct Insertion {
    by_size: [Arc<str>; SIZES.len()],
}

/// How many rows a statement adds, so that few statements are prepared.
const SIZES: [usize; 3] = [32, 8, 1];

impl Insertion {
    pub(crate) fn new(table: &str, columns: &[&str]) -> Self {
        let row = format!("({})", vec!["?"; columns.len()].join(", "));
        let columns = columns.join(", ");
        let by_size = SIZES.map(|size| {
            let rows = vec![row.as_str(); size].join(", ");
            format!("INSERT INTO {table} ({columns}) VALUES {rows}").into()
        });
        Self { by_size }
    }

    async fn insert<R>(
        &self,
        connection: &mut SqliteConnection,
        rows: &[&R],
        bind: impl for<'q> Fn(Query<'q>, &'q R) -> Query<'q>,
    ) -> Result<(), sqlx::Error> {
        let mut rest = rows;
        for (size, sql) in SIZES.iter().zip(&self.by_size) {
            while rest.len() >= *size {
                let (now, later) = rest.split_at(*size);
                rest = later;
                // Of our own constants alone.
                let mut query = sqlx::query(AssertSqlSafe(Arc::clone(sql)));
                for row in now {
                    query = bind(query, row);
                }
                query.execute(&mut *connection).await?;
            }
        }
        Ok(())
    }
}

static DATA_KEYS: LazyLock<Insertion> =
    LazyLock::new(|| Insertion::new("data_keys", &["owner", "wrapped_by", "bytes"]));
static SESSIONS: LazyLock<Insertion> =
    LazyLock::new(|| Insertion::new("sessions", &SessionRow::COLUMNS));
static EVENTS: LazyLock<Insertion> = LazyLock::new(|| Insertion::new("events", &EventRow::COLUMNS));

impl DeferredInsert {
    /// Adds it alone.
    pub(crate) async fn insert(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        match self {
            Self::DataKey(owner, key) => data_key::insert(connection, owner, key).await,
            Self::Session(row) => row.insert(connection).await,
            Self::Event(row) => row.insert(connection).await,
            Self::Job(row) => row.insert(connection).await,
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
            DeferredInsert::DataKey(owner, key) => keys.push((owner, key)),
            DeferredInsert::Session(row) => sessions.push(row.as_ref()),
            DeferredInsert::Event(row) => events.push(row.as_ref()),
            DeferredInsert::Job(row) => jobs.push(row),
        }
    }
    let keys: Vec<_> = keys.iter().collect();
    let keys = DATA_KEYS.insert(connection, &keys, |query, row| {
        query
            .bind(row.0.as_str())
            .bind(row.1.wrapped_by.as_str())
            .bind(row.1.bytes.as_slice())
    });
    keys.await.map_err(failure)?;
    let sessions = SESSIONS.insert(connection, &sessions, |query, row| row.bind(query));
    sessions.await.map_err(failure)?;
    let events = EVENTS.insert(connection, &events, |query, row| row.bind(query));
    events.await.map_err(failure)?;
    for job in jobs {
        job.insert(connection).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the compiler has checked, and what is repeated for many rows, are the same.
    #[test]
    fn many_rows_are_inserted_as_one_is() {
        let checked: Vec<String> = crate::tests::query_plans::queries()
            .iter()
            .map(|query| query.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        for insertion in [&DATA_KEYS, &SESSIONS, &EVENTS] {
            let one = insertion.by_size[SIZES.len() - 1].to_string();
            assert!(checked.contains(&one), "{one}");
        }
    }
}
