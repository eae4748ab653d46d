use std::collections::BTreeMap;
use std::sync::Arc;

use identity::{AccountId, Clock, Random, Timestamp, VerificationFlow, VerificationSession};
use store::Store;
use vault::{Blobs, Vault};

use crate::{EpochPolicy, Liveness, RetentionRule};

/// Everything a use case needs, shared by every surface of the process.
pub struct Services {
    pub store: Arc<dyn Store>,
    pub vault: Arc<Vault>,
    pub blobs: Arc<Blobs>,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub settings: Settings,
}

/// How the installation presents itself.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the outside finds this server, without a slash at the end. Every URL is built from
    /// it, never from a request's `Host`.
    pub public_url: String,
    pub operator: Operator,
    /// Of accounts that present themselves differently.
    pub operators: BTreeMap<AccountId, Operator>,
    pub page: PageSettings,
    /// What sessions can be created from.
    pub flows: Vec<VerificationFlow>,
    /// How much is asked for against presentation attacks.
    pub liveness: Liveness,
    pub epochs: EpochPolicy,
    /// How long what is kept: the first rule that fits an account and mode is theirs.
    pub retention: Vec<RetentionRule>,
}

/// Who asks the person to verify.
#[derive(Clone, Debug, Default)]
pub struct Operator {
    pub name: String,
    pub logo_url: Option<String>,
    /// Accent colour, `#rrggbb`.
    pub accent: Option<String>,
    pub support_url: Option<String>,
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

impl Services {
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Who asks the person of this session to verify.
    pub fn operator(&self, session: &VerificationSession) -> &Operator {
        let own = self.settings.operators.get(&session.account);
        own.unwrap_or(&self.settings.operator)
    }

    /// The verification flow of this identifier.
    pub fn flow(&self, id: &str) -> Option<&VerificationFlow> {
        self.settings.flows.iter().find(|flow| flow.id == id)
    }
}
