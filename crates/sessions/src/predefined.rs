//! Outcomes that a developer asks for in test mode, without checks.

mod report;

use identity::{ErrorCode, LastError, Mode, Reason, Verdict, VerificationSession, VerifiedOutputs};
use store::UnitOfWork;

use crate::{OpenedSession, Result, Services};

/// How a submission is to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Predefined {
    /// All checks pass, on a made-up person.
    Verified,
    /// The check that this error stands for fails.
    Failed(ErrorCode),
}

impl Predefined {
    /// The metadata key under which a session of test mode names its outcome.
    pub const KEY: &str = "bonafide_outcome";

    /// Every outcome that can be asked for.
    pub fn all() -> impl Iterator<Item = Self> {
        let failures = ErrorCode::ALL.iter().copied().map(Self::Failed);
        [Self::Verified].into_iter().chain(failures)
    }

    /// `verified`, or the code of an error.
    pub fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Failed(code) => code.as_str(),
        }
    }

    /// The outcome of this [`Self::name`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|outcome| outcome.name() == name)
    }

    /// What a session asks for; nothing in live mode.
    pub fn asked(session: &VerificationSession) -> Option<Self> {
        let name = session.metadata.get(Self::KEY)?;
        Self::parse(name).filter(|_| session.mode == Mode::Test)
    }

    fn error(self) -> Option<LastError> {
        match self {
            Self::Verified => None,
            Self::Failed(code) => Some(failure(code)),
        }
    }

    /// Whether such an end comes before anything is checked, so that there is no report of it.
    fn precedes_checks(self) -> bool {
        matches!(
            self,
            Self::Failed(
                ErrorCode::Abandoned | ErrorCode::ConsentDeclined | ErrorCode::DeviceNotSupported
            )
        )
    }
}

fn failure(code: ErrorCode) -> LastError {
    LastError {
        code,
        reason: Reason::PredefinedFailure,
    }
}

impl Services {
    /// Ends a submission as asked for: report, session and event as after real checks.
    pub async fn conclude_as(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
        outcome: Predefined,
    ) -> Result<()> {
        match outcome.error() {
            Some(error) if outcome.precedes_checks() => self.give_up(unit, opened, error).await,
            Some(error) => {
                let report = report::report(self, opened, outcome);
                let verdict = Verdict::Failed(error);
                self.conclude(unit, opened, &report, verdict, None).await
            }
            None => {
                let report = report::report(self, opened, outcome);
                let outputs = VerifiedOutputs {
                    email: report.email.as_ref().and_then(|email| email.value.clone()),
                    phone: report.phone.as_ref().and_then(|phone| phone.value.clone()),
                    ..report::outputs()
                };
                self.conclude(unit, opened, &report, Verdict::Verified, Some(outputs))
                    .await
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_code_can_be_asked_for() {
        assert_eq!(Predefined::all().count(), 20);
        for outcome in Predefined::all() {
            assert_eq!(Predefined::parse(outcome.name()), Some(outcome));
        }
        assert_eq!(Predefined::parse("requires_input"), None);
    }
}
