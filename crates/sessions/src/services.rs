use std::sync::Arc;

use identity::{Clock, Random, Timestamp, VerificationFlow, VerificationSession};
use store::Store;
use vault::{Blobs, Vault};

use crate::{Operator, Settings};

/// Everything a use case needs, shared by every surface of the process.
pub struct Services {
    /// The database.
    pub store: Arc<dyn Store>,
    /// Seals and opens.
    pub vault: Arc<Vault>,
    /// Where sealed contents lie.
    pub blobs: Arc<Blobs>,
    /// What time it is, in tests too.
    pub clock: Arc<dyn Clock>,
    /// Identifiers, keys and challenges come from it.
    pub random: Arc<dyn Random>,
    /// What the operator chose.
    pub settings: Settings,
}

impl Services {
    /// The time; a session of test mode may have its own, see [`VerificationSession::now`](identity::VerificationSession::now).
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
