use identity::{ChallengeVariant, LivenessLevel, Mode, VerificationSession};

use crate::{Liveness, Services};

impl Services {
    /// What is asked for where a session wants a selfie. A client that can't give it gives nothing, and
    /// no person lowers it: only the back end, in test mode, for its scripts.
    pub fn liveness(&self, session: &VerificationSession) -> LivenessLevel {
        let asked = session.metadata.get(Liveness::KEY);
        let asked = asked.and_then(|name| LivenessLevel::parse(name));
        if let Some(asked) = asked.filter(|_| session.mode == Mode::Test) {
            return asked;
        }
        let Liveness {
            levels, accounts, ..
        } = &self.settings.liveness;
        let levels = accounts.get(&session.account).unwrap_or(levels);
        levels.of(session.mode)
    }

    /// The challenges that people may choose from.
    pub fn challenge_variants(&self) -> &'static [ChallengeVariant] {
        if self.settings.liveness.distance_only {
            &[ChallengeVariant::Turns, ChallengeVariant::Distance]
        } else {
            &[ChallengeVariant::Turns]
        }
    }
}
