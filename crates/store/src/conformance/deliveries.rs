//! The job queue: deliveries take turns by endpoint.

use identity::{EndpointHealth, EventId, SessionId, WebhookEndpointId, WebhookStatus};

use super::Backend;
use super::sample::{NOW, Sample};
use crate::{DeliveryQueue, JobKind, JobPayload, UnitOfWork};

fn to(sample: &Sample, endpoint: &WebhookEndpointId) -> JobPayload {
    JobPayload::Deliver {
        event: EventId::generate(&sample.random),
        endpoint: endpoint.clone(),
        session: SessionId::generate(&sample.random),
        resent: false,
        refusals: 0,
    }
}

async fn queue_of(unit: &mut Box<dyn UnitOfWork>, endpoint: &WebhookEndpointId) -> DeliveryQueue {
    let queues = unit.delivery_queues(NOW).await.unwrap();
    let mut found = queues
        .into_iter()
        .filter(|queue| queue.share == endpoint.as_str());
    found.next().unwrap()
}

/// Each endpoint with something to do is told once, with what is due first and what is in hand.
pub async fn are_told_by_endpoint(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let record = sample.endpoint(&sample.scope());
    let mut disabled = sample.endpoint(&sample.scope());
    disabled.endpoint.status = WebhookStatus::Disabled;
    let gone = WebhookEndpointId::generate(&sample.random);
    let mut unit = store.begin().await.unwrap();
    assert_eq!(unit.delivery_queues(NOW).await.unwrap(), []);
    for record in [&record, &disabled] {
        unit.insert_endpoint(record).await.unwrap();
    }
    let (one, other) = (&record.endpoint.id, &disabled.endpoint.id);
    for (endpoint, due) in [(one, 5), (one, -3), (one, -2), (other, 7), (&gone, 9)] {
        let payload = to(&sample, endpoint);
        unit.enqueue(&payload, NOW, NOW.plus(due)).await.unwrap();
    }
    let payload = JobPayload::Verify {
        session: SessionId::generate(&sample.random),
        submission: 1,
    };
    unit.enqueue(&payload, NOW, NOW.plus(-9)).await.unwrap();
    assert_eq!(unit.delivery_queues(NOW).await.unwrap().len(), 3);
    let queue = queue_of(&mut unit, one).await;
    assert_eq!((queue.due, queue.in_hand), (NOW.plus(-3), 0));
    let account = record.endpoint.account.clone();
    assert_eq!(queue.endpoint, Some((account, EndpointHealth::default())));
    for (endpoint, due) in [(other, 7), (&gone, 9)] {
        let queue = queue_of(&mut unit, endpoint).await;
        assert_eq!((queue.due, queue.endpoint), (NOW.plus(due), None));
    }

    let of = (JobKind::Deliver, one.as_str());
    let leased = unit.lease(of, "one", NOW, NOW.plus(30), 1).await.unwrap();
    let queue = queue_of(&mut unit, one).await;
    assert_eq!((queue.due, queue.in_hand), (NOW.plus(-2), 1));
    unit.retry(leased[0].id, "one", NOW.plus(40)).await.unwrap();
    assert_eq!(queue_of(&mut unit, one).await.in_hand, 0);
    let leased = unit.lease(of, "one", NOW, NOW.plus(30), 9).await.unwrap();
    assert_eq!(leased.len(), 1);
    // Whose lease has run out holds nothing.
    let later = unit.delivery_queues(NOW.plus(30)).await.unwrap();
    assert!(later.iter().all(|queue| queue.in_hand == 0));
}

/// Whoever leases for one endpoint gets nothing of another's, nor of older programs' deliveries.
pub async fn are_leased_by_endpoint(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let endpoints: Vec<_> = (0..3)
        .map(|_| WebhookEndpointId::generate(&sample.random))
        .collect();
    let mut unit = store.begin().await.unwrap();
    for endpoint in endpoints.iter().chain(&endpoints) {
        unit.enqueue(&to(&sample, endpoint), NOW, NOW)
            .await
            .unwrap();
    }
    for endpoint in &endpoints {
        let of = (JobKind::Deliver, endpoint.as_str());
        let leased = unit.lease(of, "one", NOW, NOW.plus(30), 9).await.unwrap();
        assert_eq!(leased.len(), 2);
        assert!(leased.iter().all(|job| job.payload.share() == of.1));
    }
}

/// What has waited for too long is found among the rest.
pub async fn old_ones_are_leased_apart(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let endpoint = WebhookEndpointId::generate(&sample.random);
    let mut unit = store.begin().await.unwrap();
    for age in [5, 50, 500] {
        let payload = to(&sample, &endpoint);
        unit.enqueue(&payload, NOW.plus(-age), NOW).await.unwrap();
    }
    let of = (JobKind::Deliver, endpoint.as_str());
    let leased = unit
        .lease_older(of, NOW.plus(-50), "one", NOW, NOW.plus(30), 9)
        .await
        .unwrap();
    let created: Vec<_> = leased.iter().map(|job| job.created).collect();
    assert_eq!(created, [NOW.plus(-500)]);
}

/// How deliveries to an endpoint go is written by itself, and stays when the endpoint changes.
pub async fn health_is_kept_apart(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut record = sample.endpoint(&scope);
    let id = record.endpoint.id.clone();
    let mut unit = store.begin().await.unwrap();
    unit.insert_endpoint(&record).await.unwrap();
    let failing = EndpointHealth {
        failures: 7,
        failing_since: Some(NOW.plus(-9)),
        held_until: Some(NOW.plus(4)),
    };
    unit.set_endpoint_health(&id, &failing).await.unwrap();
    record.endpoint.description = Some("changed".into());
    unit.update_endpoint(&record).await.unwrap();
    record.health = failing;
    assert_eq!(unit.endpoint(&scope, &id).await.unwrap(), Some(record));
    unit.enqueue(&to(&sample, &id), NOW, NOW).await.unwrap();
    let told = queue_of(&mut unit, &id).await.endpoint.unwrap();
    assert_eq!(told, (scope.account.clone(), failing));
    assert!(unit.delete_endpoint(&scope, &id).await.unwrap());
    unit.set_endpoint_health(&id, &failing).await.unwrap();
    assert_eq!(queue_of(&mut unit, &id).await.endpoint, None);
}
