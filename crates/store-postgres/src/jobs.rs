use async_trait::async_trait;
use identity::Timestamp;
use serde_json::Value;
use store::{Job, JobKind, JobPayload, Jobs, StoreError};

use crate::failure::failure;
use crate::lock::{self, Lock};
use crate::table::{Table, changed_any, to_json};
use crate::unit::Unit;

const TABLE: Table = Table("jobs");

struct Row {
    id: i64,
    payload: Value,
    attempts: i64,
    created: i64,
}

impl Row {
    fn read(self) -> Result<Job, StoreError> {
        Ok(Job {
            id: self.id,
            payload: TABLE.json("payload", self.payload)?,
            attempts: TABLE.number("attempts", self.attempts)?,
            created: Timestamp(self.created),
        })
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
        let (kind, lane) = (payload.kind().as_str(), payload.lane());
        let payload = to_json(payload)?;
        if let Some(lane) = &lane {
            // Numbers within a lane follow the order of commits, and no completion is missed.
            lock::hold(self.connection(), Lock::Lane(lane)).await?;
        }
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO jobs (kind, payload, lane, blocked, due, attempts, created)
                VALUES ($1, $2, $3, EXISTS (SELECT 1 FROM jobs WHERE lane = $3), $4, 0, $5)",
                kind,
                payload,
                lane,
                run_at.0,
                now.0
            )
            .execute(self.connection())
            .await,
        )
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
            "WITH chosen AS MATERIALIZED (
                SELECT id FROM jobs WHERE kind = $3 AND NOT blocked AND due <= $4
                ORDER BY due, id LIMIT $5 FOR UPDATE SKIP LOCKED
            )
            UPDATE jobs SET lease_owner = $1, due = $2, attempts = attempts + 1
            FROM chosen WHERE jobs.id = chosen.id
            RETURNING jobs.id, payload, attempts, created",
            owner,
            until.0,
            kind,
            now.0,
            i64::from(limit)
        )
        .fetch_all(self.connection())
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
                "UPDATE jobs SET due = $1 WHERE id = $2 AND lease_owner = $3",
                until.0,
                id,
                owner
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn complete(&mut self, id: i64, owner: &str) -> Result<bool, StoreError> {
        let completed = sqlx::query!(
            "DELETE FROM jobs WHERE id = $1 AND lease_owner = $2 RETURNING lane",
            id,
            owner
        )
        .fetch_optional(self.connection())
        .await
        .map_err(failure)?;
        let Some(completed) = completed else {
            return Ok(false);
        };
        if let Some(lane) = completed.lane {
            // Whoever is enqueueing in the lane is waited for: its job may be the next.
            lock::hold(self.connection(), Lock::Lane(&lane)).await?;
            sqlx::query!(
                "UPDATE jobs SET blocked = FALSE
                WHERE id = (SELECT id FROM jobs WHERE lane = $1 ORDER BY id LIMIT 1)",
                lane
            )
            .execute(self.connection())
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
                "UPDATE jobs SET payload = $1 WHERE id = $2 AND lease_owner = $3",
                payload,
                id,
                owner
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn retry(&mut self, id: i64, owner: &str, run_at: Timestamp) -> Result<bool, StoreError> {
        changed_any(
            sqlx::query!(
                "UPDATE jobs SET due = $1, lease_owner = NULL WHERE id = $2 AND lease_owner = $3",
                run_at.0,
                id,
                owner
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn next_due(&mut self, kind: JobKind) -> Result<Option<Timestamp>, StoreError> {
        let kind = kind.as_str();
        let due = sqlx::query_scalar!(
            "SELECT due FROM jobs WHERE kind = $1 AND NOT blocked ORDER BY due LIMIT 1",
            kind
        )
        .fetch_optional(self.connection())
        .await
        .map_err(failure)?;
        Ok(due.map(Timestamp))
    }

    async fn count_jobs(&mut self, kind: JobKind) -> Result<u64, StoreError> {
        let kind = kind.as_str();
        let count = sqlx::query_scalar!(
            r#"SELECT COUNT(*) AS "count!" FROM jobs WHERE kind = $1"#,
            kind
        )
        .fetch_one(self.connection())
        .await
        .map_err(failure)?;
        TABLE.number("id", count)
    }
}
