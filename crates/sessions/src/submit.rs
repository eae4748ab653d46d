use identity::{LastError, RequestOrigin};
use store::{JobPayload, UnitOfWork};

use crate::{Case, Result, Services};

impl Services {
    /// The person hands everything in: the session is `processing`, the event is out and a worker
    /// has the job, or none of it happened.
    pub async fn submit(&self, unit: &mut dyn UnitOfWork, case: &mut Case) -> Result<()> {
        let now = self.now();
        let event = case.session.submit(now)?;
        self.write(unit, case).await?;
        self.emit(unit, &case.session, event, RequestOrigin::default())
            .await?;
        let job = JobPayload::Verify {
            session: case.session.id.clone(),
            submission: case.session.submissions,
        };
        unit.enqueue(&job, now, now).await?;
        Ok(())
    }

    /// The person ends the attempt without submitting, by declining for example.
    pub async fn fail_before_submission(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &mut Case,
        error: LastError,
    ) -> Result<()> {
        let event = case.session.fail_before_submission(error)?;
        self.forget_observations(unit, case).await?;
        self.write(unit, case).await?;
        self.emit(unit, &case.session, event, RequestOrigin::default())
            .await?;
        Ok(())
    }
}
