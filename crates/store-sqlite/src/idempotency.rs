use async_trait::async_trait;
use identity::{AccountId, Mode, SessionId, Timestamp};
use store::{Idempotency, IdempotentAnswer, Scope, StoreError};

use crate::failure::failure;
use crate::table::Table;
use crate::unit::Unit;

const TABLE: Table = Table("idempotent_answers");

struct Row {
    fingerprint: Vec<u8>,
    status: i64,
    session: Option<String>,
    sealed_body: Vec<u8>,
    created: i64,
}

impl Row {
    fn read(self) -> Result<IdempotentAnswer, StoreError> {
        Ok(IdempotentAnswer {
            fingerprint: TABLE.hash("fingerprint", &self.fingerprint)?,
            status: TABLE.number("status", self.status)?,
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
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let row = sqlx::query_as!(
            Row,
            "SELECT fingerprint, status, session, sealed_body, created
            FROM idempotent_answers WHERE account = ? AND mode = ? AND key = ?",
            account,
            mode,
            key
        )
        .fetch_optional(self.connection().await?)
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
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                account,
                mode,
                key,
                fingerprint,
                answer.status,
                session,
                answer.sealed_body,
                answer.created.0
            )
            .execute(self.connection().await?)
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
            FROM idempotent_answers WHERE session = ?",
            session
        )
        .fetch_all(self.connection().await?)
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
                "UPDATE idempotent_answers SET session = NULL, sealed_body = ?
                WHERE account = ? AND mode = ? AND key = ?",
                sealed_body,
                account,
                mode,
                key
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn forget_idempotent_answers(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let forgotten = sqlx::query!("DELETE FROM idempotent_answers WHERE created < ?", before.0)
            .execute(self.connection().await?)
            .await
            .map_err(failure)?;
        Ok(forgotten.rows_affected())
    }
}
