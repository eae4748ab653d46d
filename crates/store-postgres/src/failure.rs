use store::StoreError;

/// SQLSTATE `deadlock_detected` and `serialization_failure`.
const ENDED_FOR_ANOTHER: [&str; 2] = ["40P01", "40001"];

/// What the driver says of a statement that failed.
pub(crate) fn failure(error: sqlx::Error) -> StoreError {
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code);
    if code.is_some_and(|code| ENDED_FOR_ANOTHER.contains(&code.as_ref())) {
        return StoreError::Busy;
    }
    StoreError::database(error)
}
