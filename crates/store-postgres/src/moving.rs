//! Fills an empty database with rows of another.

use async_trait::async_trait;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Postgres, Row as _};
use store::StoreError;
use store::moving::{Cell, NewRows, PageOfRows, Row, Rows};
use store::schema::{Kind, Schema, Table};

use crate::failure::failure;
use crate::{Address, OpenError, open, schema};

/// A database in one transaction that nobody else can look into.
pub struct Filling {
    connection: PgConnection,
}

impl Filling {
    /// Migrates the database and locks every table until the end.
    pub async fn begin(address: &Address) -> Result<Self, OpenError> {
        open::migrate(address).await?;
        let unreachable = |source| open::unreachable(address, source);
        let mut connection = PgConnection::connect_with(&address.options())
            .await
            .map_err(unreachable)?;
        connection.execute("BEGIN").await.map_err(unreachable)?;
        let schema = schema::read(&mut connection).await.map_err(unreachable)?;
        let tables: Vec<_> = schema.tables.keys().map(String::as_str).collect();
        let lock = format!("LOCK TABLE {} NOWAIT", tables.join(", "));
        let locked = connection.execute(AssertSqlSafe(lock)).await;
        locked.map_err(unreachable)?;
        Ok(Self { connection })
    }
}

#[async_trait]
impl Rows for Filling {
    async fn schema(&mut self) -> Result<Schema, StoreError> {
        schema::read(&mut self.connection).await.map_err(failure)
    }

    async fn page(&mut self, page: PageOfRows<'_>) -> Result<Vec<Row>, StoreError> {
        let columns = page.shape.columns.iter();
        let columns = columns.map(|(name, column)| match column.kind {
            Kind::Integer => format!("{name}::bigint"),
            Kind::Boolean => format!("{name}::integer::bigint"),
            Kind::Json => format!("{name}::text"),
            Kind::Text | Kind::Bytes => name.clone(),
        });
        let columns = columns.collect::<Vec<_>>().join(", ");
        let key = page
            .shape
            .key
            .iter()
            .map(|name| match page.shape.columns[name].kind {
                Kind::Text => format!("{name} COLLATE \"C\""),
                _ => name.clone(),
            });
        let key = key.collect::<Vec<_>>().join(", ");
        let places = (1..=page.after.map_or(0, <[Cell]>::len)).map(|place| format!("${place}"));
        let places = places.collect::<Vec<_>>().join(", ");
        let beyond = match page.after {
            Some(_) => format!("WHERE ({key}) > ({places})"),
            None => String::new(),
        };
        let (table, limit) = (page.table, page.limit);
        let sql = format!("SELECT {columns} FROM {table} {beyond} ORDER BY {key} LIMIT {limit}");
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for cell in page.after.into_iter().flatten() {
            query = match cell {
                Cell::Null => query.bind(None::<i64>),
                Cell::Integer(number) => query.bind(number),
                Cell::Text(text) => query.bind(text.as_str()),
                Cell::Bytes(bytes) => query.bind(bytes.as_slice()),
            };
        }
        let rows = query
            .fetch_all(&mut self.connection)
            .await
            .map_err(failure)?;
        let cells = |row: PgRow| cells(&row, page.shape);
        rows.into_iter()
            .map(cells)
            .collect::<Result<_, _>>()
            .map_err(failure)
    }

    async fn last_number(&mut self, table: &str, shape: &Table) -> Result<i64, StoreError> {
        let sql =
            "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass), 0)";
        let last = sqlx::query_scalar(sql)
            .bind(table)
            .bind(shape.identity().unwrap_or_default())
            .fetch_one(&mut self.connection)
            .await;
        last.map_err(failure)
    }
}

#[async_trait]
impl NewRows for Filling {
    async fn insert(
        &mut self,
        table: &str,
        shape: &Table,
        rows: Vec<Row>,
    ) -> Result<(), StoreError> {
        let mut columns: Vec<Vec<Cell>> = vec![Vec::with_capacity(rows.len()); shape.columns.len()];
        for row in rows {
            for (column, cell) in columns.iter_mut().zip(row) {
                column.push(cell);
            }
        }
        let names: Vec<_> = shape.columns.keys().map(String::as_str).collect();
        let (mut given, mut arrays) = (Vec::new(), Vec::new());
        for (place, (name, column)) in (1..).zip(&shape.columns) {
            let (value, array) = match column.kind {
                Kind::Integer => (name.clone(), "bigint"),
                Kind::Boolean => (format!("{name} <> 0"), "bigint"),
                Kind::Json => (format!("{name}::jsonb"), "text"),
                Kind::Text => (name.clone(), "text"),
                Kind::Bytes => (name.clone(), "bytea"),
            };
            given.push(value);
            arrays.push(format!("${place}::{array}[]"));
        }
        let sql = format!(
            "INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE
            SELECT {} FROM unnest({}) AS given ({names})",
            given.join(", "),
            arrays.join(", "),
            names = names.join(", "),
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for (cells, column) in columns.into_iter().zip(shape.columns.values()) {
            query = bind(query, column.kind, cells);
        }
        query.execute(&mut self.connection).await.map_err(failure)?;
        Ok(())
    }

    async fn number_from(
        &mut self,
        table: &str,
        shape: &Table,
        last: i64,
    ) -> Result<(), StoreError> {
        sqlx::query("SELECT setval(pg_get_serial_sequence($1, $2), greatest($3, 1), $3 > 0)")
            .bind(table)
            .bind(shape.identity().unwrap_or_default())
            .bind(last)
            .execute(&mut self.connection)
            .await
            .map_err(failure)?;
        Ok(())
    }

    async fn keep(mut self: Box<Self>) -> Result<(), StoreError> {
        self.connection.execute("COMMIT").await.map_err(failure)?;
        self.connection.close().await.map_err(failure)
    }
}

fn bind(
    query: Query<'_, Postgres, PgArguments>,
    kind: Kind,
    cells: Vec<Cell>,
) -> Query<'_, Postgres, PgArguments> {
    let cells = cells.into_iter();
    match kind.stored() {
        Kind::Integer => {
            let values = cells.map(|cell| match cell {
                Cell::Integer(number) => Some(number),
                _ => None,
            });
            query.bind(values.collect::<Vec<_>>())
        }
        Kind::Bytes => {
            let values = cells.map(|cell| match cell {
                Cell::Bytes(bytes) => Some(bytes),
                _ => None,
            });
            query.bind(values.collect::<Vec<_>>())
        }
        _ => {
            let values = cells.map(|cell| match cell {
                Cell::Text(text) => Some(text),
                _ => None,
            });
            query.bind(values.collect::<Vec<_>>())
        }
    }
}

fn cells(row: &PgRow, shape: &Table) -> Result<Row, sqlx::Error> {
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
