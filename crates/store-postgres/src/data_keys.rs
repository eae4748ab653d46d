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
        if let Some(known) = self.ahead.data_keys.get(owner) {
            return Ok(known.clone());
        }
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

    async fn data_keys_wrapped_by(
        &mut self,
        wrapping: &str,
        limit: u32,
    ) -> Result<Vec<(String, WrappedKey)>, StoreError> {
        let rows = sqlx::query!(
            "SELECT owner, wrapped_by, bytes FROM data_keys WHERE wrapped_by = $1 LIMIT $2",
            wrapping,
            i64::from(limit)
        )
        .fetch_all(self.connection())
        .await
        .map_err(failure)?;
        let pair = |wrapped_by, bytes| WrappedKey { wrapped_by, bytes };
        Ok(rows
            .into_iter()
            .map(|row| (row.owner, pair(row.wrapped_by, row.bytes)))
            .collect())
    }

    async fn rewrap_data_key(
        &mut self,
        owner: &str,
        from: &WrappedKey,
        to: &WrappedKey,
    ) -> Result<bool, StoreError> {
        changed_any(
            sqlx::query!(
                "UPDATE data_keys SET wrapped_by = $1, bytes = $2 WHERE owner = $3 AND bytes = $4",
                to.wrapped_by,
                to.bytes,
                owner,
                from.bytes
            )
            .execute(self.connection())
            .await,
        )
    }
}

/// The keys that these owners have.
pub(crate) async fn of_owners(
    unit: &mut Unit,
    owners: &[String],
) -> Result<Vec<(String, WrappedKey)>, StoreError> {
    let rows = sqlx::query!(
        "SELECT owner, wrapped_by, bytes FROM data_keys WHERE owner = ANY ($1)",
        owners
    )
    .fetch_all(unit.connection())
    .await
    .map_err(failure)?;
    let pair = |wrapped_by, bytes| WrappedKey { wrapped_by, bytes };
    Ok(rows
        .into_iter()
        .map(|row| (row.owner, pair(row.wrapped_by, row.bytes)))
        .collect())
}
