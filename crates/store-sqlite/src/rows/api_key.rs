use identity::ApiKey;
use sqlx::SqliteConnection;
use store::{StoreError, select_api_keys};

use crate::failure::failure;

pub(crate) type Row = store::rows::api_key::Row<String>;

/// The key whose text hashes to this.
pub(crate) async fn of_hash(
    connection: &mut SqliteConnection,
    hash: &[u8; 32],
) -> Result<Option<ApiKey>, StoreError> {
    let hash = hash.as_slice();
    let row = select_api_keys!("WHERE hash = $1", hash)
        .fetch_optional(connection)
        .await
        .map_err(failure)?;
    row.map(Row::read).transpose()
}
