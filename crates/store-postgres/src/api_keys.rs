use async_trait::async_trait;
use identity::{ApiKey, ApiKeyId, Timestamp};
use serde_json::Value;
use store::rows::api_key::{self, TABLE};
use store::{ApiKeys, StoreError, insert_api_key, select_api_keys};

use crate::failure::failure;
use crate::table::{changed_any, inserted};
use crate::unit::Unit;

type Row = api_key::Row<Value>;

#[async_trait]
impl ApiKeys for Unit {
    async fn insert_api_key(&mut self, key: &ApiKey) -> Result<(), StoreError> {
        let row = &Row::of(key)?;
        inserted(
            TABLE,
            insert_api_key!(row, " ON CONFLICT DO NOTHING")
                .execute(self.connection())
                .await,
        )
    }

    async fn api_key_by_hash(&mut self, hash: &[u8; 32]) -> Result<Option<ApiKey>, StoreError> {
        let hash = hash.as_slice();
        let row = select_api_keys!("WHERE hash = $1", hash)
            .fetch_optional(self.connection())
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn api_keys(&mut self) -> Result<Vec<ApiKey>, StoreError> {
        let rows = select_api_keys!("ORDER BY position")
            .fetch_all(self.connection())
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
            .execute(self.connection())
            .await,
        )
    }
}
