use async_trait::async_trait;
use identity::{AccountId, File, FileId, FilePurpose, Mode, SessionId, Timestamp};
use store::{FileFilter, FileRecord, Files, Listing, Page, Scope, StoreError};

use crate::failure::failure;
use crate::table::{Table, changed_any};
use crate::unit::Unit;

const TABLE: Table = Table("files");

struct Row {
    id: String,
    account: String,
    mode: String,
    created: i64,
    purpose: String,
    size: i64,
    file_type: Option<String>,
    session: Option<String>,
    blob: String,
    sealed_name: Option<Vec<u8>>,
}

impl Row {
    fn read(self) -> Result<FileRecord, StoreError> {
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

macro_rules! select {
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

#[async_trait]
impl Files for Unit {
    async fn insert_file(&mut self, record: &FileRecord) -> Result<(), StoreError> {
        let file = &record.file;
        let (id, account) = (file.id.as_str(), file.account.as_str());
        let (mode, purpose) = (file.mode.as_str(), file.purpose.as_str());
        let size = i64::try_from(file.size).map_err(StoreError::database)?;
        let session = file.session.as_ref().map(SessionId::as_str);
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO files (id, account, mode, created, purpose, size, file_type, session,
                    blob, sealed_name)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                mode,
                file.created.0,
                purpose,
                size,
                file.file_type,
                session,
                file.blob,
                record.sealed_name
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn file(&mut self, scope: &Scope, id: &FileId) -> Result<Option<FileRecord>, StoreError> {
        if let Some(record) = self.ahead.file(scope, id) {
            return Ok(Some(record));
        }
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = select!("id = ? AND account = ? AND mode = ?", id, account, mode)
            .fetch_optional(self.connection().await?)
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn files(
        &mut self,
        scope: &Scope,
        filter: &FileFilter,
        page: &Page,
    ) -> Result<Listing<FileRecord>, StoreError> {
        let bounds = bounds!(self, scope, page, filter.created, "files", and "purpose <> 'identity_private'");
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let purpose = filter.purpose.map(FilePurpose::as_str);
        macro_rules! list {
            ($driver:tt, $range:tt, $order:tt) => {
                select!(
                    "account = ?1 AND mode = ?2 AND " $range " AND " $driver
                    " AND purpose <> 'identity_private'
                    AND (?8 IS NULL OR purpose = ?8)
                    ORDER BY " $order " LIMIT ?5",
                    account, mode, bounds.above, bounds.below, bounds.rows, bounds.from, bounds.to, purpose,
                )
                .fetch_all(self.connection().await?)
                .await
            };
        }
        let rows = if purpose.is_some() {
            travel!(bounds, list, "purpose = ?8")
        } else {
            travel!(bounds, list, "1")
        };
        bounds.listing(rows.map_err(failure)?, Row::read)
    }

    async fn files_of_session(
        &mut self,
        session: &SessionId,
    ) -> Result<Vec<FileRecord>, StoreError> {
        let session = session.as_str();
        let rows = select!("session = ? ORDER BY position", session)
            .fetch_all(self.connection().await?)
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn delete_file(&mut self, id: &FileId) -> Result<bool, StoreError> {
        let id = id.as_str();
        changed_any(
            sqlx::query!("DELETE FROM files WHERE id = ?", id)
                .execute(self.connection().await?)
                .await,
        )
    }

    async fn blobs_of_no_file(&mut self, blobs: &[String]) -> Result<Vec<String>, StoreError> {
        let blobs = serde_json::to_string(blobs).map_err(StoreError::database)?;
        sqlx::query_scalar!(
            r#"SELECT CAST(json_each.value AS TEXT) AS "blob!: String" FROM json_each(?)
            WHERE NOT EXISTS (SELECT 1 FROM files WHERE files.blob = json_each.value)"#,
            blobs
        )
        .fetch_all(self.connection().await?)
        .await
        .map_err(failure)
    }
}

/// The oldest files of sessions.
pub(crate) async fn created_before(
    unit: &mut Unit,
    scope: &Scope,
    moment: Timestamp,
    limit: u32,
) -> Result<Vec<FileRecord>, StoreError> {
    let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
    let rows = select!(
        "account = ? AND mode = ? AND session IS NOT NULL AND created < ? ORDER BY created LIMIT ?",
        account,
        mode,
        moment.0,
        limit
    )
    .fetch_all(unit.connection().await?)
    .await
    .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}

/// Files of these identifiers, in any order.
pub(crate) async fn of_ids(unit: &mut Unit, ids: &str) -> Result<Vec<FileRecord>, StoreError> {
    let rows = select!("id IN (SELECT value FROM json_each(?))", ids)
        .fetch_all(unit.connection().await?)
        .await
        .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
