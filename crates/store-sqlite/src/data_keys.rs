use async_trait::async_trait;
use store::rows::StoredJson as _;
use store::rows::data_key::Row;
use store::{DataKeys, StoreError, WrappedKey, select_data_keys};

use crate::deferred_insert::DeferredInsert;
use crate::failure::failure;
use crate::table::changed_any;
use crate::unit::Unit;

/// The keys that these owners have.
pub(crate) async fn of_owners(
    unit: &mut Unit,
    owners: &str,
) -> Result<Vec<(String, WrappedKey)>, StoreError> {
    let rows = select_data_keys!("owner IN (SELECT value FROM json_each($1))", owners)
        .fetch_all(unit.connection().await?)
        .await
        .map_err(failure)?;
    Ok(rows.into_iter().map(Row::read).collect())
}

#[async_trait]
impl DataKeys for Unit {
    async fn insert_data_key(&mut self, owner: &str, key: &WrappedKey) -> Result<(), StoreError> {
        let row = Row::of(owner, key);
        self.add(DeferredInsert::DataKey(row)).await
    }

    async fn data_key(&mut self, owner: &str) -> Result<Option<WrappedKey>, StoreError> {
        if let Some(due) = self.read_ahead.data_keys.due(owner) {
            let found = of_owners(self, &String::of(&due)?).await?;
            self.read_ahead.data_keys.keep(due, found);
        }
        if let Some(known) = self.read_ahead.data_keys.known(owner) {
            return Ok(known);
        }
        let row = select_data_keys!("owner = $1", owner)
            .fetch_optional(self.connection().await?)
            .await
            .map_err(failure)?;
        Ok(row.map(|row| row.read().1))
    }

    async fn destroy_data_key(&mut self, owner: &str) -> Result<bool, StoreError> {
        let destroyed = changed_any(
            sqlx::query!("DELETE FROM data_keys WHERE owner = $1", owner)
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
        let rows = select_data_keys!("wrapped_by = $1 LIMIT $2", wrapping, limit)
            .fetch_all(self.connection().await?)
            .await
            .map_err(failure)?;
        Ok(rows.into_iter().map(Row::read).collect())
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
            .execute(self.connection().await?)
            .await,
        )
    }
}
