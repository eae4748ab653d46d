//! Verification reports.

use super::Backend;
use super::sample::{Sample, other_mode};
use crate::{ReportRecord, StoreError};

/// What was added can be read in its own scope alone.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.report(&scope);
    let bare = ReportRecord {
        client_reference_id: None,
        ..sample.report(&scope)
    };
    let mut unit = store.begin().await.unwrap();
    unit.insert_report(&record).await.unwrap();
    unit.insert_report(&bare).await.unwrap();
    for one in [&record, &bare] {
        assert_eq!(
            unit.report(&scope, &one.id).await.unwrap().as_ref(),
            Some(one)
        );
    }
    for elsewhere in [other_mode(&scope), sample.scope()] {
        assert_eq!(unit.report(&elsewhere, &record.id).await.unwrap(), None);
    }
    let again = unit.insert_report(&record).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
}
