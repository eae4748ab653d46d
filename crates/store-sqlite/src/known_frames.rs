use async_trait::async_trait;
use identity::Timestamp;
use serde_json::json;
use store::rows::StoredJson as _;
use store::rows::known_frame::{Row, TABLE};
use store::{KnownFrame, KnownFrames, Scope, StoreError, select_known_frames};

use crate::failure::failure;
use crate::table::inserted;
use crate::unit::Unit;

#[async_trait]
impl KnownFrames for Unit {
    async fn known_frames(
        &mut self,
        scope: &Scope,
        digests: &[String],
    ) -> Result<Vec<KnownFrame>, StoreError> {
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let digests = String::of(&digests)?;
        let rows = select_known_frames!(
            "account = $1 AND mode = $2 AND digest IN (SELECT value FROM json_each($3))",
            account,
            mode,
            digests
        )
        .fetch_all(self.connection().await?)
        .await
        .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn insert_known_frames(
        &mut self,
        scope: &Scope,
        day: Timestamp,
        frames: &[KnownFrame],
    ) -> Result<(), StoreError> {
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let rows = frames
            .iter()
            .map(|frame| json!([frame.digest, frame.film, frame.frame]));
        let rows = rows.collect::<serde_json::Value>().to_string();
        inserted(
            TABLE,
            sqlx::query!(
                "INSERT INTO known_frames (account, mode, digest, film, frame, day)
                SELECT $1, $2, value ->> 0, value ->> 1, value ->> 2, $3 FROM json_each($4)",
                account,
                mode,
                day.0,
                rows
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn forget_known_frames(
        &mut self,
        scope: Option<&Scope>,
        before: Timestamp,
    ) -> Result<u64, StoreError> {
        let account = scope.map(|scope| scope.account.as_str());
        let mode = scope.map(|scope| scope.mode.as_str());
        let forgotten = sqlx::query!(
            "DELETE FROM known_frames WHERE day < $1
            AND ($2 IS NULL OR account = $2) AND ($3 IS NULL OR mode = $3)",
            before.0,
            account,
            mode
        )
        .execute(self.connection().await?)
        .await
        .map_err(failure)?;
        Ok(forgotten.rows_affected())
    }
}
