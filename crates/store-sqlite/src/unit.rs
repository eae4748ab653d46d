use async_trait::async_trait;
use sqlx::{Sqlite, SqliteConnection, Transaction};
use store::{StoreError, UnitOfWork};

use crate::writer::WriteUnit;

/// One transaction; every repository is implemented on it.
pub(crate) enum Unit {
    Read(Transaction<'static, Sqlite>),
    Write(WriteUnit),
}

impl Unit {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Read(transaction) => transaction,
            Self::Write(unit) => unit.connection(),
        }
    }

    /// Has the log truncated after the commit, so that no copy of what was overwritten is left.
    pub(crate) fn scrub(&mut self) {
        if let Self::Write(unit) = self {
            unit.scrub();
        }
    }
}

#[async_trait]
impl UnitOfWork for Unit {
    async fn save(self: Box<Self>) -> Result<(), StoreError> {
        match *self {
            Self::Read(transaction) => transaction.commit().await.map_err(StoreError::database),
            Self::Write(unit) => unit.save().await,
        }
    }
}
