use async_trait::async_trait;
use identity::{FileId, FilePurpose, SessionId, Timestamp};
use store::rows::file::{Row, TABLE};
use store::{
    FileFilter, FileRecord, Files, Listing, Page, Scope, StoreError, insert_file, select_files,
};

use crate::failure::failure;
use crate::table::{changed_any, inserted};
use crate::unit::Unit;

#[async_trait]
impl Files for Unit {
    async fn insert_file(&mut self, record: &FileRecord) -> Result<(), StoreError> {
        let file = &record.file;
        self.lock_lists(&file.account, file.mode).await?;
        let row = &Row::of(record)?;
        inserted(
            TABLE,
            insert_file!(row, " ON CONFLICT DO NOTHING")
                .execute(self.connection())
                .await,
        )
    }

    async fn file(&mut self, scope: &Scope, id: &FileId) -> Result<Option<FileRecord>, StoreError> {
        if let Some(due) = self.read_ahead.files.due(id.as_str()) {
            let found = of_ids(self, &due).await?;
            self.read_ahead.files_listed(&found);
            let found = found
                .into_iter()
                .map(|record| (record.file.id.as_str().to_owned(), record));
            self.read_ahead.files.keep(due, found);
        }
        if let Some(known) = self.read_ahead.files.known(id.as_str()) {
            return Ok(known.filter(|record| {
                record.file.account == scope.account && record.file.mode == scope.mode
            }));
        }
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = select_files!("id = $1 AND account = $2 AND mode = $3", id, account, mode)
            .fetch_optional(self.connection())
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
            ([$($condition:tt)+], [$($order:tt)+]) => {
                select_files!(
                    "account = $1 AND mode = $2 AND " $($condition)+
                    " AND purpose <> 'identity_private'
                    AND ($8::text IS NULL OR purpose = $8)
                    ORDER BY " $($order)+ " LIMIT $5",
                    account, mode, bounds.above, bounds.below, bounds.rows, bounds.from, bounds.to, purpose,
                )
                .fetch_all(self.connection())
                .await
            };
        }
        let rows = if purpose.is_some() {
            travel!(bounds, list, "purpose" is "$8")
        } else {
            travel!(bounds, list)
        };
        let listing = bounds.listing(rows.map_err(failure)?, Row::read)?;
        self.listed(|ahead| ahead.files_listed(&listing.items));
        Ok(listing)
    }

    async fn files_of_session(
        &mut self,
        session: &SessionId,
    ) -> Result<Vec<FileRecord>, StoreError> {
        let session = session.as_str();
        let rows = select_files!("session = $1 ORDER BY position", session)
            .fetch_all(self.connection())
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn delete_file(&mut self, id: &FileId) -> Result<bool, StoreError> {
        let id = id.as_str();
        changed_any(
            sqlx::query!("DELETE FROM files WHERE id = $1", id)
                .execute(self.connection())
                .await,
        )
    }

    async fn blobs_of_no_file(&mut self, blobs: &[String]) -> Result<Vec<String>, StoreError> {
        sqlx::query_scalar!(
            r#"SELECT asked AS "blob!" FROM unnest($1::text[]) AS asked
            WHERE NOT EXISTS (SELECT 1 FROM files WHERE files.blob = asked)"#,
            blobs
        )
        .fetch_all(self.connection())
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
    let rows = select_files!(
        "account = $1 AND mode = $2 AND session IS NOT NULL AND created < $3 ORDER BY created LIMIT $4",
        account,
        mode,
        moment.0,
        i64::from(limit)
    )
    .fetch_all(unit.connection())
    .await
    .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}

/// Those of these identifiers, in any order.
pub(crate) async fn of_ids(unit: &mut Unit, ids: &[String]) -> Result<Vec<FileRecord>, StoreError> {
    let rows = select_files!("id = ANY ($1)", ids)
        .fetch_all(unit.connection())
        .await
        .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
