//! What an operator decides of an installation.

use std::collections::BTreeMap;

use identity::{AccountId, LivenessLevel, Mode, VerificationFlow};
use store::{RetentionKind, Scope};

/// How the installation presents itself.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the outside finds this server, without a slash at the end. Every URL is built from
    /// it, never from a request's `Host`.
    pub public_url: String,
    /// Who asks, unless the account has its own.
    pub operator: Operator,
    /// Of accounts that present themselves differently.
    pub operators: BTreeMap<AccountId, Operator>,
    /// How the page is offered.
    pub page: PageSettings,
    /// What sessions can be created from.
    pub flows: Vec<VerificationFlow>,
    /// How much is asked for against presentation attacks.
    pub liveness: Liveness,
    /// When keys of data keys are renewed.
    pub epochs: EpochPolicy,
    /// How long what is kept: the first rule that fits an account and mode is theirs.
    pub retention: Vec<RetentionRule>,
}

/// Who asks the person to verify.
#[derive(Clone, Debug, Default)]
pub struct Operator {
    /// As the page calls them.
    pub name: String,
    /// A picture for the head of the page.
    pub logo_url: Option<String>,
    /// Accent colour, `#rrggbb`.
    pub accent: Option<String>,
    /// Where people find help.
    pub support_url: Option<String>,
    /// Where people read what becomes of their data.
    pub privacy_url: Option<String>,
}

/// How the person's page is offered.
#[derive(Clone, Debug)]
pub struct PageSettings {
    /// Origins whose pages may show ours in a frame.
    pub frame_ancestors: Vec<String>,
    /// Languages, as BCP 47 tags, whose consent was reviewed: real people are offered no other.
    pub reviewed_consents: Vec<String>,
}

impl Default for PageSettings {
    fn default() -> Self {
        Self {
            frame_ancestors: Vec::new(),
            reviewed_consents: vec!["en".to_owned()],
        }
    }
}

/// How epoch keys come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpochPolicy {
    /// Seconds an epoch lasts.
    pub epoch: i64,
    /// Seconds for which a backup of the database stays usable, at least; 0 where none are kept,
    /// and then epochs do not turn by themselves.
    pub backups: i64,
}

impl EpochPolicy {
    /// The longest a redaction may take, as Stripe says: four days.
    pub const LIMIT: i64 = 4 * 24 * 3600;
}

impl Default for EpochPolicy {
    fn default() -> Self {
        Self {
            epoch: 24 * 3600,
            backups: 0,
        }
    }
}

/// How much is asked for against presentation attacks, by mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LivenessLevels {
    /// In test mode.
    pub test: LivenessLevel,
    /// In live mode.
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
    pub(crate) fn of(self, mode: Mode) -> LivenessLevel {
        match mode {
            Mode::Test => self.test,
            Mode::Live => self.live,
        }
    }
}

/// The levels of an installation.
#[derive(Clone, Debug, Default)]
pub struct Liveness {
    /// Of accounts that do not differ.
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

/// How many seconds what is kept; what is not named is kept until its session is redacted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetentionRule {
    /// Of this account; absent: of every account.
    pub account: Option<AccountId>,
    /// Of this mode; absent: of both.
    pub mode: Option<Mode>,
    /// Pictures, all of them, from their upload.
    pub pictures: Option<i64>,
    /// Selfies and face templates, from the report.
    pub biometrics: Option<i64>,
    /// Everything: the session is redacted, from its creation or its last report.
    pub fields: Option<i64>,
}

impl RetentionRule {
    pub(crate) fn fits(&self, scope: &Scope) -> bool {
        self.account.as_ref().is_none_or(|id| *id == scope.account)
            && self.mode.is_none_or(|mode| mode == scope.mode)
    }

    pub(crate) fn of(&self, kind: RetentionKind) -> Option<i64> {
        match kind {
            RetentionKind::Pictures => self.pictures,
            RetentionKind::Biometrics => self.biometrics,
            RetentionKind::Fields => self.fields,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_fit_their_account_and_mode() {
        let scope = Scope {
            account: AccountId::from_stored("acct_1".to_owned()),
            mode: Mode::Live,
        };
        let rule = RetentionRule::default();
        assert!(rule.fits(&scope));
        let live = RetentionRule {
            mode: Some(Mode::Live),
            account: Some(scope.account.clone()),
            ..RetentionRule::default()
        };
        assert!(live.fits(&scope));
        let test = Scope {
            mode: Mode::Test,
            ..scope.clone()
        };
        assert!(!live.fits(&test));
        let other = Scope {
            account: AccountId::from_stored("acct_2".to_owned()),
            ..scope
        };
        assert!(!live.fits(&other));
    }
}
