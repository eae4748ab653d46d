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

/// The macro that is named, with the values of `$row`, in the order in which an insertion names the columns.
#[doc(hidden)]
#[macro_export]
macro_rules! with_data_key_values {
    ($row:ident, [$($macro:tt)+], $($before:tt)*) => {
        $($macro)+!($($before)* $row.owner, $row.wrapped_by, $row.bytes)
    };
}

/// Adds a data key, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_data_key {
    ($row:ident $(, $rest:literal)?) => {
        $crate::with_data_key_values!(
            $row, [sqlx::query],
            "INSERT INTO data_keys (owner, wrapped_by, bytes) VALUES ($1, $2, $3)" $(+ $rest)?,
        )
    };
}

/// `$query` with a data key's values, as [`insert_data_key!`](crate::insert_data_key) numbers them.
#[macro_export]
macro_rules! bind_data_key {
    ($query:ident, $row:ident) => {
        $crate::with_data_key_values!($row, [$crate::bind_values], $query;)
    };
}
