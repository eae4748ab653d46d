//! Moves every row of one database to another, whatever the tables mean, and reads both again.

use async_trait::async_trait;
use serde_json::Value;
use thiserror::Error;

use crate::StoreError;
use crate::schema::{Kind, Schema, Table};

/// Rows in hand at the same time.
const PAGE: u32 = 1000;

/// One value of a row. JSON is text here, and true and false are 1 and 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A whole number, or true (1) or false (0).
    Integer(i64),
    /// Text, or JSON.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// A row's cells in the order of its table's [`Table::columns`].
pub type Row = Vec<Cell>;

/// A page of a table's rows.
#[derive(Clone, Copy, Debug)]
pub struct PageOfRows<'a> {
    /// The table's name.
    pub table: &'a str,
    /// What it is in the database that is asked.
    pub shape: &'a Table,
    /// The key of the row before the first.
    pub after: Option<&'a [Cell]>,
    /// At most so many.
    pub limit: u32,
}

/// A database as it is at one moment, nobody else writing to it.
#[async_trait]
pub trait Rows: Send {
    /// Its tables.
    async fn schema(&mut self) -> Result<Schema, StoreError>;
    /// Rows in the order of the primary key, text by its bytes.
    async fn page(&mut self, page: PageOfRows<'_>) -> Result<Vec<Row>, StoreError>;
    /// The last number given to a row of a table, be the row there or not; 0 where none was.
    async fn last_number(&mut self, table: &str, shape: &Table) -> Result<i64, StoreError>;
}

/// An empty database that is filled in one transaction.
#[async_trait]
pub trait NewRows: Rows {
    /// Adds rows.
    async fn insert(
        &mut self,
        table: &str,
        shape: &Table,
        rows: Vec<Row>,
    ) -> Result<(), StoreError>;
    /// Numbers the rows to come from here on.
    async fn number_from(
        &mut self,
        table: &str,
        shape: &Table,
        last: i64,
    ) -> Result<(), StoreError>;
    /// Keeps what was added; without it nothing is left of it.
    async fn keep(self: Box<Self>) -> Result<(), StoreError>;
}

/// Rows could not be moved. Messages never hold stored values.
#[derive(Debug, Error)]
pub enum MoveError {
    /// A database failed.
    #[error("the table {table}")]
    Store {
        /// The table in hand.
        table: String,
        /// Why.
        #[source]
        source: StoreError,
    },
    /// A database failed before any table was in hand.
    #[error(transparent)]
    Schema(#[from] StoreError),
    /// The databases are not of the same version.
    #[error("the table {0} is not the same in both databases: migrate both with one version")]
    Differs(String),
    /// There is something already.
    #[error("the table {0} of the new database holds something: name an empty database")]
    NotEmpty(String),
    /// What was read from the new database is not what was put there.
    #[error("rows of {table} are not in the new database as they are in the old one")]
    Unlike {
        /// The table.
        table: String,
    },
}

/// What a move says while it goes on: the table, and how many of its rows are through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress<'a> {
    /// Rows were added.
    Added(&'a str, u64),
    /// Rows were read from both and are the same.
    Compared(&'a str, u64),
}

/// Moves all rows of all tables, compares them, and leaves it to the caller to keep them; how many
/// there were in each table.
pub async fn move_all(
    from: &mut dyn Rows,
    to: &mut dyn NewRows,
    mut progress: impl FnMut(Progress<'_>) + Send,
) -> Result<Vec<(String, u64)>, MoveError> {
    let old = from.schema().await?;
    let new = to.schema().await?;
    check(&old, &new)?;
    for (name, shape) in &new.tables {
        let page = first(name, shape, 1);
        if !to.page(page).await.map_err(in_table(name))?.is_empty() {
            return Err(MoveError::NotEmpty(name.clone()));
        }
    }
    let mut counts = Vec::new();
    for name in new.in_order() {
        let (old, new) = (&old.tables[name], &new.tables[name]);
        let count = add(from, to, name, [old, new], &mut progress).await?;
        counts.push((name.to_owned(), count));
    }
    for name in new.in_order() {
        let (old, new) = (&old.tables[name], &new.tables[name]);
        compare(from, to, name, [old, new], &mut progress).await?;
    }
    Ok(counts)
}

fn check(old: &Schema, new: &Schema) -> Result<(), MoveError> {
    let (old, new) = (old.clone().stored(), new.clone().stored());
    let mut names = old.tables.keys().chain(new.tables.keys());
    match names.find(|name| old.tables.get(*name) != new.tables.get(*name)) {
        Some(name) => Err(MoveError::Differs(name.clone())),
        None => Ok(()),
    }
}

async fn add(
    from: &mut dyn Rows,
    to: &mut dyn NewRows,
    table: &str,
    [old, new]: [&Table; 2],
    progress: &mut (impl FnMut(Progress<'_>) + Send),
) -> Result<u64, MoveError> {
    let (mut after, mut count) = (None, 0);
    loop {
        let page = next(table, old, after.as_deref());
        let rows = from.page(page).await.map_err(in_table(table))?;
        let Some(last) = rows.last() else {
            break;
        };
        after = Some(key(old, last));
        count += rows.len() as u64;
        to.insert(table, new, rows).await.map_err(in_table(table))?;
        progress(Progress::Added(table, count));
    }
    if old.identity().is_some() {
        let last = from
            .last_number(table, old)
            .await
            .map_err(in_table(table))?;
        let numbered = to.number_from(table, new, last).await;
        numbered.map_err(in_table(table))?;
    }
    Ok(count)
}

async fn compare(
    from: &mut dyn Rows,
    to: &mut dyn NewRows,
    table: &str,
    [old, new]: [&Table; 2],
    progress: &mut (impl FnMut(Progress<'_>) + Send),
) -> Result<(), MoveError> {
    let unlike = || MoveError::Unlike {
        table: table.to_owned(),
    };
    let (mut after, mut count) = (None, 0);
    loop {
        let page = next(table, old, after.as_deref());
        let expected = from.page(page).await.map_err(in_table(table))?;
        let page = next(table, new, after.as_deref());
        let found = to.page(page).await.map_err(in_table(table))?;
        if expected.len() != found.len() {
            return Err(unlike());
        }
        let kinds = || new.columns.values().map(|column| column.kind);
        for (expected, found) in expected.iter().zip(&found) {
            let mut cells = expected.iter().zip(found).zip(kinds());
            if !cells.all(|((expected, found), kind)| are_same(kind, expected, found)) {
                return Err(unlike());
            }
        }
        let Some(last) = expected.last() else {
            break;
        };
        after = Some(key(old, last));
        count += expected.len() as u64;
        progress(Progress::Compared(table, count));
    }
    if old.identity().is_some() {
        let last = from
            .last_number(table, old)
            .await
            .map_err(in_table(table))?;
        let found = to.last_number(table, new).await.map_err(in_table(table))?;
        if last != found {
            return Err(unlike());
        }
    }
    Ok(())
}

fn first<'a>(table: &'a str, shape: &'a Table, limit: u32) -> PageOfRows<'a> {
    PageOfRows {
        table,
        shape,
        after: None,
        limit,
    }
}

fn next<'a>(table: &'a str, shape: &'a Table, after: Option<&'a [Cell]>) -> PageOfRows<'a> {
    PageOfRows {
        after,
        ..first(table, shape, PAGE)
    }
}

/// The cells of a row's primary key.
fn key(shape: &Table, row: &Row) -> Vec<Cell> {
    let columns = shape.key.iter().map(|name| {
        let place = shape.columns.keys().position(|column| column == name);
        place.map_or(Cell::Null, |place| row[place].clone())
    });
    columns.collect()
}

fn in_table(table: &str) -> impl Fn(StoreError) -> MoveError {
    move |source| MoveError::Store {
        table: table.to_owned(),
        source,
    }
}

/// Databases that know JSON write it anew: what counts is what it says.
fn are_same(kind: Kind, expected: &Cell, found: &Cell) -> bool {
    match (kind, expected, found) {
        (Kind::Json, Cell::Text(expected), Cell::Text(found)) => {
            match (
                serde_json::from_str::<Value>(expected),
                serde_json::from_str::<Value>(found),
            ) {
                (Ok(expected), Ok(found)) => say_the_same(&expected, &found),
                _ => false,
            }
        }
        (_, expected, found) => expected == found,
    }
}

fn say_the_same(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Number(expected), Value::Number(found)) => {
            expected == found || expected.as_f64() == found.as_f64()
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len()
                && expected
                    .iter()
                    .zip(found)
                    .all(|(expected, found)| say_the_same(expected, found))
        }
        (Value::Object(expected), Value::Object(found)) => {
            expected.len() == found.len()
                && expected.iter().all(|(name, expected)| {
                    let found = found.get(name);
                    found.is_some_and(|found| say_the_same(expected, found))
                })
        }
        (expected, found) => expected == found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(expected: &str, found: &str) -> bool {
        let cell = |text: &str| Cell::Text(text.to_owned());
        are_same(Kind::Json, &cell(expected), &cell(found))
    }

    #[test]
    fn json_is_compared_by_what_it_says() {
        assert!(same(
            r#"{"a":1,"b":[1e2,null]}"#,
            r#"{"b": [100, null], "a": 1}"#
        ));
        assert!(!same(r#"{"a":1}"#, r#"{"a":2}"#));
        assert!(!same(r#"{"a":1}"#, r#"{"a":1,"b":1}"#));
        assert!(!same("[1]", "[1,2]"));
        assert!(!same("1", "not json"));
    }
}
