use async_trait::async_trait;
use identity::Timestamp;
use sqlx::SqliteConnection;
use store::{Job, JobKind, JobPayload, Jobs, StoreError};

use crate::addition::Addition;
use crate::failure::failure;
use crate::table::{Table, changed_any, to_json};
use crate::unit::Unit;

const TABLE: Table = Table("jobs");

struct Row {
    id: i64,
    payload: String,
    attempts: i64,
    created: i64,
}

impl Row {
    fn read(self) -> Result<Job, StoreError> {
        Ok(Job {
            id: self.id,
            payload: TABLE.json("payload", &self.payload)?,
            attempts: TABLE.number("attempts", self.attempts)?,
            created: Timestamp(self.created),
        })
    }
}

/// A job as it is added.
pub(crate) struct JobRow {
    kind: &'static str,
    lane: Option<String>,
    payload: String,
    due: i64,
    created: i64,
}

impl JobRow {
    pub(crate) async fn insert(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO jobs (kind, payload, lane, blocked, due, attempts, created)
                VALUES (?1, ?2, ?3, EXISTS (SELECT 1 FROM jobs WHERE lane = ?3), ?4, 0, ?5)",
                self.kind,
                self.payload,
                self.lane,
                self.due,
                self.created
            )
            .execute(connection)
            .await,
        )
    }
}

#[async_trait]
impl Jobs for Unit {
    async fn enqueue(
        &mut self,
        payload: &JobPayload,
        now: Timestamp,
        run_at: Timestamp,
    ) -> Result<(), StoreError> {
        self.add(Addition::Job(JobRow {
            kind: payload.kind().as_str(),
            lane: payload.lane(),
            payload: to_json(payload)?,
            due: run_at.0,
            created: now.0,
        }))
        .await
    }

    async fn lease(
        &mut self,
        kind: JobKind,
        owner: &str,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<Job>, StoreError> {
        let kind = kind.as_str();
        let mut rows = sqlx::query_as!(
            Row,
            r#"UPDATE jobs SET lease_owner = ?1, due = ?2, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM jobs WHERE kind = ?3 AND blocked = 0 AND due <= ?4
                ORDER BY due, id LIMIT ?5
            )
            RETURNING id AS "id!", payload, attempts, created"#,
            owner,
            until.0,
            kind,
            now.0,
            limit
        )
        .fetch_all(self.connection().await?)
        .await
        .map_err(failure)?;
        rows.sort_by_key(|row| row.id);
        rows.into_iter().map(Row::read).collect()
    }

    async fn extend_lease(
        &mut self,
        id: i64,
        owner: &str,
        until: Timestamp,
    ) -> Result<bool, StoreError> {
        changed_any(
            sqlx::query!(
                "UPDATE jobs SET due = ? WHERE id = ? AND lease_owner = ?",
                until.0,
                id,
                owner
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn complete(&mut self, id: i64, owner: &str) -> Result<bool, StoreError> {
        let completed = sqlx::query!(
            "DELETE FROM jobs WHERE id = ? AND lease_owner = ? RETURNING lane",
            id,
            owner
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)?;
        let Some(completed) = completed else {
            return Ok(false);
        };
        if let Some(lane) = completed.lane {
            sqlx::query!(
                "UPDATE jobs SET blocked = 0 WHERE id = (SELECT MIN(id) FROM jobs WHERE lane = ?)",
                lane
            )
            .execute(self.connection().await?)
            .await
            .map_err(failure)?;
        }
        Ok(true)
    }

    async fn rewrite(
        &mut self,
        id: i64,
        owner: &str,
        payload: &JobPayload,
    ) -> Result<bool, StoreError> {
        let payload = to_json(payload)?;
        changed_any(
            sqlx::query!(
                "UPDATE jobs SET payload = ? WHERE id = ? AND lease_owner = ?",
                payload,
                id,
                owner
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn retry(&mut self, id: i64, owner: &str, run_at: Timestamp) -> Result<bool, StoreError> {
        changed_any(
            sqlx::query!(
                "UPDATE jobs SET due = ?, lease_owner = NULL WHERE id = ? AND lease_owner = ?",
                run_at.0,
                id,
                owner
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn next_due(&mut self, kind: JobKind) -> Result<Option<Timestamp>, StoreError> {
        let kind = kind.as_str();
        let due = sqlx::query_scalar!(
            "SELECT due FROM jobs WHERE kind = ? AND blocked = 0 ORDER BY due LIMIT 1",
            kind
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)?;
        Ok(due.map(Timestamp))
    }

    async fn count_jobs(&mut self, kind: JobKind) -> Result<u64, StoreError> {
        let kind = kind.as_str();
        let count = sqlx::query_scalar!("SELECT COUNT(*) FROM jobs WHERE kind = ?", kind)
            .fetch_one(self.connection().await?)
            .await
            .map_err(failure)?;
        TABLE.number("id", count)
    }
}
