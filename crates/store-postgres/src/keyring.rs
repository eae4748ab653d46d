use async_trait::async_trait;
use store::rows::keyring::{Row, TABLE};
use store::{Keyring, KeyringEntry, StoreError, insert_keyring_entry, select_keyring};

use crate::failure::failure;
use crate::table::{changed_any, inserted};
use crate::unit::Unit;

#[async_trait]
impl Keyring for Unit {
    async fn insert_keyring_entry(&mut self, entry: &KeyringEntry) -> Result<(), StoreError> {
        let row = &Row::of(entry);
        inserted(
            TABLE,
            insert_keyring_entry!(row, " ON CONFLICT DO NOTHING")
                .execute(self.connection())
                .await,
        )
    }

    async fn keyring(&mut self) -> Result<Vec<KeyringEntry>, StoreError> {
        let rows = select_keyring!()
            .fetch_all(self.connection())
            .await
            .map_err(failure)?;
        let entries = rows.into_iter().map(Row::read);
        let mut entries = entries.collect::<Result<Vec<_>, _>>()?;
        store::keyring_order(&mut entries);
        Ok(entries)
    }

    async fn remove_keyring_entry(&mut self, id: &str) -> Result<bool, StoreError> {
        let removed = sqlx::query!(
            "DELETE FROM keyring WHERE id = $1
            AND NOT EXISTS (SELECT 1 FROM data_keys WHERE wrapped_by = $1)",
            id
        )
        .execute(self.connection())
        .await;
        if changed_any(removed)? {
            return Ok(true);
        }
        let listed = sqlx::query_scalar!("SELECT COUNT(*) FROM keyring WHERE id = $1", id)
            .fetch_one(self.connection())
            .await
            .map_err(failure)?;
        if listed.unwrap_or_default() > 0 {
            return Err(StoreError::Conflict { table: "data_keys" });
        }
        Ok(false)
    }
}
