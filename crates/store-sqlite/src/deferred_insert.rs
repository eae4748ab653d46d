//! What units add, and how the additions of many units become few statements.

use std::sync::{Arc, LazyLock};

use sqlx::{AssertSqlSafe, SqliteConnection};
use store::StoreError;

use crate::failure::failure;
use crate::rows::{data_key, event, job, session};
use crate::table::Query;

/// A row that is to be added, its columns as they are stored.
pub(crate) enum DeferredInsert {
    DataKey(data_key::Row),
    Session(Box<session::Row>),
    Event(Box<event::Row>),
    Job(job::NewRow),
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
    LazyLock::new(|| Insertion::new("data_keys", &data_key::COLUMNS));
static SESSIONS: LazyLock<Insertion> =
    LazyLock::new(|| Insertion::new("sessions", &session::COLUMNS));
static EVENTS: LazyLock<Insertion> = LazyLock::new(|| Insertion::new("events", &event::COLUMNS));

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
    let keys = DATA_KEYS.insert(connection, &keys, data_key::bind);
    keys.await.map_err(failure)?;
    let sessions = SESSIONS.insert(connection, &sessions, session::bind);
    sessions.await.map_err(failure)?;
    let events = EVENTS.insert(connection, &events, event::bind);
    events.await.map_err(failure)?;
    for job in jobs {
        job::insert(job, connection).await?;
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
            let mut values = 1..;
            let one = one.chars().map(|sign| match (sign, values.clone().next()) {
                ('?', Some(value)) => {
                    values.next();
                    format!("${value}")
                }
                _ => sign.to_string(),
            });
            let one: String = one.collect();
            assert!(checked.contains(&one), "{one}");
        }
    }
}
