use checks::Grounds;
use identity::{Consent, Evidence};

use crate::Verified;

/// Why a report says what it says: the one place where that is put together.
pub(crate) fn evidence(
    grounds: Grounds,
    models: Vec<(String, String)>,
    consent: Option<Consent>,
) -> Evidence {
    Evidence {
        findings: grounds.findings,
        models,
        policy: grounds.policy,
        code_version: String::from(env!("CARGO_PKG_VERSION")),
        liveness: grounds.liveness,
        consent,
    }
}

impl Verified {
    /// The evidence of a report that is nobody's.
    pub fn evidence(&self) -> Evidence {
        evidence(self.outcome.evidence.clone(), self.models.clone(), None)
    }
}
