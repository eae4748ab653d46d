use identity::{AccountId, FileId, FileLink, FileLinkId, Mode, Timestamp};

use super::{StoredJson, Table};
use crate::StoreError;

pub const TABLE: Table = Table("file_links");

pub struct Row<J> {
    pub id: String,
    pub account: String,
    pub mode: String,
    pub created: i64,
    pub file: String,
    pub expires_at: Option<i64>,
    pub metadata: J,
}

impl<J: StoredJson> Row<J> {
    pub fn of(link: &FileLink) -> Result<Self, StoreError> {
        Ok(Self {
            id: link.id.as_str().to_owned(),
            account: link.account.as_str().to_owned(),
            mode: link.mode.as_str().to_owned(),
            created: link.created.0,
            file: link.file.as_str().to_owned(),
            expires_at: link.expires_at.map(|time| time.0),
            metadata: J::of(&link.metadata)?,
        })
    }

    pub fn read(self) -> Result<FileLink, StoreError> {
        Ok(FileLink {
            id: FileLinkId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            created: Timestamp(self.created),
            file: FileId::from_stored(self.file),
            expires_at: self.expires_at.map(Timestamp),
            metadata: TABLE.json("metadata", self.metadata)?,
        })
    }
}

/// File links, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_file_links {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            "SELECT id, account, mode, created, file, expires_at, metadata
            FROM file_links WHERE " $(+ $part)+
            $(, $argument)*
        )
    };
}

/// A statement that gives a file link the values of `$row`.
#[doc(hidden)]
#[macro_export]
macro_rules! write_file_link {
    ($row:ident, $before:literal, $between:literal $(, $after:literal)+) => {
        sqlx::query!(
            $before + "created, file, expires_at, metadata" + $between + "$4, $5, $6, $7"
                $(+ $after)+,
            $row.id, $row.account, $row.mode, $row.created, $row.file, $row.expires_at,
            $row.metadata
        )
    };
}

/// Adds a file link, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_file_link {
    ($row:ident $(, $rest:literal)?) => {
        $crate::write_file_link!(
            $row, "INSERT INTO file_links (id, account, mode, ", ") VALUES ($1, $2, $3, ", ")"
            $(, $rest)?
        )
    };
}

/// Changes a file link.
#[macro_export]
macro_rules! update_file_link {
    ($row:ident) => {
        $crate::write_file_link!(
            $row,
            "UPDATE file_links SET (",
            ") = (",
            ") WHERE id = $1 AND account = $2 AND mode = $3"
        )
    };
}
