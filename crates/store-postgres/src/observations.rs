use async_trait::async_trait;
use identity::{FileId, SessionId};
use store::rows::observation::Row;
use store::{ObservationRecord, Observations, StoreError, keep_observation, select_observations};

use crate::failure::failure;
use crate::table::changed_any;
use crate::unit::Unit;

#[async_trait]
impl Observations for Unit {
    async fn keep_observation(&mut self, record: &ObservationRecord) -> Result<bool, StoreError> {
        let row = &Row::of(record);
        // The file first and then what was seen in it, in the order in which a deletion takes them.
        changed_any(
            keep_observation!(row, "FOR KEY SHARE")
                .execute(self.connection())
                .await,
        )
    }

    async fn observations(
        &mut self,
        session: &SessionId,
        files: &[FileId],
    ) -> Result<Vec<ObservationRecord>, StoreError> {
        let session = session.as_str();
        let files: Vec<_> = files.iter().map(|file| file.as_str().to_owned()).collect();
        let rows = select_observations!("session = $1 AND file = ANY ($2)", session, &files)
            .fetch_all(self.connection())
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn forget_observations(&mut self, session: &SessionId) -> Result<u64, StoreError> {
        let session = session.as_str();
        let forgotten = sqlx::query!("DELETE FROM observations WHERE session = $1", session)
            .execute(self.connection())
            .await
            .map_err(failure)?;
        Ok(forgotten.rows_affected())
    }
}
