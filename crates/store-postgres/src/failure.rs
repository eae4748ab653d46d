use store::StoreError;

/// SQLSTATE `deadlock_detected` and `serialization_failure`.
const ENDED_FOR_ANOTHER: [&str; 2] = ["40P01", "40001"];

/// SQLSTATE classes (or codes) of a server that goes, comes, or has no room: connection exceptions,
/// insufficient resources, operator intervention, system errors; and `lock_not_available`, after a
/// wait.
const AWAY: [&str; 5] = ["08", "53", "57", "58", "55P03"];

/// What the driver says of a statement that failed.
pub(crate) fn failure(error: sqlx::Error) -> StoreError {
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code);
    match code.as_deref() {
        Some(code) if ENDED_FOR_ANOTHER.contains(&code) => StoreError::Busy,
        Some(code) if AWAY.iter().any(|start| code.starts_with(start)) => {
            StoreError::unavailable(error)
        }
        None if is_connection(&error) => StoreError::unavailable(error),
        _ => StoreError::database(error),
    }
}

/// Whether the connection, not the statement, is what failed.
fn is_connection(error: &sqlx::Error) -> bool {
    matches!(
        error,
        sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::WorkerCrashed
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_is_away_is_told_from_one_that_refuses() {
        let away = failure(sqlx::Error::PoolTimedOut);
        assert!(matches!(away, StoreError::Unavailable(_)));
        let gone = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
        let away = failure(sqlx::Error::Io(gone));
        assert!(matches!(away, StoreError::Unavailable(_)));
        let other = failure(sqlx::Error::RowNotFound);
        assert!(matches!(other, StoreError::Database(_)));
    }
}
