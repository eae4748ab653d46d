use std::sync::Arc;

use sessions::Services;

use crate::authenticate::KeyAuthenticator;
use crate::{Authenticator, TrustedProxies};

/// The state of every router: the services, and who can say whose call this is.
#[derive(Clone)]
pub struct Host {
    pub services: Arc<Services>,
    pub(crate) authenticators: Vec<Arc<dyn Authenticator>>,
}

impl Host {
    /// A host that knows API keys and ephemeral keys.
    pub fn new(services: Arc<Services>) -> Self {
        Self::behind(services, TrustedProxies::default())
    }

    /// The same behind proxies that say who calls them.
    pub fn behind(services: Arc<Services>, proxies: TrustedProxies) -> Self {
        Self {
            services,
            authenticators: vec![Arc::new(KeyAuthenticator { proxies })],
        }
    }

    /// The same host with another way to tell who calls, asked where the earlier ones don't know.
    #[must_use]
    pub fn with_authenticator(mut self, authenticator: Arc<dyn Authenticator>) -> Self {
        self.authenticators.push(authenticator);
        self
    }
}
