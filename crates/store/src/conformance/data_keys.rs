//! Data keys.

use super::Backend;
use super::sample::Sample;
use crate::StoreError;

/// What was added can be read.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
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
    let key = sample.wrapped_key();
    let mut unit = store.begin().await.unwrap();
    unit.insert_data_key("vs_1", &key).await.unwrap();
    let refused = unit.insert_data_key("vs_1", &sample.wrapped_key()).await;
    assert!(matches!(refused, Err(StoreError::Conflict { .. })));
    assert_eq!(unit.data_key("vs_1").await.unwrap(), Some(key));
}

/// Destroying a key leaves the others and cannot be done twice.
pub async fn destroyed_keys_are_gone(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
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
