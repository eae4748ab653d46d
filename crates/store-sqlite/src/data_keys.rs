use async_trait::async_trait;
use store::{DataKeys, StoreError, WrappedKey};

use crate::deferred_insert::DeferredInsert;
use crate::failure::failure;
use crate::table::changed_any;
use crate::unit::Unit;

/// The keys that these owners have.
pub(crate) async fn of_owners(
    unit: &mut Unit,
    owners: &str,
) -> Result<Vec<(String, WrappedKey)>, StoreError> {
    let rows = sqlx::query!(
        "SELECT owner, wrapped_by, bytes FROM data_keys
        WHERE owner IN (SELECT value FROM json_each(?))",
        owners
    )
    .fetch_all(unit.connection().await?)
    .await
    .map_err(failure)?;
    let pair = |wrapped_by, bytes| WrappedKey { wrapped_by, bytes };
    Ok(rows
        .into_iter()
        .map(|row| (row.owner, pair(row.wrapped_by, row.bytes)))
        .collect())
}

#[async_trait]
impl DataKeys for Unit {
    async fn insert_data_key(&mut self, owner: &str, key: &WrappedKey) -> Result<(), StoreError> {
        let addition = DeferredInsert::DataKey(owner.to_owned(), key.clone());
        self.add(addition).await
    }

    async fn data_key(&mut self, owner: &str) -> Result<Option<WrappedKey>, StoreError> {
        if let Some(known) = self.ahead.data_keys.get(owner) {
            return Ok(known.clone());
        }
        sqlx::query_as!(
            WrappedKey,
            "SELECT wrapped_by, bytes FROM data_keys WHERE owner = ?",
            owner
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)
    }

    async fn destroy_data_key(&mut self, owner: &str) -> Result<bool, StoreError> {
        let destroyed = changed_any(
            sqlx::query!("DELETE FROM data_keys WHERE owner = ?", owner)
                .execute(self.connection().await?)
                .await,
        )?;
        // `secure_delete` zeroes the row in the database; the log may still hold it as it was.
        self.scrub();
        Ok(destroyed)
    }

    async fn data_keys_wrapped_by(
        &mut self,
        wrapping: &str,
        limit: u32,
    ) -> Result<Vec<(String, WrappedKey)>, StoreError> {
        let rows = sqlx::query!(
            "SELECT owner, wrapped_by, bytes FROM data_keys WHERE wrapped_by = ? LIMIT ?",
            wrapping,
            limit
        )
        .fetch_all(self.connection().await?)
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
                "UPDATE data_keys SET wrapped_by = ?, bytes = ? WHERE owner = ? AND bytes = ?",
                to.wrapped_by,
                to.bytes,
                owner,
                from.bytes
            )
            .execute(self.connection().await?)
            .await,
        )
    }
}
