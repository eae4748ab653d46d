use sqlx::SqliteConnection;
use store::{EndpointRecord, Scope, StoreError, select_endpoints};

use crate::failure::failure;

pub(crate) type Row = store::rows::webhook_endpoint::Row<String>;

/// Those of a scope that are enabled, oldest first.
pub(crate) async fn enabled(
    connection: &mut SqliteConnection,
    scope: &Scope,
) -> Result<Vec<EndpointRecord>, StoreError> {
    let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
    let rows = select_endpoints!(
        "account = $1 AND mode = $2 AND status = 'enabled' ORDER BY position",
        account,
        mode
    )
    .fetch_all(connection)
    .await
    .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
