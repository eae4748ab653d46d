//! Accounts.

use super::Backend;
use super::sample::Sample;
use crate::StoreError;

/// What was added can be read, alone and among all, oldest first.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let (one, two) = (sample.account(), sample.account());
    let mut unit = store.begin().await.unwrap();
    unit.insert_account(&one).await.unwrap();
    unit.insert_account(&two).await.unwrap();
    let again = unit.insert_account(&one).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
    assert_eq!(unit.account(&two.id).await.unwrap(), Some(two.clone()));
    assert_eq!(unit.account(&sample.account().id).await.unwrap(), None);
    assert_eq!(unit.accounts().await.unwrap(), [one, two]);
}
