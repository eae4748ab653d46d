use async_trait::async_trait;
use identity::Timestamp;
use store::{Idempotency, IdempotentAnswer, Scope, StoreError};

use crate::table::Table;
use crate::unit::Unit;

const TABLE: Table = Table("idempotent_answers");

struct Row {
    fingerprint: Vec<u8>,
    status: i64,
    sealed_body: Vec<u8>,
    created: i64,
}

impl Row {
    fn read(self) -> Result<IdempotentAnswer, StoreError> {
        Ok(IdempotentAnswer {
            fingerprint: TABLE.hash("fingerprint", &self.fingerprint)?,
            status: TABLE.number("status", self.status)?,
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
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let row = sqlx::query_as!(
            Row,
            "SELECT fingerprint, status, sealed_body, created
            FROM idempotent_answers WHERE account = ? AND mode = ? AND key = ?",
            account,
            mode,
            key
        )
        .fetch_optional(self.connection())
        .await
        .map_err(StoreError::database)?;
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
                VALUES (?, ?, ?, ?, ?, ?, ?)",
                account,
                mode,
                key,
                fingerprint,
                answer.status,
                answer.sealed_body,
                answer.created.0
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn forget_idempotent_answers(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let forgotten = sqlx::query!("DELETE FROM idempotent_answers WHERE created < ?", before.0)
            .execute(self.connection())
            .await
            .map_err(StoreError::database)?;
        Ok(forgotten.rows_affected())
    }
}
