//! Events.

use identity::{Event, RequestOrigin};
use serde_json::json;

use super::Backend;
use super::sample::{Sample, other_mode};
use crate::StoreError;

/// What was added can be read, in its own scope alone where one is asked for.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let event = sample.event(&scope);
    let bare = Event {
        origin: RequestOrigin::default(),
        ..sample.event(&scope)
    };
    let mut unit = store.begin().await.unwrap();
    unit.insert_event(&event).await.unwrap();
    unit.insert_event(&bare).await.unwrap();
    assert_eq!(
        unit.event(&scope, &event.id).await.unwrap(),
        Some(event.clone())
    );
    assert_eq!(unit.event_anywhere(&bare.id).await.unwrap(), Some(bare));
    for elsewhere in [other_mode(&scope), sample.scope()] {
        assert_eq!(unit.event(&elsewhere, &event.id).await.unwrap(), None);
    }
    let again = unit.insert_event(&event).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
}

/// A session's events come in the order they happened.
pub async fn of_a_session_oldest_first(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let one = sample.event(&scope);
    let two = Event {
        session: one.session.clone(),
        ..sample.event(&scope)
    };
    let mut unit = store.begin().await.unwrap();
    for event in [&one, &sample.event(&scope), &two] {
        unit.insert_event(event).await.unwrap();
    }
    assert_eq!(
        unit.events_of_session(&one.session).await.unwrap(),
        [one, two]
    );
}

/// Replacing a snapshot changes nothing else.
pub async fn objects_can_be_replaced(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (mut event, bystander) = (sample.event(&scope), sample.event(&scope));
    let mut unit = store.begin().await.unwrap();
    unit.insert_event(&event).await.unwrap();
    unit.insert_event(&bystander).await.unwrap();
    event.object = json!({"id": "vs_1", "metadata": {}});
    unit.replace_event_object(&event.id, &event.object)
        .await
        .unwrap();
    assert_eq!(unit.event(&scope, &event.id).await.unwrap(), Some(event));
    assert_eq!(
        unit.event(&scope, &bystander.id).await.unwrap(),
        Some(bystander)
    );
}

/// A delivery that is settled more often than it was pending leaves zero.
pub async fn settling_stops_at_zero(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let event = sample.event(&sample.scope());
    let mut unit = store.begin().await.unwrap();
    unit.insert_event(&event).await.unwrap();
    let mut pending = Vec::new();
    for _ in 0..3 {
        unit.settle_delivery(&event.id).await.unwrap();
        pending.push(
            unit.event_anywhere(&event.id)
                .await
                .unwrap()
                .unwrap()
                .pending_webhooks,
        );
    }
    assert_eq!(pending, [1, 0, 0]);
}

/// A change that finds nothing to change says so.
pub async fn changes_to_missing_events_fail(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let id = sample.event(&sample.scope()).id;
    let mut unit = store.begin().await.unwrap();
    let settled = unit.settle_delivery(&id).await;
    assert!(matches!(settled, Err(StoreError::Missing { .. })));
    let replaced = unit.replace_event_object(&id, &json!({})).await;
    assert!(matches!(replaced, Err(StoreError::Missing { .. })));
}
