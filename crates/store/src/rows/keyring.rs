use identity::Timestamp;

use super::Table;
use crate::{KeyringEntry, KeyringKind, StoreError};

pub const TABLE: Table = Table("keyring");

pub struct Row {
    pub id: String,
    pub kind: String,
    pub created: i64,
}

impl Row {
    pub fn of(entry: &KeyringEntry) -> Self {
        Self {
            id: entry.id.clone(),
            kind: entry.kind.as_str().to_owned(),
            created: entry.created.0,
        }
    }

    pub fn read(self) -> Result<KeyringEntry, StoreError> {
        Ok(KeyringEntry {
            id: self.id,
            kind: TABLE.word("kind", &self.kind, KeyringKind::parse)?,
            created: Timestamp(self.created),
        })
    }
}

/// Every entry.
#[macro_export]
macro_rules! select_keyring {
    () => {
        sqlx::query_as!(Row, "SELECT id, kind, created FROM keyring")
    };
}

/// Adds an entry, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_keyring_entry {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO keyring (id, kind, created) VALUES ($1, $2, $3)" $(+ $rest)?,
            $row.id, $row.kind, $row.created
        )
    };
}
