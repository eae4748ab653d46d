use async_trait::async_trait;
use store::rows::data_key::{Row, TABLE};
use store::{DataKeys, StoreError, WrappedKey, insert_data_key, select_data_keys};

use crate::failure::failure;
use crate::table::{changed_any, inserted};
use crate::unit::Unit;

#[async_trait]
impl DataKeys for Unit {
    async fn insert_data_key(&mut self, owner: &str, key: &WrappedKey) -> Result<(), StoreError> {
        let row = &Row::of(owner, key);
        inserted(
            TABLE,
            insert_data_key!(row, " ON CONFLICT DO NOTHING")
                .execute(self.connection())
                .await,
        )
    }

    async fn data_key(&mut self, owner: &str) -> Result<Option<WrappedKey>, StoreError> {
        if let Some(due) = self.read_ahead.data_keys.due(owner) {
            let found = of_owners(self, &due).await?;
            self.read_ahead.data_keys.keep(due, found);
        }
        if let Some(known) = self.read_ahead.data_keys.known(owner) {
            return Ok(known);
        }
        let row = select_data_keys!("owner = $1", owner)
            .fetch_optional(self.connection())
            .await
            .map_err(failure)?;
        Ok(row.map(|row| row.read().1))
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
        let limit = i64::from(limit);
        let rows = select_data_keys!("wrapped_by = $1 LIMIT $2", wrapping, limit)
            .fetch_all(self.connection())
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
    let rows = select_data_keys!("owner = ANY ($1)", owners)
        .fetch_all(unit.connection())
        .await
        .map_err(failure)?;
    Ok(rows.into_iter().map(Row::read).collect())
}
