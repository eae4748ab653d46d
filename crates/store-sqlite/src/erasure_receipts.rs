use async_trait::async_trait;
use identity::SessionId;
use store::rows::erasure_receipt::{Row, TABLE};
use store::{
    ErasureReceiptRecord, ErasureReceipts, Scope, StoreError, insert_erasure_receipt,
    select_erasure_receipts,
};

use crate::failure::failure;
use crate::table::inserted;
use crate::unit::Unit;

#[async_trait]
impl ErasureReceipts for Unit {
    async fn insert_erasure_receipt(
        &mut self,
        record: &ErasureReceiptRecord,
    ) -> Result<(), StoreError> {
        let row = &Row::of(record);
        inserted(
            TABLE,
            insert_erasure_receipt!(row)
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
        let row = select_erasure_receipts!(
            "session = $1 AND account = $2 AND mode = $3",
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
        let rows = select_erasure_receipts!(
            "position > coalesce((SELECT position FROM erasure_receipts WHERE session = $1), 0)
            ORDER BY position LIMIT $2",
            after,
            limit
        )
        .fetch_all(self.connection().await?)
        .await
        .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }
}
