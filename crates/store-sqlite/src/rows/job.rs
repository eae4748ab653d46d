use sqlx::SqliteConnection;
use store::StoreError;

use crate::table::Table;

const TABLE: Table = Table("jobs");

/// A job as it is added.
pub(crate) struct JobRow {
    pub(crate) kind: &'static str,
    pub(crate) share: String,
    pub(crate) ordering_key: Option<String>,
    pub(crate) payload: String,
    pub(crate) due: i64,
    pub(crate) created: i64,
}

impl JobRow {
    pub(crate) async fn insert(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO jobs (kind, payload, lane, blocked, due, attempts, created, share)
                VALUES (?1, ?2, ?3, EXISTS (SELECT 1 FROM jobs WHERE lane = ?3), ?4, 0, ?5, ?6)",
                self.kind,
                self.payload,
                self.ordering_key,
                self.due,
                self.created,
                self.share
            )
            .execute(connection)
            .await,
        )
    }
}
