use serde::de::DeserializeOwned;

use super::StoredJson;
use crate::StoreError;

/// Reads columns and judges results of one table, so that every error names where it arose.
#[derive(Clone, Copy, Debug)]
pub struct Table(pub &'static str);

impl Table {
    pub fn corrupt(self, column: &'static str) -> StoreError {
        StoreError::Corrupt {
            table: self.0,
            column,
        }
    }

    /// A value of a closed set of words.
    pub fn word<T>(
        self,
        column: &'static str,
        text: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        parse(text).ok_or_else(|| self.corrupt(column))
    }

    pub fn optional_word<T>(
        self,
        column: &'static str,
        text: Option<&str>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        text.map(|text| self.word(column, text, parse)).transpose()
    }

    pub fn json<T: DeserializeOwned>(
        self,
        column: &'static str,
        json: impl StoredJson,
    ) -> Result<T, StoreError> {
        json.read().ok_or_else(|| self.corrupt(column))
    }

    pub fn optional_json<T: DeserializeOwned>(
        self,
        column: &'static str,
        json: Option<impl StoredJson>,
    ) -> Result<Option<T>, StoreError> {
        json.map(|json| self.json(column, json)).transpose()
    }

    pub fn number<T: TryFrom<i64>>(
        self,
        column: &'static str,
        number: i64,
    ) -> Result<T, StoreError> {
        T::try_from(number).map_err(|_| self.corrupt(column))
    }

    pub fn hash(self, column: &'static str, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
        bytes.try_into().map_err(|_| self.corrupt(column))
    }

    /// The outcome of an insertion.
    pub fn inserted(self, any: bool) -> Result<(), StoreError> {
        any.then_some(())
            .ok_or(StoreError::Conflict { table: self.0 })
    }

    /// The outcome of a change to one row that has to be there.
    pub fn changed(self, any: bool) -> Result<(), StoreError> {
        any.then_some(())
            .ok_or(StoreError::Missing { table: self.0 })
    }
}
