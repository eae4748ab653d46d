use async_trait::async_trait;
use identity::{ReportId, Timestamp};
use store::rows::report::TABLE;
use store::{FileRecord, ReportRecord, Retention, RetentionKind, Scope, SessionRecord, StoreError};

use crate::failure::failure;
use crate::table::changed;
use crate::unit::Unit;
use crate::{files, reports, sessions};

#[async_trait]
impl Retention for Unit {
    async fn count_expired(
        &mut self,
        scope: &Scope,
        kind: RetentionKind,
        before: Timestamp,
    ) -> Result<u64, StoreError> {
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        macro_rules! count {
            ($query:literal) => {
                sqlx::query_scalar!($query, account, mode, before.0)
                    .fetch_one(self.connection().await?)
                    .await
            };
        }
        let count = match kind {
            RetentionKind::Pictures => count!(
                "SELECT COUNT(*) FROM files WHERE account = $1 AND mode = $2 AND created < $3
                AND session IS NOT NULL"
            ),
            RetentionKind::Biometrics => count!(
                "SELECT COUNT(*) FROM reports WHERE account = $1 AND mode = $2 AND created < $3
                AND biometrics_erased IS NULL"
            ),
            RetentionKind::Fields => count!(
                "SELECT COUNT(*) FROM sessions WHERE account = $1 AND mode = $2 AND created < $3
                AND redaction IS NULL AND status <> 'processing'"
            ),
        };
        let count = count.map_err(failure)?;
        TABLE.number("id", count)
    }

    async fn files_created_before(
        &mut self,
        scope: &Scope,
        moment: Timestamp,
        limit: u32,
    ) -> Result<Vec<FileRecord>, StoreError> {
        files::created_before(self, scope, moment, limit).await
    }

    async fn reports_with_biometrics_before(
        &mut self,
        scope: &Scope,
        moment: Timestamp,
        limit: u32,
    ) -> Result<Vec<ReportRecord>, StoreError> {
        reports::with_biometrics_before(self, scope, moment, limit).await
    }

    async fn erase_biometrics(
        &mut self,
        id: &ReportId,
        sealed: &[u8],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let id = id.as_str();
        changed(
            TABLE,
            sqlx::query!(
                "UPDATE reports SET sealed = $1, biometrics_erased = $2 WHERE id = $3",
                sealed,
                now.0,
                id
            )
            .execute(self.connection().await?)
            .await,
        )?;
        self.scrub();
        Ok(())
    }

    async fn sessions_created_before(
        &mut self,
        scope: &Scope,
        moment: Timestamp,
        limit: u32,
    ) -> Result<Vec<SessionRecord>, StoreError> {
        sessions::created_before(self, scope, moment, limit).await
    }
}
