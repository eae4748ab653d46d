use identity::{ErrorCode, LastError};
use store::UnitOfWork;

use crate::{Case, Result, Services};

impl Services {
    /// Ends an attempt that the person began and let go, if its time has come: the session says
    /// so, and can be begun again. Returns whether it had come.
    pub async fn abandon(&self, unit: &mut dyn UnitOfWork, case: &mut Case) -> Result<bool> {
        if !case.session.is_abandoned(self.now()) {
            return Ok(false);
        }
        let error = LastError {
            code: ErrorCode::Abandoned,
            reason: "The verification was begun and not finished. Please begin again.".to_owned(),
        };
        self.fail_before_submission(unit, case, error).await?;
        Ok(true)
    }

    /// Ends every attempt whose time has come, each in a unit of work of its own.
    pub async fn end_abandoned_attempts(&self) -> Result<()> {
        let mut read = self.store.read().await?;
        let due = read.sessions_abandoned_by(self.now()).await?;
        drop(read);
        for record in due {
            let mut unit = self.store.begin().await?;
            let found = self
                .find_anywhere(unit.as_mut(), &record.session.id)
                .await?;
            let Some(mut case) = found else { continue };
            if self.abandon(unit.as_mut(), &mut case).await? {
                unit.save().await?;
                self.store.notify().await;
            }
        }
        Ok(())
    }
}
