use identity::{AccountId, EndpointHealth, Timestamp};

use super::{StoredJson, Table};
use crate::{DeliveryQueue, Job, JobPayload, StoreError};

pub const TABLE: Table = Table("jobs");

/// A job as it is leased.
pub struct Row<J> {
    pub id: i64,
    pub payload: J,
    pub attempts: i64,
    pub created: i64,
}

impl<J: StoredJson> Row<J> {
    pub fn read(self) -> Result<Job, StoreError> {
        Ok(Job {
            id: self.id,
            payload: TABLE.json("payload", self.payload)?,
            attempts: TABLE.number("attempts", self.attempts)?,
            created: Timestamp(self.created),
        })
    }
}

/// A job as it is added.
pub struct NewRow<J> {
    pub kind: &'static str,
    pub share: String,
    pub ordering_key: Option<String>,
    pub payload: J,
    pub due: i64,
    pub created: i64,
}

impl<J: StoredJson> NewRow<J> {
    pub fn of(payload: &JobPayload, now: Timestamp, run_at: Timestamp) -> Result<Self, StoreError> {
        Ok(Self {
            kind: payload.kind().as_str(),
            share: payload.share().to_owned(),
            ordering_key: payload.ordering_key(),
            payload: J::of(payload)?,
            due: run_at.0,
            created: now.0,
        })
    }
}

/// What waits and runs for one endpoint.
pub struct QueueRow {
    pub share: String,
    pub due: i64,
    pub in_hand: i64,
    pub account: Option<String>,
    pub failures: Option<i64>,
    pub failing_since: Option<i64>,
    pub held_until: Option<i64>,
}

impl QueueRow {
    pub fn read(self) -> Result<DeliveryQueue, StoreError> {
        let endpoint = match self.account {
            Some(account) => {
                let health = EndpointHealth {
                    failures: TABLE.number("failures", self.failures.unwrap_or_default())?,
                    failing_since: self.failing_since.map(Timestamp),
                    held_until: self.held_until.map(Timestamp),
                };
                Some((AccountId::from_stored(account), health))
            }
            None => None,
        };
        Ok(DeliveryQueue {
            share: self.share,
            due: Timestamp(self.due),
            in_hand: TABLE.number("due", self.in_hand)?,
            endpoint,
        })
    }
}

/// Adds a job, which waits for those that were added under its ordering key before.
#[macro_export]
macro_rules! insert_job {
    ($row:ident) => {
        sqlx::query!(
            "INSERT INTO jobs (kind, payload, lane, blocked, due, attempts, created, share)
            VALUES ($1, $2, $3, EXISTS (SELECT 1 FROM jobs WHERE lane = $3), $4, 0, $5, $6)",
            $row.kind,
            $row.payload,
            $row.ordering_key,
            $row.due,
            $row.created,
            $row.share
        )
    };
}
