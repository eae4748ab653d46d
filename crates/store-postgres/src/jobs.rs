use async_trait::async_trait;
use identity::Timestamp;
use serde_json::Value;
use store::rows::StoredJson as _;
use store::rows::job::{self, QueueRow, TABLE};
use store::{DeliveryQueue, Job, JobKind, JobPayload, Jobs, StoreError, insert_job};

use crate::failure::failure;
use crate::lock::{self, Lock};
use crate::table::{changed_any, inserted};
use crate::unit::Unit;

type Row = job::Row<Value>;
type NewRow = job::NewRow<Value>;

/// Leases the due jobs of a kind and share that fit, too, what is said behind it.
macro_rules! lease {
    ($unit:ident, $of:expr, $owner:expr, $now:expr, $until:expr, $limit:expr
        $(, $condition:literal, $argument:expr)?) => {{
        let (kind, share): (JobKind, &str) = $of;
        let kind = kind.as_str();
        let (now, until): (Timestamp, Timestamp) = ($now, $until);
        let mut rows = sqlx::query_as!(
            Row,
            "WITH chosen AS MATERIALIZED (
                SELECT id FROM jobs WHERE kind = $3 AND share = $4 AND NOT blocked AND due <= $5 "
                $(+ $condition)? + " ORDER BY due, id LIMIT $6 FOR UPDATE SKIP LOCKED
            )
            UPDATE jobs SET lease_owner = $1, due = $2, attempts = attempts + 1
            FROM chosen WHERE jobs.id = chosen.id
            RETURNING jobs.id, payload, attempts, created",
            $owner,
            until.0,
            kind,
            share,
            now.0,
            i64::from($limit)
            $(, $argument)?
        )
        .fetch_all($unit.connection())
        .await
        .map_err(failure)?;
        rows.sort_by_key(|row| row.id);
        rows.into_iter().map(Row::read).collect()
    }};
}

#[async_trait]
impl Jobs for Unit {
    async fn enqueue(
        &mut self,
        payload: &JobPayload,
        now: Timestamp,
        run_at: Timestamp,
    ) -> Result<(), StoreError> {
        let row = &NewRow::of(payload, now, run_at)?;
        if let Some(key) = &row.ordering_key {
            // Numbers under one ordering key follow the order of commits, and no completion is missed.
            lock::hold(self.connection(), Lock::OrderingKey(key)).await?;
        }
        self.note_job();
        inserted(TABLE, insert_job!(row).execute(self.connection()).await)
    }

    async fn lease(
        &mut self,
        of: (JobKind, &str),
        owner: &str,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<Job>, StoreError> {
        lease!(self, of, owner, now, until, limit)
    }

    async fn lease_older(
        &mut self,
        of: (JobKind, &str),
        before: Timestamp,
        owner: &str,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<Job>, StoreError> {
        lease!(
            self,
            of,
            owner,
            now,
            until,
            limit,
            "AND created < $7",
            before.0
        )
    }

    async fn delivery_queues(&mut self, now: Timestamp) -> Result<Vec<DeliveryQueue>, StoreError> {
        // From one endpoint to the next, over whatever waits for each.
        let rows = sqlx::query_as!(
            QueueRow,
            r#"WITH RECURSIVE shares (name) AS (
                SELECT (
                    SELECT share FROM jobs WHERE kind = 'deliver' AND NOT blocked
                    ORDER BY share LIMIT 1
                )
                UNION ALL
                SELECT (
                    SELECT share FROM jobs
                    WHERE kind = 'deliver' AND NOT blocked AND share > shares.name
                    ORDER BY share LIMIT 1
                ) FROM shares WHERE shares.name IS NOT NULL
            )
            SELECT shares.name AS "share!: String", (
                    SELECT due FROM jobs
                    WHERE kind = 'deliver' AND NOT blocked AND share = shares.name
                    ORDER BY due LIMIT 1
                ) AS "due!: i64", (
                    SELECT COUNT(*) FROM jobs
                    WHERE kind = 'deliver' AND share = shares.name AND lease_owner IS NOT NULL
                        AND due > $1
                ) AS "in_hand!: i64",
                endpoint.account AS "account?: String", endpoint.failures AS "failures?: i64",
                endpoint.failing_since AS "failing_since?: i64",
                endpoint.held_until AS "held_until?: i64"
            FROM shares
            LEFT JOIN webhook_endpoints endpoint
                ON endpoint.id = shares.name AND endpoint.status = 'enabled'
            WHERE shares.name IS NOT NULL"#,
            now.0
        )
        .fetch_all(self.connection())
        .await
        .map_err(failure)?;
        rows.into_iter().map(QueueRow::read).collect()
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
            // Whoever is enqueueing under it is waited for: its job may be the next.
            lock::hold(self.connection(), Lock::OrderingKey(&lane)).await?;
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
        let payload = Value::of(payload)?;
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

    async fn next_due(
        &mut self,
        (kind, share): (JobKind, &str),
    ) -> Result<Option<Timestamp>, StoreError> {
        let kind = kind.as_str();
        let due = sqlx::query_scalar!(
            "SELECT due FROM jobs WHERE kind = $1 AND share = $2 AND NOT blocked
            ORDER BY due LIMIT 1",
            kind,
            share
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
