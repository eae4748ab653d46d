//! The state machine: `requires_input` → `processing` → `verified` | `requires_input`;
//! `requires_input` → `canceled`; redaction beside it.

use thiserror::Error;

use super::{Redaction, Status, VerificationSession};
use crate::{EventType, LastError, ReportId, Timestamp};

/// What the checks of one submission came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything that the policy requires passed.
    Verified,
    /// With the error that goes first; the person may try again while [`VerificationSession::is_open`].
    Failed(LastError),
}

/// A change that the session's state does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TransitionError {
    /// The session's status, which is not among those that the change starts from.
    #[error("the session is {0}, which does not allow this")]
    Status(Status),
    /// Redaction has begun; nothing is left to change.
    #[error("the session is redacted")]
    Redacted,
    /// [`VerificationSession::SUBMISSION_LIMIT`] is reached.
    #[error("the session has reached its limit of submissions")]
    SubmissionLimit,
}

impl VerificationSession {
    fn expect_status(&self, allowed: &[Status]) -> Result<(), TransitionError> {
        if self.redaction.is_some() {
            return Err(TransitionError::Redacted);
        }
        if allowed.contains(&self.status) {
            Ok(())
        } else {
            Err(TransitionError::Status(self.status))
        }
    }

    /// Whether type, options, details and metadata may change.
    pub fn check_update(&self) -> Result<(), TransitionError> {
        self.expect_status(&[Status::RequiresInput])
    }

    /// Moves the session to `processing`: the person has handed everything in.
    pub fn submit(&mut self, now: Timestamp) -> Result<EventType, TransitionError> {
        self.expect_status(&[Status::RequiresInput])?;
        if self.submissions >= Self::SUBMISSION_LIMIT {
            return Err(TransitionError::SubmissionLimit);
        }
        self.status = Status::Processing;
        self.submissions += 1;
        self.submitted_at = Some(now);
        self.abandon_at = None;
        self.last_error = None;
        Ok(EventType::Processing)
    }

    /// Moves the session on from `processing`, by what the checks came to. Where `report` is `None`,
    /// the report of an earlier submission stays the last.
    pub fn conclude(
        &mut self,
        verdict: Verdict,
        report: Option<ReportId>,
    ) -> Result<EventType, TransitionError> {
        self.expect_status(&[Status::Processing])?;
        self.submitted_at = None;
        self.last_report = report.or_else(|| self.last_report.take());
        match verdict {
            Verdict::Verified => {
                self.status = Status::Verified;
                self.last_error = None;
                Ok(EventType::Verified)
            }
            Verdict::Failed(error) => {
                self.status = Status::RequiresInput;
                self.last_error = Some(error);
                Ok(EventType::RequiresInput)
            }
        }
    }

    /// The person ended the attempt before submitting, by declining for example.
    pub fn fail_before_submission(
        &mut self,
        error: LastError,
    ) -> Result<EventType, TransitionError> {
        self.expect_status(&[Status::RequiresInput])?;
        self.abandon_at = None;
        self.last_error = Some(error);
        Ok(EventType::RequiresInput)
    }

    /// Ends the session for good, at the caller's request; only from `requires_input`.
    pub fn cancel(&mut self) -> Result<EventType, TransitionError> {
        self.expect_status(&[Status::RequiresInput])?;
        self.abandon_at = None;
        self.status = Status::Canceled;
        Ok(EventType::Canceled)
    }

    /// Begins redaction. A session that still waits for input is canceled with it.
    pub fn begin_redaction(&mut self) -> Result<Option<EventType>, TransitionError> {
        self.expect_status(&[Status::RequiresInput, Status::Verified, Status::Canceled])?;
        self.redaction = Some(Redaction::Processing);
        self.abandon_at = None;
        self.metadata.clear();
        if self.status == Status::RequiresInput {
            self.status = Status::Canceled;
            return Ok(Some(EventType::Canceled));
        }
        Ok(None)
    }

    /// The last step of a redaction. Whoever calls it has seen that no backup holds the data key.
    pub fn finish_redaction(&mut self) -> EventType {
        self.redaction = Some(Redaction::Redacted);
        EventType::Redacted
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{AccountId, ErrorCode, Mode, Reason, SeededRandom, VerificationType};

    fn session() -> VerificationSession {
        let random = SeededRandom::new(1);
        VerificationSession::new(
            &random,
            AccountId::generate(&random),
            Mode::Test,
            VerificationType::Document,
            Timestamp(0),
        )
    }

    #[derive(Clone, Copy, Debug)]
    enum Step {
        Submit,
        Pass,
        Fail,
        Decline,
        Cancel,
        Redact,
    }

    fn failure() -> LastError {
        LastError {
            code: ErrorCode::DocumentExpired,
            reason: Reason::DocumentExpired,
        }
    }

    fn apply(session: &mut VerificationSession, step: Step) -> Result<(), TransitionError> {
        match step {
            Step::Submit => session.submit(Timestamp(1)).map(drop),
            Step::Pass => session.conclude(Verdict::Verified, None).map(drop),
            Step::Fail => session.conclude(Verdict::Failed(failure()), None).map(drop),
            Step::Decline => session.fail_before_submission(failure()).map(drop),
            Step::Cancel => session.cancel().map(drop),
            Step::Redact => session.begin_redaction().map(drop),
        }
    }

    fn any_step() -> impl Strategy<Value = Step> {
        prop::sample::select(vec![
            Step::Submit,
            Step::Pass,
            Step::Fail,
            Step::Decline,
            Step::Cancel,
            Step::Redact,
        ])
    }

    proptest! {
        #[test]
        fn no_sequence_of_steps_breaks_the_rules(steps in prop::collection::vec(any_step(), 0..40)) {
            let mut session = session();
            for step in steps {
                let before = session.clone();
                if apply(&mut session, step).is_err() {
                    prop_assert_eq!(&session, &before, "a refused step changes nothing");
                    continue;
                }
                prop_assert!(before.redaction.is_none());
                prop_assert!(session.submissions <= VerificationSession::SUBMISSION_LIMIT);
                let allowed: &[Status] = match before.status {
                    Status::RequiresInput => {
                        &[Status::RequiresInput, Status::Processing, Status::Canceled]
                    }
                    Status::Processing => &[Status::Verified, Status::RequiresInput],
                    Status::Verified => &[Status::Verified],
                    Status::Canceled => &[Status::Canceled],
                };
                prop_assert!(allowed.contains(&session.status));
            }
        }
    }

    #[test]
    fn a_processing_session_cannot_be_canceled_or_redacted() {
        let mut session = session();
        session.submit(Timestamp(1)).unwrap();
        assert_eq!(
            session.cancel(),
            Err(TransitionError::Status(Status::Processing))
        );
        assert_eq!(
            session.begin_redaction(),
            Err(TransitionError::Status(Status::Processing))
        );
    }

    #[test]
    fn the_sixth_submission_is_refused() {
        let mut session = session();
        for _ in 0..VerificationSession::SUBMISSION_LIMIT {
            session.submit(Timestamp(1)).unwrap();
            session.conclude(Verdict::Failed(failure()), None).unwrap();
        }
        assert_eq!(
            session.submit(Timestamp(2)),
            Err(TransitionError::SubmissionLimit)
        );
        assert!(!session.is_open());
    }
}
