//! Webhook endpoints.

use identity::WebhookStatus;

use super::Backend;
use super::sample::{Sample, metadata, other_mode};
use crate::StoreError;

/// What was added can be read in its own scope alone.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.endpoint(&scope);
    let mut unit = store.begin().await.unwrap();
    unit.insert_endpoint(&record).await.unwrap();
    let id = &record.endpoint.id;
    assert_eq!(
        unit.endpoint(&scope, id).await.unwrap(),
        Some(record.clone())
    );
    for elsewhere in [other_mode(&scope), sample.scope()] {
        assert_eq!(unit.endpoint(&elsewhere, id).await.unwrap(), None);
    }
    let again = unit.insert_endpoint(&record).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
}

/// An endpoint is written back whole, and only where there is one.
pub async fn are_updated_whole(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut record = sample.endpoint(&scope);
    let mut unit = store.begin().await.unwrap();
    unit.insert_endpoint(&record).await.unwrap();
    record.endpoint.url = "https://example.com/other".into();
    record.endpoint.description = None;
    record.endpoint.enabled_events = vec!["identity.verification_session.verified".into()];
    record.endpoint.metadata = metadata();
    record.endpoint.status = WebhookStatus::Disabled;
    record.endpoint.api_version = None;
    record.sealed_secret = sample.bytes();
    unit.update_endpoint(&record).await.unwrap();
    assert_eq!(
        unit.endpoint(&scope, &record.endpoint.id).await.unwrap(),
        Some(record)
    );
    let missing = unit.update_endpoint(&sample.endpoint(&scope)).await;
    assert!(matches!(missing, Err(StoreError::Missing { .. })));
}

/// Only its own scope can delete an endpoint, once.
pub async fn deleting(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.endpoint(&scope);
    let id = &record.endpoint.id;
    let mut unit = store.begin().await.unwrap();
    unit.insert_endpoint(&record).await.unwrap();
    for elsewhere in [other_mode(&scope), sample.scope()] {
        assert!(!unit.delete_endpoint(&elsewhere, id).await.unwrap());
    }
    assert!(unit.delete_endpoint(&scope, id).await.unwrap());
    assert!(!unit.delete_endpoint(&scope, id).await.unwrap());
    assert_eq!(unit.endpoint(&scope, id).await.unwrap(), None);
}

/// Disabled endpoints and those of other scopes get nothing.
pub async fn only_enabled_ones(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (enabled, mut disabled) = (sample.endpoint(&scope), sample.endpoint(&scope));
    disabled.endpoint.status = WebhookStatus::Disabled;
    let live = sample.endpoint(&other_mode(&scope));
    let mut unit = store.begin().await.unwrap();
    for record in [&disabled, &enabled, &live] {
        unit.insert_endpoint(record).await.unwrap();
    }
    assert_eq!(unit.enabled_endpoints(&scope).await.unwrap(), [enabled]);
}
