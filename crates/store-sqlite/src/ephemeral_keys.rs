use async_trait::async_trait;
use identity::{EphemeralKey, EphemeralKeyId, SessionId};
use store::rows::ephemeral_key::{Row, TABLE};
use store::{EphemeralKeys, Scope, StoreError, ephemeral_keys, insert_ephemeral_key};

use crate::failure::failure;
use crate::table::inserted;
use crate::unit::Unit;

#[async_trait]
impl EphemeralKeys for Unit {
    async fn insert_ephemeral_key(&mut self, key: &EphemeralKey) -> Result<(), StoreError> {
        let row = &Row::of(key);
        inserted(
            TABLE,
            insert_ephemeral_key!(row)
                .execute(self.connection().await?)
                .await,
        )
    }

    async fn ephemeral_key_by_hash(
        &mut self,
        hash: &[u8; 32],
    ) -> Result<Option<EphemeralKey>, StoreError> {
        let hash = hash.as_slice();
        let row = ephemeral_keys!("SELECT", "FROM ephemeral_keys WHERE hash = $1", hash)
            .fetch_optional(self.connection().await?)
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn delete_ephemeral_key(
        &mut self,
        scope: &Scope,
        id: &EphemeralKeyId,
    ) -> Result<Option<EphemeralKey>, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = ephemeral_keys!(
            "DELETE FROM ephemeral_keys WHERE id = $1 AND account = $2 AND mode = $3 RETURNING",
            "",
            id,
            account,
            mode
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn age_ephemeral_keys(
        &mut self,
        session: &SessionId,
        seconds: i64,
    ) -> Result<(), StoreError> {
        let session = session.as_str();
        sqlx::query!(
            "UPDATE ephemeral_keys SET expires = expires - $1 WHERE session = $2",
            seconds,
            session
        )
        .execute(self.connection().await?)
        .await
        .map_err(failure)?;
        Ok(())
    }
}
