use async_trait::async_trait;
use store::{DataKeys, StoreError, WrappedKey};

use crate::failure::failure;
use crate::table::{Table, changed_any};
use crate::unit::Unit;

const TABLE: Table = Table("data_keys");

#[async_trait]
impl DataKeys for Unit {
    async fn insert_data_key(&mut self, owner: &str, key: &WrappedKey) -> Result<(), StoreError> {
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO data_keys (owner, wrapped_by, bytes) VALUES ($1, $2, $3)
                ON CONFLICT DO NOTHING",
                owner,
                key.wrapped_by,
                key.bytes
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn data_key(&mut self, owner: &str) -> Result<Option<WrappedKey>, StoreError> {
        sqlx::query_as!(
            WrappedKey,
            "SELECT wrapped_by, bytes FROM data_keys WHERE owner = $1",
            owner
        )
        .fetch_optional(self.connection())
        .await
        .map_err(failure)
    }

    async fn destroy_data_key(&mut self, owner: &str) -> Result<bool, StoreError> {
        changed_any(
            sqlx::query!("DELETE FROM data_keys WHERE owner = $1", owner)
                .execute(self.connection())
                .await,
        )
    }
}
