use async_trait::async_trait;
use identity::{ApiKey, ApiKeyId, Timestamp};
use store::rows::api_key::TABLE;
use store::{ApiKeys, StoreError, insert_api_key, select_api_keys};

use crate::failure::failure;
use crate::rows::api_key::{Row, of_hash};
use crate::table::{changed_any, inserted};
use crate::unit::Unit;

#[async_trait]
impl ApiKeys for Unit {
    async fn insert_api_key(&mut self, key: &ApiKey) -> Result<(), StoreError> {
        let row = &Row::of(key)?;
        inserted(
            TABLE,
            insert_api_key!(row).execute(self.connection().await?).await,
        )
    }

    async fn api_key_by_hash(&mut self, hash: &[u8; 32]) -> Result<Option<ApiKey>, StoreError> {
        if let Some(shared_reads) = self.shared_reads()
            && let Some(found) = shared_reads.key(hash).await
        {
            return Ok(found);
        }
        of_hash(self.connection().await?, hash).await
    }

    async fn api_keys(&mut self) -> Result<Vec<ApiKey>, StoreError> {
        let rows = select_api_keys!("ORDER BY position")
            .fetch_all(self.connection().await?)
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn revoke_api_key(&mut self, id: &ApiKeyId, now: Timestamp) -> Result<bool, StoreError> {
        let id = id.as_str();
        changed_any(
            sqlx::query!(
                "UPDATE api_keys SET revoked = $1 WHERE id = $2 AND revoked IS NULL",
                now.0,
                id
            )
            .execute(self.connection().await?)
            .await,
        )
    }
}
