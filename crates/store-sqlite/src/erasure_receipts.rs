use async_trait::async_trait;
use identity::{AccountId, Mode, SessionId, Timestamp};
use store::{ErasureReceiptRecord, ErasureReceipts, Scope, StoreError};

use crate::failure::failure;
use crate::table::Table;
use crate::unit::Unit;

const TABLE: Table = Table("erasure_receipts");

struct Row {
    session: String,
    account: String,
    mode: String,
    created: i64,
    receipt: String,
}

impl Row {
    fn read(self) -> Result<ErasureReceiptRecord, StoreError> {
        Ok(ErasureReceiptRecord {
            scope: Scope {
                account: AccountId::from_stored(self.account),
                mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            },
            session: SessionId::from_stored(self.session),
            created: Timestamp(self.created),
            receipt: self.receipt,
        })
    }
}

#[async_trait]
impl ErasureReceipts for Unit {
    async fn insert_erasure_receipt(
        &mut self,
        record: &ErasureReceiptRecord,
    ) -> Result<(), StoreError> {
        let (session, account) = (record.session.as_str(), record.scope.account.as_str());
        let mode = record.scope.mode.as_str();
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO erasure_receipts (session, account, mode, created, receipt)
                VALUES (?, ?, ?, ?, ?)",
                session,
                account,
                mode,
                record.created.0,
                record.receipt
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn erasure_receipt(
        &mut self,
        scope: &Scope,
        session: &SessionId,
    ) -> Result<Option<ErasureReceiptRecord>, StoreError> {
        let (session, account) = (session.as_str(), scope.account.as_str());
        let mode = scope.mode.as_str();
        let row = sqlx::query_as!(
            Row,
            "SELECT session, account, mode, created, receipt FROM erasure_receipts
            WHERE session = ? AND account = ? AND mode = ?",
            session,
            account,
            mode
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn erasure_receipts(
        &mut self,
        after: Option<&SessionId>,
        limit: u32,
    ) -> Result<Vec<ErasureReceiptRecord>, StoreError> {
        let after = after.map(SessionId::as_str);
        let rows = sqlx::query_as!(
            Row,
            "SELECT session, account, mode, created, receipt FROM erasure_receipts
            WHERE position > coalesce(
                (SELECT position FROM erasure_receipts WHERE session = ?1), 0)
            ORDER BY position LIMIT ?2",
            after,
            limit
        )
        .fetch_all(self.connection().await?)
        .await
        .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }
}
