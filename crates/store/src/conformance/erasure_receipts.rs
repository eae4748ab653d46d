//! Proofs that sessions were erased.

use super::Backend;
use super::sample::{Sample, other_mode};
use crate::StoreError;

/// What was added can be read in its own scope alone, and paged through.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let records = [
        sample.receipt(&scope),
        sample.receipt(&scope),
        sample.receipt(&sample.scope()),
    ];
    let mut unit = store.begin().await.unwrap();
    for record in &records {
        unit.insert_erasure_receipt(record).await.unwrap();
    }
    let session = &records[0].session;
    let found = unit.erasure_receipt(&scope, session).await.unwrap();
    assert_eq!(found.as_ref(), Some(&records[0]));
    for elsewhere in [other_mode(&scope), sample.scope()] {
        let found = unit.erasure_receipt(&elsewhere, session).await.unwrap();
        assert_eq!(found, None);
    }
    assert_eq!(unit.erasure_receipts(None, 2).await.unwrap(), records[..2]);
    let rest = unit.erasure_receipts(Some(&records[1].session), 2).await;
    assert_eq!(rest.unwrap(), records[2..]);
    let again = unit.insert_erasure_receipt(&records[0]).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
}
