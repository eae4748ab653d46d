//! Ephemeral keys.

use super::Backend;
use super::sample::{Sample, other_mode};
use crate::StoreError;

/// What was added is found by its hash.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let key = sample.ephemeral_key(&sample.scope());
    let mut unit = store.begin().await.unwrap();
    unit.insert_ephemeral_key(&key).await.unwrap();
    assert_eq!(
        unit.ephemeral_key_by_hash(&key.hash).await.unwrap(),
        Some(key.clone())
    );
    assert_eq!(unit.ephemeral_key_by_hash(&[0; 32]).await.unwrap(), None);
    let again = unit.insert_ephemeral_key(&key).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
}

/// Only its own scope can delete a key, once.
pub async fn deleting_returns_the_key_once(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let key = sample.ephemeral_key(&scope);
    let mut unit = store.begin().await.unwrap();
    unit.insert_ephemeral_key(&key).await.unwrap();
    for elsewhere in [other_mode(&scope), sample.scope()] {
        assert_eq!(
            unit.delete_ephemeral_key(&elsewhere, &key.id)
                .await
                .unwrap(),
            None
        );
    }
    assert_eq!(
        unit.delete_ephemeral_key(&scope, &key.id).await.unwrap(),
        Some(key.clone())
    );
    assert_eq!(
        unit.delete_ephemeral_key(&scope, &key.id).await.unwrap(),
        None
    );
    assert_eq!(unit.ephemeral_key_by_hash(&key.hash).await.unwrap(), None);
}

/// Keys of one session end earlier, and no others.
pub async fn aging_brings_the_end_nearer(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (key, other) = (sample.ephemeral_key(&scope), sample.ephemeral_key(&scope));
    let mut unit = store.begin().await.unwrap();
    unit.insert_ephemeral_key(&key).await.unwrap();
    unit.insert_ephemeral_key(&other).await.unwrap();
    unit.age_ephemeral_keys(&key.session, 100).await.unwrap();
    let aged = unit.ephemeral_key_by_hash(&key.hash).await.unwrap();
    assert_eq!(aged.unwrap().expires, key.expires.plus(-100));
    let found = unit.ephemeral_key_by_hash(&other.hash).await.unwrap();
    assert_eq!(found, Some(other));
}
