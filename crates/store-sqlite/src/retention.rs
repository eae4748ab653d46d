use async_trait::async_trait;
use identity::{ReportId, Timestamp};
use store::{FileRecord, ReportRecord, Retention, Scope, SessionRecord, StoreError};

use crate::table::Table;
use crate::unit::Unit;
use crate::{files, reports, sessions};

const REPORTS: Table = Table("reports");

#[async_trait]
impl Retention for Unit {
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
        REPORTS.changed(
            sqlx::query!(
                "UPDATE reports SET sealed = ?, biometrics_erased = ? WHERE id = ?",
                sealed,
                now.0,
                id
            )
            .execute(self.connection())
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
