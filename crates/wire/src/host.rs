use std::sync::Arc;

use sessions::Services;

use crate::admission::{Admission, AdmissionSettings};
use crate::authenticate::KeyAuthenticator;
use crate::limits::{LimitSettings, Limits};
use crate::upload_room::UploadRoom;
use crate::{Authenticator, TrustedProxies};

/// The state of every router: the services, and who can say whose call this is.
#[derive(Clone)]
pub struct Host {
    pub services: Arc<Services>,
    pub(crate) authenticators: Vec<Arc<dyn Authenticator>>,
    pub(crate) upload_room: UploadRoom,
    pub(crate) admission: Admission,
    pub(crate) limits: Limits,
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
            upload_room: UploadRoom::new(),
            admission: Admission::new(AdmissionSettings::default()),
            limits: Limits::default(),
        }
    }

    /// The same host, taking on and allowing each caller no more than this.
    #[must_use]
    pub fn with_limits(mut self, admission: AdmissionSettings, limits: LimitSettings) -> Self {
        self.admission = Admission::new(admission);
        self.limits = Limits::new(limits);
        self
    }

    /// The same host with another way to tell who calls, asked where the earlier ones don't know.
    #[must_use]
    pub fn with_authenticator(mut self, authenticator: Arc<dyn Authenticator>) -> Self {
        self.authenticators.push(authenticator);
        self
    }
}
