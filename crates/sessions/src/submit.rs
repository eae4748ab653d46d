use identity::{LastError, RequestOrigin};
use store::{JobPayload, UnitOfWork};

use crate::{OpenedSession, Result, Services};

impl Services {
    /// The person hands everything in: the session is `processing`, the event is out and a worker
    /// has the job, or none of it happened.
    pub async fn submit(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
    ) -> Result<()> {
        let now = self.now();
        let event = opened.session.submit(now)?;
        self.write(unit, opened).await?;
        self.emit(unit, &opened.session, event, RequestOrigin::default())
            .await?;
        let job = JobPayload::Verify {
            session: opened.session.id.clone(),
            submission: opened.session.submissions,
        };
        unit.enqueue(&job, now, now).await?;
        Ok(())
    }

    /// The person ends the attempt without submitting, by declining for example.
    pub async fn fail_before_submission(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
        error: LastError,
    ) -> Result<()> {
        let event = opened.session.fail_before_submission(error)?;
        self.forget_observations(unit, opened).await?;
        self.write(unit, opened).await?;
        self.emit(unit, &opened.session, event, RequestOrigin::default())
            .await?;
        Ok(())
    }
}
