use async_trait::async_trait;
use identity::Timestamp;
use store::rows::known_frame::Row;
use store::{KnownFrame, KnownFrames, Scope, StoreError, select_known_frames};

use crate::failure::failure;
use crate::lock::{self, Lock};
use crate::unit::Unit;

#[async_trait]
impl KnownFrames for Unit {
    async fn known_frames(
        &mut self,
        scope: &Scope,
        digests: &[String],
    ) -> Result<Vec<KnownFrame>, StoreError> {
        if self.writes() {
            lock::hold(self.connection(), Lock::Frames(scope)).await?;
        }
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let rows = select_known_frames!(
            "account = $1 AND mode = $2 AND digest = ANY ($3)",
            account,
            mode,
            digests
        )
        .fetch_all(self.connection())
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
        let digests: Vec<_> = frames.iter().map(|frame| frame.digest.clone()).collect();
        let films: Vec<_> = frames.iter().map(|frame| frame.film.clone()).collect();
        let numbers: Vec<_> = frames.iter().map(|frame| i64::from(frame.frame)).collect();
        sqlx::query!(
            "INSERT INTO known_frames (account, mode, digest, film, frame, day)
            SELECT $1, $2, digest, film, frame, $3
            FROM unnest($4::text[], $5::text[], $6::bigint[]) AS added (digest, film, frame)",
            account,
            mode,
            day.0,
            &digests,
            &films,
            &numbers
        )
        .execute(self.connection())
        .await
        .map_err(failure)?;
        Ok(())
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
            AND ($2::text IS NULL OR account = $2) AND ($3::text IS NULL OR mode = $3)",
            before.0,
            account,
            mode
        )
        .execute(self.connection())
        .await
        .map_err(failure)?;
        Ok(forgotten.rows_affected())
    }
}
