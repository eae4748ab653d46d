use async_trait::async_trait;
use identity::{AccountId, FileId, FileLink, FileLinkId, Mode, Timestamp};
use serde_json::Value;
use store::{FileLinkFilter, FileLinks, Listing, Page, Scope, StoreError};

use crate::failure::failure;
use crate::table::{Table, to_json};
use crate::unit::Unit;

const TABLE: Table = Table("file_links");

struct Row {
    id: String,
    account: String,
    mode: String,
    created: i64,
    file: String,
    expires_at: Option<i64>,
    metadata: Value,
}

impl Row {
    fn read(self) -> Result<FileLink, StoreError> {
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

macro_rules! select {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            "SELECT id, account, mode, created, file, expires_at, metadata
            FROM file_links WHERE " $(+ $part)+
            $(, $argument)*
        )
    };
}

#[async_trait]
impl FileLinks for Unit {
    async fn insert_file_link(&mut self, link: &FileLink) -> Result<(), StoreError> {
        self.lock_lists(&link.account, link.mode).await?;
        let (id, account) = (link.id.as_str(), link.account.as_str());
        let (mode, file) = (link.mode.as_str(), link.file.as_str());
        let expires_at = link.expires_at.map(|time| time.0);
        let metadata = to_json(&link.metadata)?;
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO file_links (id, account, mode, created, file, expires_at, metadata)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT DO NOTHING",
                id,
                account,
                mode,
                link.created.0,
                file,
                expires_at,
                metadata
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn file_link(
        &mut self,
        scope: &Scope,
        id: &FileLinkId,
    ) -> Result<Option<FileLink>, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = find!(
            self,
            select,
            "id = $1 AND account = $2 AND mode = $3",
            id,
            account,
            mode
        )?;
        row.map(Row::read).transpose()
    }

    async fn file_link_anywhere(
        &mut self,
        id: &FileLinkId,
    ) -> Result<Option<FileLink>, StoreError> {
        let id = id.as_str();
        let row = find!(self, select, "id = $1", id)?;
        row.map(Row::read).transpose()
    }

    async fn update_file_link(&mut self, link: &FileLink) -> Result<(), StoreError> {
        let (id, account) = (link.id.as_str(), link.account.as_str());
        let (mode, file) = (link.mode.as_str(), link.file.as_str());
        let expires_at = link.expires_at.map(|time| time.0);
        let metadata = to_json(&link.metadata)?;
        TABLE.changed(
            sqlx::query!(
                "UPDATE file_links SET created = $1, file = $2, expires_at = $3, metadata = $4
                WHERE id = $5 AND account = $6 AND mode = $7",
                link.created.0,
                file,
                expires_at,
                metadata,
                id,
                account,
                mode
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn file_links(
        &mut self,
        scope: &Scope,
        filter: &FileLinkFilter,
        page: &Page,
    ) -> Result<Listing<FileLink>, StoreError> {
        let bounds = bounds!(self, scope, page, filter.created, "file_links");
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let file = filter.file.as_ref().map(FileId::as_str);
        let expired = filter.expired.map(|(expired, _)| expired);
        let at = filter.expired.map(|(_, at)| at);
        macro_rules! list {
            ([$($condition:tt)+], [$($order:tt)+]) => {
                select!(
                    "account = $1 AND mode = $2 AND " $($condition)+
                    " AND ($8::text IS NULL OR file = $8)
                    AND ($9::boolean IS NULL OR (expires_at IS NOT NULL AND expires_at <= $10) = $9)
                    ORDER BY " $($order)+ " LIMIT $5",
                    account, mode, bounds.above, bounds.below, bounds.rows, bounds.from, bounds.to, file,
                    expired, at,
                )
                .fetch_all(self.connection())
                .await
            };
        }
        let rows = if file.is_some() {
            travel!(bounds, list, "file" is "$8")
        } else {
            travel!(bounds, list)
        };
        bounds.listing(rows.map_err(failure)?, Row::read)
    }
}
