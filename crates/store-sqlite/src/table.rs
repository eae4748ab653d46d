use crate::failure::failure;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Sqlite;
use sqlx::sqlite::{SqliteArguments, SqliteQueryResult};
use store::StoreError;

pub(crate) type Query<'q> = sqlx::query::Query<'q, Sqlite, SqliteArguments>;

/// Reads columns and judges results of one table, so that every error names where it arose.
pub(crate) struct Table(pub(crate) &'static str);

impl Table {
    pub(crate) fn corrupt(&self, column: &'static str) -> StoreError {
        StoreError::Corrupt {
            table: self.0,
            column,
        }
    }

    /// A value of a closed set of words.
    pub(crate) fn word<T>(
        &self,
        column: &'static str,
        text: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        parse(text).ok_or_else(|| self.corrupt(column))
    }

    pub(crate) fn json<T: DeserializeOwned>(
        &self,
        column: &'static str,
        text: &str,
    ) -> Result<T, StoreError> {
        serde_json::from_str(text).map_err(|_| self.corrupt(column))
    }

    pub(crate) fn optional_json<T: DeserializeOwned>(
        &self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<T>, StoreError> {
        text.map(|text| self.json(column, text)).transpose()
    }

    pub(crate) fn number<T: TryFrom<i64>>(
        &self,
        column: &'static str,
        number: i64,
    ) -> Result<T, StoreError> {
        T::try_from(number).map_err(|_| self.corrupt(column))
    }

    pub(crate) fn hash(&self, column: &'static str, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
        bytes.try_into().map_err(|_| self.corrupt(column))
    }

    /// The outcome of an insertion.
    pub(crate) fn inserted(
        &self,
        result: Result<SqliteQueryResult, sqlx::Error>,
    ) -> Result<(), StoreError> {
        match result {
            Ok(_) => Ok(()),
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
                Err(StoreError::Conflict { table: self.0 })
            }
            Err(error) => Err(failure(error)),
        }
    }

    /// The outcome of a change to one row that has to be there.
    pub(crate) fn changed(
        &self,
        result: Result<SqliteQueryResult, sqlx::Error>,
    ) -> Result<(), StoreError> {
        if changed_any(result)? {
            Ok(())
        } else {
            Err(StoreError::Missing { table: self.0 })
        }
    }
}

/// Whether a change to one row found it.
pub(crate) fn changed_any(
    result: Result<SqliteQueryResult, sqlx::Error>,
) -> Result<bool, StoreError> {
    let rows = result.map_err(failure)?.rows_affected();
    debug_assert!(rows <= 1, "statements that name one row change one row");
    Ok(rows > 0)
}

pub(crate) fn to_json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::database)
}
