use std::sync::Arc;

use store::StoreError;

/// Result codes of SQLite after which the same may well succeed later: `SQLITE_BUSY`,
/// `SQLITE_IOERR`, `SQLITE_FULL`, `SQLITE_CANTOPEN`.
const PASSING: [i64; 4] = [5, 10, 13, 14];

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
        sqlx::Error::Database(error) => {
            let code = error.code().and_then(|code| code.parse::<i64>().ok());
            // The lowest byte is the kind; what is above tells kinds of a kind apart.
            code.is_some_and(|code| PASSING.contains(&(code & 0xff)))
        }
        _ => false,
    }
}
