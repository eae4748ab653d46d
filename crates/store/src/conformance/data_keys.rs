//! Data keys.

use super::Backend;
use super::sample::{EPOCH, Sample};
use crate::{Store, StoreError, WrappedKey};

async fn with_epochs(store: &dyn Store) {
    let mut unit = store.begin().await.unwrap();
    for (id, age) in [(EPOCH, 9), ("epoch_2", 5)] {
        unit.insert_keyring_entry(&Sample::keyring_entry(id, age))
            .await
            .unwrap();
    }
    unit.save().await.unwrap();
}

/// What was added can be read.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    with_epochs(store.as_ref()).await;
    let (one, two) = (sample.wrapped_key(), sample.wrapped_key());
    let mut unit = store.begin().await.unwrap();
    unit.insert_data_key("vs_1", &one).await.unwrap();
    unit.insert_data_key("vs_2", &two).await.unwrap();
    assert_eq!(unit.data_key("vs_1").await.unwrap(), Some(one));
    assert_eq!(unit.data_key("vs_2").await.unwrap(), Some(two));
    assert_eq!(unit.data_key("vs_3").await.unwrap(), None);
}

/// An owner's key is never replaced.
pub async fn one_key_an_owner(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    with_epochs(store.as_ref()).await;
    let key = sample.wrapped_key();
    let mut unit = store.begin().await.unwrap();
    unit.insert_data_key("vs_1", &key).await.unwrap();
    unit.save().await.unwrap();
    let mut unit = store.begin().await.unwrap();
    let refused = match unit.insert_data_key("vs_1", &sample.wrapped_key()).await {
        Ok(()) => unit.save().await,
        refused => refused,
    };
    assert!(matches!(refused, Err(StoreError::Conflict { .. })));
    let mut unit = store.read().await.unwrap();
    assert_eq!(unit.data_key("vs_1").await.unwrap(), Some(key));
}

/// Destroying a key leaves the others and cannot be done twice.
pub async fn destroyed_keys_are_gone(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    with_epochs(store.as_ref()).await;
    let mut unit = store.begin().await.unwrap();
    unit.insert_data_key("vs_1", &sample.wrapped_key())
        .await
        .unwrap();
    unit.insert_data_key("vs_2", &sample.wrapped_key())
        .await
        .unwrap();
    unit.save().await.unwrap();

    let mut unit = store.begin().await.unwrap();
    assert!(unit.destroy_data_key("vs_1").await.unwrap());
    assert!(!unit.destroy_data_key("vs_1").await.unwrap());
    unit.save().await.unwrap();

    backend.reopen().await;
    let mut unit = backend.store().read().await.unwrap();
    assert_eq!(unit.data_key("vs_1").await.unwrap(), None);
    assert!(unit.data_key("vs_2").await.unwrap().is_some());
}

/// A key is wrapped anew only where it is still the one that was read, and never comes back.
pub async fn are_wrapped_anew(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    with_epochs(store.as_ref()).await;
    let mut unit = store.begin().await.unwrap();
    for owner in ["vs_1", "vs_2", "vs_3"] {
        unit.insert_data_key(owner, &sample.wrapped_key())
            .await
            .unwrap();
    }
    let found = unit.data_keys_wrapped_by(EPOCH, 2).await.unwrap();
    assert_eq!(found.len(), 2);
    let anew = WrappedKey {
        wrapped_by: "epoch_2".into(),
        bytes: sample.bytes(),
    };
    for (owner, key) in &found {
        assert_eq!(unit.data_key(owner).await.unwrap().as_ref(), Some(key));
        assert!(unit.rewrap_data_key(owner, key, &anew).await.unwrap());
        assert!(!unit.rewrap_data_key(owner, key, &anew).await.unwrap());
        assert_eq!(unit.data_key(owner).await.unwrap(), Some(anew.clone()));
    }
    let left = unit.data_keys_wrapped_by(EPOCH, 10).await.unwrap();
    let [(owner, key)] = left.as_slice() else {
        panic!("one is left: {left:?}");
    };
    unit.destroy_data_key(owner).await.unwrap();
    assert!(!unit.rewrap_data_key(owner, key, &anew).await.unwrap());
    assert_eq!(unit.data_key(owner).await.unwrap(), None);
}

/// What wraps a key stays on the keyring; nothing is wrapped by what is not on it.
pub async fn are_wrapped_by_the_keyring(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    with_epochs(store.as_ref()).await;
    let mut unit = store.begin().await.unwrap();
    unit.insert_data_key("vs_1", &sample.wrapped_key())
        .await
        .unwrap();
    unit.save().await.unwrap();
    let mut unit = store.begin().await.unwrap();
    let refused = unit.remove_keyring_entry(EPOCH).await;
    assert!(matches!(refused, Err(StoreError::Conflict { .. })));
    drop(unit);
    let mut unit = store.begin().await.unwrap();
    unit.destroy_data_key("vs_1").await.unwrap();
    assert!(unit.remove_keyring_entry(EPOCH).await.unwrap());
    assert!(!unit.remove_keyring_entry(EPOCH).await.unwrap());
    unit.save().await.unwrap();
    let mut unit = store.begin().await.unwrap();
    let orphan = match unit.insert_data_key("vs_2", &sample.wrapped_key()).await {
        Ok(()) => unit.save().await,
        refused => refused,
    };
    assert!(orphan.is_err());
}
