use std::sync::Arc;

use http::{Extensions, HeaderMap};
use sessions::Services;

use crate::admission::{Admission, AdmissionSettings};
use crate::authenticator::KeyAuthenticator;
use crate::body::{PaceSettings, Rooms};
use crate::limits::{LimitSettings, Limits};
use crate::party::{Acquaintances, Party};
use crate::{Authenticator, TrustedProxies};

/// The state of every router: the services, and who can say whose call this is.
#[derive(Clone)]
pub struct Host {
    /// What the routes work with.
    pub services: Arc<Services>,
    pub(crate) authenticators: Vec<Arc<dyn Authenticator>>,
    pub(crate) proxies: TrustedProxies,
    pub(crate) rooms: Rooms,
    pub(crate) admission: Admission,
    pub(crate) pace: PaceSettings,
    pub(crate) limits: Limits,
    pub(crate) known: Acquaintances,
}

impl Host {
    /// A host that knows API keys and ephemeral keys.
    pub fn new(services: Arc<Services>) -> Self {
        Self::behind(services, TrustedProxies::default())
    }

    /// The same behind proxies that say who calls them.
    pub fn behind(services: Arc<Services>, proxies: TrustedProxies) -> Self {
        let keys = KeyAuthenticator {
            proxies: proxies.clone(),
        };
        Self {
            services,
            authenticators: vec![Arc::new(keys)],
            proxies,
            rooms: Rooms::default(),
            admission: Admission::new(AdmissionSettings::default()),
            pace: PaceSettings::default(),
            limits: Limits::default(),
            known: Acquaintances::default(),
        }
    }

    /// The same host, taking on and allowing each caller no more than this.
    #[must_use]
    pub fn with_limits(
        mut self,
        admission: AdmissionSettings,
        pace: PaceSettings,
        limits: LimitSettings,
    ) -> Self {
        self.admission = Admission::new(admission);
        self.pace = pace;
        self.limits = Limits::new(limits);
        self
    }

    /// The same host with another way to tell who calls, asked where the earlier ones don't know.
    #[must_use]
    pub fn with_authenticator(mut self, authenticator: Arc<dyn Authenticator>) -> Self {
        self.authenticators.push(authenticator);
        self
    }

    /// Whom a request counts for, before it is known whether its credentials are right.
    pub(crate) fn party(&self, headers: &HeaderMap, extensions: &Extensions) -> Party {
        let known = self.known.find(headers);
        known.unwrap_or_else(|| Party::at(self.proxies.client(extensions, headers)))
    }
}
