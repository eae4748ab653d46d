//! Checks one submission. What is checked, and what comes of it, `verification` knows.

use std::sync::Arc;

use identity::{LastError, SessionId, Status, VerificationType};
use measures::{Timer, VERIFICATION_SECONDS};
use sessions::{OpenedSession, Predefined};
use store::Job;
use verification::{Conclusion, Examined, Submission};

use crate::housekeeping::not_checked;
use crate::{Error, Worker};

/// A submission that was leased this often without an end is given up: whatever kills its worker
/// will do so again. Workers also die for other reasons, and take along whatever they have in hand,
/// so a few times prove nothing.
const MOST_ATTEMPTS: u32 = 10;

impl Worker {
    pub(crate) async fn verify(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
    ) -> Result<(), Error> {
        let services = &self.services;
        let mut read = services.store.read().await?;
        let found = services.find_anywhere(read.as_mut(), session).await?;
        let Some(opened) = found.filter(|opened| awaits(opened, submission)) else {
            drop(read);
            return self.finish(job).await;
        };
        if job.attempts > MOST_ATTEMPTS {
            drop(read);
            return self
                .conclude_without_report(job, session, submission, not_checked())
                .await;
        }
        if let Some(outcome) = Predefined::asked(&opened.session) {
            drop(read);
            return self.conclude_as(job, session, submission, outcome).await;
        }
        if opened.session.verification_type == VerificationType::IdNumber {
            drop(read);
            return self
                .conclude(job, session, submission, Checked::IdNumber)
                .await;
        }
        if job.attempts == 1 {
            let waited = services.now().0.saturating_sub(job.created.0).max(0);
            VERIFICATION_SECONDS.record(&["queue"], waited as f64);
        }
        let handed_in = Submission::find(services, read.as_mut(), &opened).await?;
        drop(read);
        let examined = self
            .observer
            .examine(services, handed_in, &self.policy)
            .await?;
        fault::point("verify.observed");
        self.conclude(job, session, submission, Checked::Pictures(examined))
            .await
    }

    /// Removes a job that has nothing left to do.
    async fn finish(&self, job: &Job) -> Result<(), Error> {
        let mut unit = self.services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        unit.save().await?;
        Ok(())
    }

    async fn conclude_without_report(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
        error: LastError,
    ) -> Result<(), Error> {
        let services = &self.services;
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        if let Some(mut opened) = services.find_anywhere(unit.as_mut(), session).await?
            && awaits(&opened, submission)
        {
            services.give_up(unit.as_mut(), &mut opened, error).await?;
        }
        unit.save().await?;
        Ok(())
    }

    /// Ends a submission as its session asks for.
    async fn conclude_as(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
        outcome: Predefined,
    ) -> Result<(), Error> {
        let services = &self.services;
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        if let Some(mut opened) = services.find_anywhere(unit.as_mut(), session).await?
            && awaits(&opened, submission)
        {
            services
                .conclude_as(unit.as_mut(), &mut opened, outcome)
                .await?;
        }
        unit.save().await?;
        Ok(())
    }

    /// Decision, report, session, event and the end of the job: one unit of work.
    async fn conclude(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
        checked: Checked,
    ) -> Result<(), Error> {
        let services = &self.services;
        let timer = Timer::start();
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        let found = services.find_anywhere(unit.as_mut(), session).await?;
        if let Some(mut opened) = found.filter(|opened| awaits(opened, submission)) {
            let conclusion = match &checked {
                Checked::IdNumber => Conclusion::of_id_number(&opened.personal.collected),
                Checked::Pictures(examined) => {
                    examined
                        .decide(services, unit.as_mut(), &opened, &self.policy)
                        .await?
                }
            };
            verification::conclude(services, unit.as_mut(), &mut opened, conclusion).await?;
        }
        fault::point("verify.before_commit");
        unit.save().await?;
        fault::point("verify.committed");
        timer.record(&VERIFICATION_SECONDS, &["conclude"]);
        Ok(())
    }
}

/// What a submission is decided by.
enum Checked {
    IdNumber,
    Pictures(Arc<Examined>),
}

/// Whether the session still waits for the outcome of this submission.
fn awaits(opened: &OpenedSession, submission: u32) -> bool {
    opened.session.status == Status::Processing && opened.session.submissions == submission
}
