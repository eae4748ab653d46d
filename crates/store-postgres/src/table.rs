use sqlx::postgres::PgQueryResult;
use store::StoreError;
use store::rows::Table;

use crate::failure::failure;

/// The outcome of an `INSERT … ON CONFLICT DO NOTHING`: a statement that fails would take the whole
/// transaction with it.
pub(crate) fn inserted(
    table: Table,
    result: Result<PgQueryResult, sqlx::Error>,
) -> Result<(), StoreError> {
    table.inserted(changed_any(result)?)
}

/// The outcome of a change to one row that has to be there.
pub(crate) fn changed(
    table: Table,
    result: Result<PgQueryResult, sqlx::Error>,
) -> Result<(), StoreError> {
    table.changed(changed_any(result)?)
}

/// Whether a change to one row found it.
pub(crate) fn changed_any(result: Result<PgQueryResult, sqlx::Error>) -> Result<bool, StoreError> {
    let rows = result.map_err(failure)?.rows_affected();
    debug_assert!(rows <= 1, "statements that name one row change one row");
    Ok(rows > 0)
}
