use std::collections::BTreeMap;

use identity::{AccountId, ChallengeVariant, LivenessLevel, Mode, VerificationSession};

use crate::Services;

/// How much is asked for against presentation attacks, by mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LivenessLevels {
    pub test: LivenessLevel,
    pub live: LivenessLevel,
}

impl Default for LivenessLevels {
    fn default() -> Self {
        Self {
            test: LivenessLevel::Challenge,
            live: LivenessLevel::Challenge,
        }
    }
}

impl LivenessLevels {
    fn of(self, mode: Mode) -> LivenessLevel {
        match mode {
            Mode::Test => self.test,
            Mode::Live => self.live,
        }
    }
}

/// The levels of an installation.
#[derive(Clone, Debug, Default)]
pub struct Liveness {
    pub levels: LivenessLevels,
    /// Of accounts that differ.
    pub accounts: BTreeMap<AccountId, LivenessLevels>,
    /// Whether people may choose the challenge of distances alone. It lets flat pictures pass.
    pub distance_only: bool,
}

impl Liveness {
    /// The metadata key under which a session of test mode names its level.
    pub const KEY: &str = "bonafide_liveness";
}

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
