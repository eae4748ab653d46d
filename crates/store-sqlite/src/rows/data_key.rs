use sqlx::SqliteConnection;
use store::{StoreError, WrappedKey};

use crate::table::Table;

const TABLE: Table = Table("data_keys");

pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    owner: &str,
    key: &WrappedKey,
) -> Result<(), StoreError> {
    TABLE.inserted(
        sqlx::query!(
            "INSERT INTO data_keys (owner, wrapped_by, bytes) VALUES (?, ?, ?)",
            owner,
            key.wrapped_by,
            key.bytes
        )
        .execute(connection)
        .await,
    )
}
