use async_trait::async_trait;
use identity::Timestamp;
use store::{Idempotency, IdempotentAnswer, Scope, StoreError};

use crate::failure::failure;
use crate::lock::{self, Lock};
use crate::table::Table;
use crate::unit::Unit;

const TABLE: Table = Table("idempotent_answers");

struct Row {
    fingerprint: Vec<u8>,
    status: i32,
    sealed_body: Vec<u8>,
    created: i64,
}

impl Row {
    fn read(self) -> Result<IdempotentAnswer, StoreError> {
        Ok(IdempotentAnswer {
            fingerprint: TABLE.hash("fingerprint", &self.fingerprint)?,
            status: TABLE.number("status", i64::from(self.status))?,
            sealed_body: self.sealed_body,
            created: Timestamp(self.created),
        })
    }
}

#[async_trait]
impl Idempotency for Unit {
    async fn idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
    ) -> Result<Option<IdempotentAnswer>, StoreError> {
        if self.writes() {
            lock::hold(self.connection(), Lock::Answer(scope, key)).await?;
        }
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let row = sqlx::query_as!(
            Row,
            "SELECT fingerprint, status, sealed_body, created
            FROM idempotent_answers WHERE account = $1 AND mode = $2 AND key = $3",
            account,
            mode,
            key
        )
        .fetch_optional(self.connection())
        .await
        .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn insert_idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
        answer: &IdempotentAnswer,
    ) -> Result<(), StoreError> {
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let fingerprint = answer.fingerprint.as_slice();
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO idempotent_answers (account, mode, key, fingerprint, status,
                    sealed_body, created)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT DO NOTHING",
                account,
                mode,
                key,
                fingerprint,
                i32::from(answer.status),
                answer.sealed_body,
                answer.created.0
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn forget_idempotent_answers(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        // Others that forget at the same time share the old ones out.
        let forgotten = sqlx::query!(
            "DELETE FROM idempotent_answers WHERE (account, mode, key) IN (
                SELECT account, mode, key FROM idempotent_answers WHERE created < $1
                FOR UPDATE SKIP LOCKED
            )",
            before.0
        )
        .execute(self.connection())
        .await
        .map_err(failure)?;
        Ok(forgotten.rows_affected())
    }
}
