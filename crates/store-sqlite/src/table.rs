use sqlx::sqlite::SqliteQueryResult;
use store::StoreError;
use store::rows::Table;

use crate::failure::failure;

/// The outcome of an insertion.
pub(crate) fn inserted(
    table: Table,
    result: Result<SqliteQueryResult, sqlx::Error>,
) -> Result<(), StoreError> {
    match result {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => table.inserted(false),
        result => result.map(drop).map_err(failure),
    }
}

/// The outcome of a change to one row that has to be there.
pub(crate) fn changed(
    table: Table,
    result: Result<SqliteQueryResult, sqlx::Error>,
) -> Result<(), StoreError> {
    table.changed(changed_any(result)?)
}

/// Whether a change to one row found it.
pub(crate) fn changed_any(
    result: Result<SqliteQueryResult, sqlx::Error>,
) -> Result<bool, StoreError> {
    let rows = result.map_err(failure)?.rows_affected();
    debug_assert!(rows <= 1, "statements that name one row change one row");
    Ok(rows > 0)
}
