//! Reads every row of a database that nobody else has open.

use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqliteLockingMode, SqliteRow};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Row as _, Sqlite, SqliteConnection};
use store::StoreError;
use store::moving::{Cell, PageOfRows, Row, Rows};
use store::schema::{Kind, Schema, Table};

use crate::failure::{failure, is_busy};
use crate::schema;

/// A database for one reader alone: whoever else opens it waits, and is refused in the end.
pub struct Exclusive {
    connection: SqliteConnection,
}

/// How long a connection that was let go may take to go.
const MAX_WAIT: Duration = Duration::from_secs(1);

impl Exclusive {
    /// Opens a database that exists; `None` where another process, or this one, has it open.
    pub async fn open(path: &Path) -> Result<Option<Self>, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .busy_timeout(MAX_WAIT)
            .locking_mode(SqliteLockingMode::Exclusive);
        let mut connection = match SqliteConnection::connect_with(&options).await {
            Ok(connection) => connection,
            Err(error) if is_busy(&error) => return Ok(None),
            Err(error) => return Err(failure(error)),
        };
        // Taking the lock needs a write transaction, using it does not.
        for statement in ["BEGIN EXCLUSIVE", "PRAGMA query_only = ON"] {
            match connection.execute(statement).await {
                Ok(_) => {}
                Err(error) if is_busy(&error) => return Ok(None),
                Err(error) => return Err(failure(error)),
            }
        }
        Ok(Some(Self { connection }))
    }

    /// Leaves the database as it was.
    pub async fn close(mut self) -> Result<(), StoreError> {
        self.connection.execute("ROLLBACK").await.map_err(failure)?;
        self.connection.close().await.map_err(failure)
    }
}

#[async_trait]
impl Rows for Exclusive {
    async fn schema(&mut self) -> Result<Schema, StoreError> {
        schema::read(&mut self.connection).await.map_err(failure)
    }

    async fn page(&mut self, page: PageOfRows<'_>) -> Result<Vec<Row>, StoreError> {
        let columns: Vec<_> = page.shape.columns.keys().map(String::as_str).collect();
        let (columns, key) = (columns.join(", "), page.shape.key.join(", "));
        let beyond = match page.after {
            Some(after) => format!("WHERE ({key}) > ({})", vec!["?"; after.len()].join(", ")),
            None => String::new(),
        };
        let table = page.table;
        let sql = format!("SELECT {columns} FROM {table} {beyond} ORDER BY {key} LIMIT ?");
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for cell in page.after.into_iter().flatten() {
            query = bind(query, cell);
        }
        let rows = query.bind(page.limit).fetch_all(&mut self.connection).await;
        let rows = rows.map_err(failure)?;
        let cells = |row: SqliteRow| cells(&row, page.shape);
        rows.into_iter()
            .map(cells)
            .collect::<Result<_, _>>()
            .map_err(failure)
    }

    async fn last_number(&mut self, table: &str, _: &Table) -> Result<i64, StoreError> {
        let last = sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = ?")
            .bind(table)
            .fetch_optional(&mut self.connection)
            .await;
        Ok(last.map_err(failure)?.unwrap_or_default())
    }
}

fn bind<'q>(
    query: Query<'q, Sqlite, SqliteArguments>,
    cell: &'q Cell,
) -> Query<'q, Sqlite, SqliteArguments> {
    match cell {
        Cell::Null => query.bind(None::<i64>),
        Cell::Integer(number) => query.bind(number),
        Cell::Text(text) => query.bind(text.as_str()),
        Cell::Bytes(bytes) => query.bind(bytes.as_slice()),
    }
}

fn cells(row: &SqliteRow, shape: &Table) -> Result<Row, sqlx::Error> {
    let columns = shape.columns.values().enumerate();
    let cells = columns.map(|(place, column)| {
        let cell = match column.kind.stored() {
            Kind::Bytes => row.try_get::<Option<_>, _>(place)?.map(Cell::Bytes),
            Kind::Integer => row.try_get::<Option<_>, _>(place)?.map(Cell::Integer),
            _ => row.try_get::<Option<_>, _>(place)?.map(Cell::Text),
        };
        Ok(cell.unwrap_or(Cell::Null))
    });
    cells.collect()
}
