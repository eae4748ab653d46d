use super::Table;
use crate::WrappedKey;

pub const TABLE: Table = Table("data_keys");

pub struct Row {
    pub owner: String,
    pub wrapped_by: String,
    pub bytes: Vec<u8>,
}

impl Row {
    pub fn of(owner: &str, key: &WrappedKey) -> Self {
        Self {
            owner: owner.to_owned(),
            wrapped_by: key.wrapped_by.clone(),
            bytes: key.bytes.clone(),
        }
    }

    /// The key of an owner.
    pub fn read(self) -> (String, WrappedKey) {
        let key = WrappedKey {
            wrapped_by: self.wrapped_by,
            bytes: self.bytes,
        };
        (self.owner, key)
    }
}

/// Data keys, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_data_keys {
    ($rest:literal $(, $argument:expr)*) => {
        sqlx::query_as!(
            Row,
            "SELECT owner, wrapped_by, bytes FROM data_keys WHERE " + $rest $(, $argument)*
        )
    };
}

/// Adds a data key, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_data_key {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO data_keys (owner, wrapped_by, bytes) VALUES ($1, $2, $3)" $(+ $rest)?,
            $row.owner, $row.wrapped_by, $row.bytes
        )
    };
}
