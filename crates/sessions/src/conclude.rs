use identity::{LastError, RequestOrigin, Verdict, VerificationReport, VerifiedOutputs};
use store::UnitOfWork;

use crate::{Case, Result, Services};

impl Services {
    /// The checks of a submission are done: report, session and event appear together.
    pub async fn conclude(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &mut Case,
        report: &VerificationReport,
        verdict: Verdict,
        outputs: Option<VerifiedOutputs>,
    ) -> Result<()> {
        let event = case.session.conclude(verdict, Some(report.id.clone()))?;
        case.personal.verified_outputs = outputs;
        prepare_next_attempt(case);
        self.forget_observations(unit, case).await?;
        self.insert_report(unit, case, report).await?;
        self.write(unit, case).await?;
        self.emit(unit, &case.session, event, RequestOrigin::default())
            .await?;
        Ok(())
    }

    /// The checks of a submission could not be done: the session asks for another attempt with a
    /// reason, without a report.
    pub async fn give_up(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &mut Case,
        error: LastError,
    ) -> Result<()> {
        let event = case.session.conclude(Verdict::Failed(error), None)?;
        prepare_next_attempt(case);
        self.forget_observations(unit, case).await?;
        self.write(unit, case).await?;
        self.emit(unit, &case.session, event, RequestOrigin::default())
            .await?;
        Ok(())
    }
}

/// Another attempt starts with new pictures; consent and choices stand.
pub(crate) fn prepare_next_attempt(case: &mut Case) {
    let collected = &mut case.personal.collected;
    collected.front = None;
    collected.back = None;
    collected.back_not_needed = false;
    collected.face = None;
}
