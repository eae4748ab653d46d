use async_trait::async_trait;
use identity::{ApiKey, ApiKeyId, Permission, Timestamp};
use store::{ApiKeys, StoreError};

use crate::failure::failure;
use crate::rows::api_key::{Row, TABLE, of_hash, select};
use crate::table::{changed_any, to_json};
use crate::unit::Unit;

#[async_trait]
impl ApiKeys for Unit {
    async fn insert_api_key(&mut self, key: &ApiKey) -> Result<(), StoreError> {
        let (id, account) = (key.id.as_str(), key.account.as_str());
        let (mode, kind) = (key.mode.as_str(), key.kind.as_str());
        let permissions = to_json(&key.permissions)?;
        let allowed_networks = to_json(&key.allowed_networks)?;
        let hash = key.hash.as_slice();
        let revoked = key.revoked.map(|time| time.0);
        let brought_along = key.brought_along.map(Permission::as_str);
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO api_keys (id, account, mode, kind, permissions, allowed_networks,
                    hash, last_four, created, revoked, brought_along)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                mode,
                kind,
                permissions,
                allowed_networks,
                hash,
                key.last_four,
                key.created.0,
                revoked,
                brought_along
            )
            .execute(self.connection().await?)
            .await,
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
        let rows = select!("ORDER BY position")
            .fetch_all(self.connection().await?)
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn revoke_api_key(&mut self, id: &ApiKeyId, now: Timestamp) -> Result<bool, StoreError> {
        let id = id.as_str();
        changed_any(
            sqlx::query!(
                "UPDATE api_keys SET revoked = ? WHERE id = ? AND revoked IS NULL",
                now.0,
                id
            )
            .execute(self.connection().await?)
            .await,
        )
    }
}
