use std::sync::Arc;

use store::StoreError;

/// `SQLITE_BUSY`.
const BUSY: i64 = 5;
/// Result codes of SQLite after which the same may well succeed later: `SQLITE_BUSY`,
/// `SQLITE_IOERR`, `SQLITE_FULL`, `SQLITE_CANTOPEN`.
const PASSING: [i64; 4] = [BUSY, 10, 13, 14];

/// What the driver says of a statement, or of a unit that could not begin or commit.
pub(crate) fn failure(error: impl Into<Arc<sqlx::Error>>) -> StoreError {
    let error = error.into();
    if passes(&error) {
        tracing::error!(%error, "the database cannot be used");
        return StoreError::unavailable(error);
    }
    StoreError::database(error)
}

fn passes(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => true,
        _ => result_code(error).is_some_and(|code| PASSING.contains(&code)),
    }
}

/// Whether another connection holds what was wanted.
pub(crate) fn is_busy(error: &sqlx::Error) -> bool {
    result_code(error) == Some(BUSY)
}

/// SQLite's result code without what tells kinds of a kind apart, which is above its lowest byte.
fn result_code(error: &sqlx::Error) -> Option<i64> {
    let code: i64 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}
