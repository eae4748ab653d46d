use async_trait::async_trait;
use identity::{SessionId, Timestamp};
use store::rows::idempotent_answer::{Row, TABLE};
use store::{
    Idempotency, IdempotentAnswer, Scope, StoreError, insert_idempotent_answer,
    select_idempotent_answers,
};

use crate::failure::failure;
use crate::table::{changed, inserted};
use crate::unit::Unit;

#[async_trait]
impl Idempotency for Unit {
    async fn idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
    ) -> Result<Option<IdempotentAnswer>, StoreError> {
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let row = select_idempotent_answers!(
            "account = $1 AND mode = $2 AND key = $3",
            account,
            mode,
            key
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)?;
        let answer = row.map(Row::read).transpose()?;
        Ok(answer.map(|(_, _, answer)| answer))
    }

    async fn insert_idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
        answer: &IdempotentAnswer,
    ) -> Result<(), StoreError> {
        let row = &Row::of(scope, key, answer);
        inserted(
            TABLE,
            insert_idempotent_answer!(row)
                .execute(self.connection().await?)
                .await,
        )
    }

    async fn idempotent_answers_of_session(
        &mut self,
        session: &SessionId,
    ) -> Result<Vec<(Scope, String, IdempotentAnswer)>, StoreError> {
        let session = session.as_str();
        let rows = select_idempotent_answers!("session = $1", session)
            .fetch_all(self.connection().await?)
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn replace_idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
        sealed_body: &[u8],
    ) -> Result<(), StoreError> {
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        changed(
            TABLE,
            sqlx::query!(
                "UPDATE idempotent_answers SET session = NULL, sealed_body = $1
                WHERE account = $2 AND mode = $3 AND key = $4",
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
        let forgotten = sqlx::query!(
            "DELETE FROM idempotent_answers WHERE created < $1",
            before.0
        )
        .execute(self.connection().await?)
        .await
        .map_err(failure)?;
        Ok(forgotten.rows_affected())
    }
}
