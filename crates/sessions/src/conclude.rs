use identity::{LastError, RequestOrigin, Verdict, VerificationReport, VerifiedOutputs};
use store::UnitOfWork;

use crate::{OpenedSession, Result, Services};

impl Services {
    /// The checks of a submission are done: report, session and event appear together.
    pub async fn conclude(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
        report: &VerificationReport,
        verdict: Verdict,
        outputs: Option<VerifiedOutputs>,
    ) -> Result<()> {
        let event = opened.session.conclude(verdict, Some(report.id.clone()))?;
        opened.personal.verified_outputs = outputs;
        prepare_next_attempt(opened);
        self.forget_observations(unit, opened).await?;
        self.insert_report(unit, opened, report).await?;
        self.write(unit, opened).await?;
        self.emit(unit, &opened.session, event, RequestOrigin::default())
            .await?;
        Ok(())
    }

    /// The checks of a submission could not be done: the session asks for another attempt with a
    /// reason, without a report.
    pub async fn give_up(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
        error: LastError,
    ) -> Result<()> {
        let event = opened.session.conclude(Verdict::Failed(error), None)?;
        prepare_next_attempt(opened);
        self.forget_observations(unit, opened).await?;
        self.write(unit, opened).await?;
        self.emit(unit, &opened.session, event, RequestOrigin::default())
            .await?;
        Ok(())
    }
}

/// Another attempt starts with new pictures; consent and choices stand.
pub(crate) fn prepare_next_attempt(opened: &mut OpenedSession) {
    let collected = &mut opened.personal.collected;
    collected.front = None;
    collected.back = None;
    collected.back_not_needed = false;
    collected.face = None;
}
