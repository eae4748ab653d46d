use sqlx::SqliteConnection;
use store::rows::session::TABLE;
use store::{SessionRecord, StoreError, insert_session, select_sessions};

use crate::failure::failure;
use crate::table::{Query, inserted};

pub(crate) type Row = store::rows::session::Row<String>;

pub(crate) const COLUMNS: [&str; 24] = [
    "id",
    "account",
    "mode",
    "created",
    "verification_type",
    "status",
    "options",
    "metadata",
    "client_reference_id",
    "related_customer",
    "related_customer_account",
    "related_person",
    "return_url",
    "verification_flow",
    "last_error",
    "last_report",
    "redaction",
    "submissions",
    "links_spent",
    "submitted_at",
    "abandon_at",
    "clock_offset",
    "guards",
    "sealed",
];

pub(crate) async fn insert(row: &Row, connection: &mut SqliteConnection) -> Result<(), StoreError> {
    inserted(TABLE, insert_session!(row).execute(connection).await)
}

pub(crate) fn bind<'q>(query: Query<'q>, row: &'q Row) -> Query<'q> {
    query
        .bind(row.id.as_str())
        .bind(row.account.as_str())
        .bind(row.mode.as_str())
        .bind(row.created)
        .bind(row.verification_type.as_str())
        .bind(row.status.as_str())
        .bind(row.options.as_str())
        .bind(row.metadata.as_str())
        .bind(row.client_reference_id.as_deref())
        .bind(row.related_customer.as_deref())
        .bind(row.related_customer_account.as_deref())
        .bind(row.related_person.as_deref())
        .bind(row.return_url.as_deref())
        .bind(row.verification_flow.as_deref())
        .bind(row.last_error.as_deref())
        .bind(row.last_report.as_deref())
        .bind(row.redaction.as_deref())
        .bind(row.submissions)
        .bind(row.links_spent)
        .bind(row.submitted_at)
        .bind(row.abandon_at)
        .bind(row.clock_offset)
        .bind(row.guards.as_deref())
        .bind(row.sealed.as_deref())
}

/// Sessions of these identifiers, in any order.
pub(crate) async fn of_ids(
    connection: &mut SqliteConnection,
    ids: &str,
) -> Result<Vec<SessionRecord>, StoreError> {
    let rows = select_sessions!("id IN (SELECT value FROM json_each($1))", ids)
        .fetch_all(connection)
        .await
        .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
