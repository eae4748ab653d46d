//! The names of wrapping keys.

use super::Backend;
use super::sample::Sample;
use crate::{KeyringEntry, KeyringKind, StoreError};

/// What was added can be read, oldest first.
pub async fn round_trip(backend: &mut dyn Backend) {
    let store = backend.store();
    let entries = [
        Sample::keyring_entry("epoch_a", 3),
        Sample::keyring_entry("epoch_c", 2),
        Sample::keyring_entry("epoch_b", 1),
    ];
    let mut unit = store.begin().await.unwrap();
    for entry in entries.iter().rev() {
        unit.insert_keyring_entry(entry).await.unwrap();
    }
    assert_eq!(unit.keyring().await.unwrap(), entries);
    let again = unit.insert_keyring_entry(&entries[0]).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
}

/// There is one root.
pub async fn one_root(backend: &mut dyn Backend) {
    let store = backend.store();
    let root = |id: &str| KeyringEntry {
        kind: KeyringKind::Root,
        ..Sample::keyring_entry(id, 1)
    };
    let mut unit = store.begin().await.unwrap();
    unit.insert_keyring_entry(&root("root_1")).await.unwrap();
    let second = unit.insert_keyring_entry(&root("root_2")).await;
    assert!(matches!(second, Err(StoreError::Conflict { .. })));
    assert_eq!(unit.keyring().await.unwrap(), [root("root_1")]);
}
