//! What nearly every call asks before it does anything: whose key this is, who wants to hear of
//! events; and what the most frequent call asks alone, how a session stands. Calls that come at the
//! same time ask together, and hold nothing meanwhile.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use identity::{AccountId, ApiKey, Mode, SessionId};
use store::rows::StoredJson as _;
use store::{Coalescer, EndpointRecord, Scope, SessionRecord};

use crate::readers::Readers;
use crate::rows::{api_key, session, webhook_endpoint};

/// Connections that are held for one question only: whoever waits for one waits for nobody who waits
/// for another.
const CONNECTIONS: u32 = 2;

/// Shared by all units of a store. Answers hold what was committed when they were asked for.
#[derive(Clone)]
pub(crate) struct SharedReads {
    readers: Arc<Readers>,
    keys: Arc<Coalescer<[u8; 32], Option<ApiKey>>>,
    endpoints: Arc<Coalescer<(String, Mode), Vec<EndpointRecord>>>,
    sessions: Arc<Coalescer<String, Option<SessionRecord>>>,
}

impl SharedReads {
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            readers: Readers::new(path, CONNECTIONS),
            keys: Arc::default(),
            endpoints: Arc::default(),
            sessions: Arc::default(),
        }
    }

    pub(crate) async fn close(&self) {
        self.readers.close().await;
    }

    /// The key of this hash; `None` where that cannot be told here.
    pub(crate) async fn key(&self, hash: &[u8; 32]) -> Option<Option<ApiKey>> {
        let readers = Arc::clone(&self.readers);
        let find = move |hashes: Vec<[u8; 32]>| {
            let readers = Arc::clone(&readers);
            async move {
                let mut found = HashMap::new();
                for hash in hashes {
                    let Ok(mut reader) = readers.reader().await else {
                        return found;
                    };
                    if let Ok(key) = api_key::of_hash(reader.connection(), &hash).await {
                        found.insert(hash, key);
                    }
                }
                found
            }
        };
        self.keys.ask(*hash, find).await
    }

    /// The enabled endpoints of a scope; `None` where that cannot be told here.
    pub(crate) async fn endpoints(&self, scope: &Scope) -> Option<Vec<EndpointRecord>> {
        let readers = Arc::clone(&self.readers);
        let find = move |scopes: Vec<(String, Mode)>| {
            let readers = Arc::clone(&readers);
            async move {
                let mut found = HashMap::new();
                for (account, mode) in scopes {
                    let Ok(mut reader) = readers.reader().await else {
                        return found;
                    };
                    let scope = Scope {
                        account: AccountId::from_stored(account.clone()),
                        mode,
                    };
                    let enabled = webhook_endpoint::enabled(reader.connection(), &scope);
                    if let Ok(enabled) = enabled.await {
                        found.insert((account, mode), enabled);
                    }
                }
                found
            }
        };
        let key = (scope.account.as_str().to_owned(), scope.mode);
        self.endpoints.ask(key, find).await
    }

    /// The session of this identifier, of whatever scope; `None` where that cannot be told here.
    pub(crate) async fn session(&self, id: &SessionId) -> Option<Option<SessionRecord>> {
        let readers = Arc::clone(&self.readers);
        let find = move |ids: Vec<String>| {
            let readers = Arc::clone(&readers);
            async move {
                let Ok(mut reader) = readers.reader().await else {
                    return HashMap::new();
                };
                let Ok(asked) = String::of(&ids) else {
                    return HashMap::new();
                };
                let Ok(records) = session::of_ids(reader.connection(), &asked).await else {
                    return HashMap::new();
                };
                let none = ids.into_iter().map(|id| (id, None));
                let mut found: HashMap<_, _> = none.collect();
                for record in records {
                    found.insert(record.session.id.as_str().to_owned(), Some(record));
                }
                found
            }
        };
        self.sessions.ask(id.as_str().to_owned(), find).await
    }
}
