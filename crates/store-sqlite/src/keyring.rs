use async_trait::async_trait;
use identity::Timestamp;
use store::{Keyring, KeyringEntry, KeyringKind, StoreError};

use crate::failure::failure;
use crate::table::{Table, changed_any};
use crate::unit::Unit;

const TABLE: Table = Table("keyring");

#[async_trait]
impl Keyring for Unit {
    async fn insert_keyring_entry(&mut self, entry: &KeyringEntry) -> Result<(), StoreError> {
        let kind = entry.kind.as_str();
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO keyring (id, kind, created) VALUES (?, ?, ?)",
                entry.id,
                kind,
                entry.created.0
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn keyring(&mut self) -> Result<Vec<KeyringEntry>, StoreError> {
        let rows = sqlx::query!("SELECT id, kind, created FROM keyring")
            .fetch_all(self.connection().await?)
            .await
            .map_err(failure)?;
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            entries.push(KeyringEntry {
                id: row.id,
                kind: TABLE.word("kind", &row.kind, KeyringKind::parse)?,
                created: Timestamp(row.created),
            });
        }
        store::keyring_order(&mut entries);
        Ok(entries)
    }

    async fn remove_keyring_entry(&mut self, id: &str) -> Result<bool, StoreError> {
        let removed = sqlx::query!(
            "DELETE FROM keyring WHERE id = ?1
            AND NOT EXISTS (SELECT 1 FROM data_keys WHERE wrapped_by = ?1)",
            id
        )
        .execute(self.connection().await?)
        .await;
        if changed_any(removed)? {
            return Ok(true);
        }
        let listed = sqlx::query_scalar!("SELECT COUNT(*) FROM keyring WHERE id = ?", id)
            .fetch_one(self.connection().await?)
            .await
            .map_err(failure)?;
        if listed > 0 {
            return Err(StoreError::Conflict { table: "data_keys" });
        }
        Ok(false)
    }
}
