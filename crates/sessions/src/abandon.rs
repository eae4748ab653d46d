use identity::{ErrorCode, LastError, Reason, SessionId};
use store::UnitOfWork;

use crate::{OpenedSession, Result, Services};

impl Services {
    /// Ends an attempt that the person began and let go, if its time has come: the session says
    /// so, and can be begun again. Returns whether it had come.
    pub async fn abandon(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
    ) -> Result<bool> {
        if !opened.session.is_abandoned(self.now()) {
            return Ok(false);
        }
        let error = LastError {
            code: ErrorCode::Abandoned,
            reason: Reason::Abandoned,
        };
        self.fail_before_submission(unit, opened, error).await?;
        Ok(true)
    }

    /// Ends every attempt whose time has come, each in a unit of work of its own. One that cannot
    /// be ended keeps no other from its end.
    pub async fn end_abandoned_attempts(&self) -> Result<()> {
        let mut read = self.store.read().await?;
        let due = read.sessions_abandoned_by(self.now()).await?;
        drop(read);
        for record in due {
            let id = &record.session.id;
            if let Err(error) = self.end_abandoned_attempt(id).await {
                tracing::error!(session = %id, %error, "an abandoned attempt cannot be ended");
            }
        }
        Ok(())
    }

    async fn end_abandoned_attempt(&self, id: &SessionId) -> Result<()> {
        let mut unit = self.store.begin().await?;
        let Some(mut opened) = self.find_anywhere(unit.as_mut(), id).await? else {
            return Ok(());
        };
        if self.abandon(unit.as_mut(), &mut opened).await? {
            unit.save().await?;
        }
        Ok(())
    }
}
