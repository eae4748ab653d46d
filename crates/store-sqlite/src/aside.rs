//! What nearly every call asks before it does anything: whose key this is, who wants to hear of
//! events. Calls that come at the same time ask together, and hold nothing meanwhile.

use std::path::Path;
use std::sync::Arc;

use identity::{AccountId, ApiKey, Mode};
use store::{EndpointRecord, Scope, Together};

use crate::readers::Readers;
use crate::{api_keys, webhook_endpoints};

/// Connections that are held for one question only: whoever waits for one waits for nobody who waits
/// for another.
const ASIDE: u32 = 2;

/// Shared by all units of a store. Answers hold what was committed when they were asked for.
#[derive(Clone)]
pub(crate) struct Aside {
    readers: Arc<Readers>,
    keys: Arc<Together<[u8; 32], Option<ApiKey>>>,
    endpoints: Arc<Together<(String, Mode), Vec<EndpointRecord>>>,
}

impl Aside {
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            readers: Readers::new(path, ASIDE),
            keys: Arc::default(),
            endpoints: Arc::default(),
        }
    }

    pub(crate) async fn close(&self) {
        self.readers.close().await;
    }

    /// The key of this hash; `None` where that cannot be told here.
    pub(crate) async fn key(&self, hash: &[u8; 32]) -> Option<Option<ApiKey>> {
        let readers = Arc::clone(&self.readers);
        let find = move |hash: [u8; 32]| {
            let readers = Arc::clone(&readers);
            async move {
                let mut reader = readers.reader().await.ok()?;
                api_keys::of_hash(reader.connection(), &hash).await.ok()
            }
        };
        self.keys.ask(*hash, find).await
    }

    /// The enabled endpoints of a scope; `None` where that cannot be told here.
    pub(crate) async fn endpoints(&self, scope: &Scope) -> Option<Vec<EndpointRecord>> {
        let readers = Arc::clone(&self.readers);
        let find = move |(account, mode): (String, Mode)| {
            let readers = Arc::clone(&readers);
            async move {
                let account = AccountId::from_stored(account);
                let scope = Scope { account, mode };
                let mut reader = readers.reader().await.ok()?;
                let found = webhook_endpoints::enabled(reader.connection(), &scope);
                found.await.ok()
            }
        };
        let key = (scope.account.as_str().to_owned(), scope.mode);
        self.endpoints.ask(key, find).await
    }
}
