use async_trait::async_trait;
use identity::{AccountId, Mode, SessionId, Timestamp};
use store::{Idempotency, IdempotentAnswer, Scope, StoreError};

use crate::failure::failure;
use crate::lock::{self, Lock};
use crate::table::Table;
use crate::unit::Unit;

const TABLE: Table = Table("idempotent_answers");

struct Row {
    fingerprint: Vec<u8>,
    status: i32,
    session: Option<String>,
    sealed_body: Vec<u8>,
    created: i64,
}

impl Row {
    fn read(self) -> Result<IdempotentAnswer, StoreError> {
        Ok(IdempotentAnswer {
            fingerprint: TABLE.hash("fingerprint", &self.fingerprint)?,
            status: TABLE.number("status", i64::from(self.status))?,
            session: self.session.map(SessionId::from_stored),
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
            "SELECT fingerprint, status, session, sealed_body, created
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
        let session = answer.session.as_ref().map(SessionId::as_str);
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO idempotent_answers (account, mode, key, fingerprint, status, session,
                    sealed_body, created)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT DO NOTHING",
                account,
                mode,
                key,
                fingerprint,
                i32::from(answer.status),
                session,
                answer.sealed_body,
                answer.created.0
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn idempotent_answers_of_session(
        &mut self,
        session: &SessionId,
    ) -> Result<Vec<(Scope, String, IdempotentAnswer)>, StoreError> {
        let session = session.as_str();
        let rows = sqlx::query!(
            "SELECT account, mode, key, fingerprint, status, session, sealed_body, created
            FROM idempotent_answers WHERE session = $1",
            session
        )
        .fetch_all(self.connection())
        .await
        .map_err(failure)?;
        let mut answers = Vec::with_capacity(rows.len());
        for found in rows {
            let scope = Scope {
                account: AccountId::from_stored(found.account),
                mode: TABLE.word("mode", &found.mode, Mode::parse)?,
            };
            let row = Row {
                fingerprint: found.fingerprint,
                status: found.status,
                session: found.session,
                sealed_body: found.sealed_body,
                created: found.created,
            };
            answers.push((scope, found.key, row.read()?));
        }
        Ok(answers)
    }

    async fn replace_idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
        sealed_body: &[u8],
    ) -> Result<(), StoreError> {
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        TABLE.changed(
            sqlx::query!(
                "UPDATE idempotent_answers SET session = NULL, sealed_body = $1
                WHERE account = $2 AND mode = $3 AND key = $4",
                sealed_body,
                account,
                mode,
                key
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
