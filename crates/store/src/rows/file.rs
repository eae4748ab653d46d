use identity::{AccountId, File, FileId, FilePurpose, Mode, SessionId, Timestamp};

use super::Table;
use crate::{FileRecord, StoreError};

pub const TABLE: Table = Table("files");

pub struct Row {
    pub id: String,
    pub account: String,
    pub mode: String,
    pub created: i64,
    pub purpose: String,
    pub size: i64,
    pub file_type: Option<String>,
    pub session: Option<String>,
    pub blob: String,
    pub sealed_name: Option<Vec<u8>>,
}

impl Row {
    pub fn of(record: &FileRecord) -> Result<Self, StoreError> {
        let file = record.file.clone();
        Ok(Self {
            id: file.id.as_str().to_owned(),
            account: file.account.as_str().to_owned(),
            mode: file.mode.as_str().to_owned(),
            created: file.created.0,
            purpose: file.purpose.as_str().to_owned(),
            size: i64::try_from(file.size).map_err(StoreError::database)?,
            file_type: file.file_type,
            session: file.session.map(|id| id.as_str().to_owned()),
            blob: file.blob,
            sealed_name: record.sealed_name.clone(),
        })
    }

    pub fn read(self) -> Result<FileRecord, StoreError> {
        let file = File {
            id: FileId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            created: Timestamp(self.created),
            purpose: TABLE.word("purpose", &self.purpose, FilePurpose::parse)?,
            size: TABLE.number("size", self.size)?,
            file_type: self.file_type,
            session: self.session.map(SessionId::from_stored),
            blob: self.blob,
        };
        Ok(FileRecord {
            file,
            sealed_name: self.sealed_name,
        })
    }
}

/// Files, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_files {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            "SELECT id, account, mode, created, purpose, size, file_type, session, blob,
                sealed_name
            FROM files WHERE " $(+ $part)+
            $(, $argument)*
        )
    };
}

/// Adds a file, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_file {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO files (id, account, mode, created, purpose, size, file_type, session,
                blob, sealed_name)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)" $(+ $rest)?,
            $row.id, $row.account, $row.mode, $row.created, $row.purpose, $row.size,
            $row.file_type, $row.session, $row.blob, $row.sealed_name
        )
    };
}
