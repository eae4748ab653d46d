use std::sync::Arc;

use identity::{Clock, Random, Timestamp, VerificationFlow, VerificationSession};
use store::Store;
use vault::{Blobs, Vault};

use crate::{Operator, Settings};

/// Everything a use case needs, shared by every surface of the process.
pub struct Services {
    pub store: Arc<dyn Store>,
    pub vault: Arc<Vault>,
    pub blobs: Arc<Blobs>,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub settings: Settings,
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
