//! The epoch keys that a process knows.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use identity::Timestamp;

use crate::DataKey;

/// Readers never wait for more than a look-up: keys are fetched before they are put in here.
#[derive(Default)]
pub(crate) struct Epochs(RwLock<Known>);

#[derive(Default)]
struct Known {
    keys: BTreeMap<String, DataKey>,
    /// What new data keys are wrapped under, and when the database said so.
    current: Option<(String, Timestamp)>,
}

impl Epochs {
    pub(crate) fn get(&self, id: &str) -> Option<DataKey> {
        self.read().keys.get(id).cloned()
    }

    pub(crate) fn learn(&self, id: &str, key: DataKey) {
        self.write().keys.insert(id.to_owned(), key);
    }

    /// Forgets all that are not named.
    pub(crate) fn retain(&self, ids: &[String]) {
        self.write().keys.retain(|id, _| ids.contains(id));
    }

    pub(crate) fn set_current(&self, id: &str, now: Timestamp) {
        self.write().current = Some((id.to_owned(), now));
    }

    /// The newest epoch key, and when it was known to be that.
    pub(crate) fn current(&self) -> Option<(String, DataKey, Timestamp)> {
        let known = self.read();
        let (id, seen) = known.current.as_ref()?;
        Some((id.clone(), known.keys.get(id)?.clone(), *seen))
    }

    fn read(&self) -> RwLockReadGuard<'_, Known> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Known> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}
