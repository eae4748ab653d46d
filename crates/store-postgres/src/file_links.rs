use async_trait::async_trait;
use identity::{FileId, FileLink, FileLinkId};
use serde_json::Value;
use store::rows::file_link::{self, TABLE};
use store::{
    FileLinkFilter, FileLinks, Listing, Page, Scope, StoreError, insert_file_link,
    select_file_links, update_file_link,
};

use crate::failure::failure;
use crate::table::{changed, inserted};
use crate::unit::Unit;

type Row = file_link::Row<Value>;

#[async_trait]
impl FileLinks for Unit {
    async fn insert_file_link(&mut self, link: &FileLink) -> Result<(), StoreError> {
        self.lock_lists(&link.account, link.mode).await?;
        let row = &Row::of(link)?;
        inserted(
            TABLE,
            insert_file_link!(row, " ON CONFLICT DO NOTHING")
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
            select_file_links,
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
        let row = find!(self, select_file_links, "id = $1", id)?;
        row.map(Row::read).transpose()
    }

    async fn update_file_link(&mut self, link: &FileLink) -> Result<(), StoreError> {
        let row = &Row::of(link)?;
        changed(
            TABLE,
            update_file_link!(row).execute(self.connection()).await,
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
                select_file_links!(
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
        let listing = bounds.listing(rows.map_err(failure)?, Row::read)?;
        self.listed(|ahead| ahead.links_listed(&listing.items));
        Ok(listing)
    }
}
