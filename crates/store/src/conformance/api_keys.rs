//! API keys.

use identity::{ApiKey, Permission};

use super::Backend;
use super::sample::{NOW, Sample};
use crate::StoreError;

/// What was added is found by its hash, and among all, oldest first.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (mut one, two) = (sample.api_key(&scope), sample.api_key(&scope));
    one.brought_along = Some(Permission::Write);
    let mut unit = store.begin().await.unwrap();
    unit.insert_api_key(&one).await.unwrap();
    unit.insert_api_key(&two).await.unwrap();
    assert_eq!(
        unit.api_key_by_hash(&two.hash).await.unwrap(),
        Some(two.clone())
    );
    assert_eq!(unit.api_key_by_hash(&[0; 32]).await.unwrap(), None);
    assert_eq!(unit.api_keys().await.unwrap(), [one, two]);
}

/// Neither an identifier nor a hash exists twice.
pub async fn are_unique(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let key = sample.api_key(&scope);
    let same_hash = ApiKey {
        hash: key.hash,
        ..sample.api_key(&scope)
    };
    let same_id = ApiKey {
        id: key.id.clone(),
        ..sample.api_key(&scope)
    };
    let mut unit = store.begin().await.unwrap();
    unit.insert_api_key(&key).await.unwrap();
    for twin in [same_hash, same_id] {
        let refused = unit.insert_api_key(&twin).await;
        assert!(matches!(refused, Err(StoreError::Conflict { .. })));
    }
}

/// Revoking works once, and the key is still found.
pub async fn are_revoked_once(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let key = sample.api_key(&sample.scope());
    let mut unit = store.begin().await.unwrap();
    unit.insert_api_key(&key).await.unwrap();
    assert!(unit.revoke_api_key(&key.id, NOW).await.unwrap());
    assert!(!unit.revoke_api_key(&key.id, NOW.plus(9)).await.unwrap());
    let unknown = sample.api_key(&sample.scope()).id;
    assert!(!unit.revoke_api_key(&unknown, NOW).await.unwrap());
    let found = unit.api_key_by_hash(&key.hash).await.unwrap().unwrap();
    assert_eq!(found.revoked, Some(NOW));
}

/// A key that is made or revoked is so for whoever asks after that, however many ask.
pub async fn count_at_once(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let known = async |hash: &[u8; 32]| {
        let mut unit = store.read().await.unwrap();
        unit.api_key_by_hash(hash).await.unwrap()
    };
    for _ in 0..10 {
        let key = sample.api_key(&sample.scope());
        assert_eq!(known(&key.hash).await, None);
        let mut unit = store.begin().await.unwrap();
        unit.insert_api_key(&key).await.unwrap();
        unit.save().await.unwrap();
        assert_eq!(known(&key.hash).await, Some(key.clone()));
        let mut unit = store.begin().await.unwrap();
        assert!(unit.revoke_api_key(&key.id, NOW).await.unwrap());
        unit.save().await.unwrap();
        let revoked = known(&key.hash).await.and_then(|key| key.revoked);
        assert_eq!(revoked, Some(NOW));
    }
}
