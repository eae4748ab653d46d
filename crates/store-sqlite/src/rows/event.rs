use sqlx::SqliteConnection;
use store::rows::event::TABLE;
use store::{StoreError, insert_event};

use crate::table::{Query, inserted};

pub(crate) type Row = store::rows::event::Row<String>;

pub(crate) const COLUMNS: [&str; 10] = [
    "id",
    "account",
    "mode",
    "created",
    "event_type",
    "session",
    "object",
    "request_id",
    "idempotency_key",
    "pending_webhooks",
];

pub(crate) async fn insert(row: &Row, connection: &mut SqliteConnection) -> Result<(), StoreError> {
    inserted(TABLE, insert_event!(row).execute(connection).await)
}

pub(crate) fn bind<'q>(query: Query<'q>, row: &'q Row) -> Query<'q> {
    query
        .bind(row.id.as_str())
        .bind(row.account.as_str())
        .bind(row.mode.as_str())
        .bind(row.created)
        .bind(row.event_type.as_str())
        .bind(row.session.as_str())
        .bind(row.object.as_str())
        .bind(row.request_id.as_deref())
        .bind(row.idempotency_key.as_deref())
        .bind(row.pending_webhooks)
}
