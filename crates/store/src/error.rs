use thiserror::Error;

/// Storage failed. Messages never hold stored values.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A row with the same unique key exists already.
    #[error("a row with this key exists already in {table}")]
    Conflict {
        /// Table of the existing row.
        table: &'static str,
    },
    /// A row that was to be changed is not there.
    #[error("a row that was to be changed is missing in {table}")]
    Missing {
        /// Table that lacks the row.
        table: &'static str,
    },
    /// The object named as a list's cursor does not exist.
    #[error("the cursor names no object")]
    UnknownCursor,
    /// A row holds something this version cannot read.
    #[error("{table}.{column} holds something unreadable")]
    Corrupt {
        /// Table of the row.
        table: &'static str,
        /// Column that cannot be read.
        column: &'static str,
    },
    /// Two units of work waited for each other, and this one was ended for the other's sake. The
    /// same again may well succeed.
    #[error("another unit of work was in the way")]
    Busy,
    /// The database cannot be reached, or cannot write: it may well do so later.
    #[error("the database is away")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The database refused or could not be reached.
    #[error("the database failed")]
    Database(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl StoreError {
    /// Wraps a driver's error about a database that is away.
    pub fn unavailable(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Unavailable(Box::new(error))
    }

    /// Wraps a driver's error.
    pub fn database(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Database(Box::new(error))
    }
}
