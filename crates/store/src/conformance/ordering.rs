//! The job queue: jobs of one ordering key run one after the other.

use std::collections::HashSet;

use identity::{EventId, Random as _, SessionId, Timestamp, WebhookEndpointId};

use super::Backend;
use super::sample::{NOW, Sample};
use crate::{Job, JobKind, JobPayload, UnitOfWork};

const SOON: Timestamp = Timestamp(NOW.0 + 30);

/// Deliveries of one session to one endpoint: one ordering key.
struct OrderingKey {
    endpoint: WebhookEndpointId,
    session: SessionId,
}

impl OrderingKey {
    fn new(sample: &Sample) -> Self {
        Self {
            endpoint: WebhookEndpointId::generate(&sample.random),
            session: SessionId::generate(&sample.random),
        }
    }

    /// Enqueues another job of this ordering key; its event tells it apart.
    async fn enqueue(&self, unit: &mut Box<dyn UnitOfWork>, sample: &Sample) -> EventId {
        let event = EventId::generate(&sample.random);
        let payload = JobPayload::Deliver {
            event: event.clone(),
            endpoint: self.endpoint.clone(),
            session: self.session.clone(),
            resent: false,
            refusals: 0,
        };
        unit.enqueue(&payload, NOW, NOW).await.unwrap();
        event
    }
}

async fn lease(unit: &mut Box<dyn UnitOfWork>, now: Timestamp) -> Vec<(i64, EventId)> {
    let mut jobs = Vec::new();
    for queue in unit.delivery_queues(now).await.unwrap() {
        let of = (JobKind::Deliver, queue.share.as_str());
        let leased = unit.lease(of, "one", now, now.plus(30), 99).await;
        jobs.extend(leased.unwrap());
    }
    jobs.sort_by_key(|job| job.id);
    jobs.into_iter().map(|job| (job.id, event(&job))).collect()
}

async fn next_due(unit: &mut Box<dyn UnitOfWork>) -> Option<Timestamp> {
    let queues = unit.delivery_queues(NOW).await.unwrap();
    queues.into_iter().map(|queue| queue.due).min()
}

fn event(job: &Job) -> EventId {
    match &job.payload {
        JobPayload::Deliver { event, .. } => event.clone(),
        _ => panic!("only deliveries were enqueued"),
    }
}

/// A job waits for the older ones of its ordering key, not for those of others.
pub async fn run_one_after_the_other(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let (ordering_key, other) = (OrderingKey::new(&sample), OrderingKey::new(&sample));
    let mut unit = store.begin().await.unwrap();
    let first = ordering_key.enqueue(&mut unit, &sample).await;
    let second = ordering_key.enqueue(&mut unit, &sample).await;
    let elsewhere = other.enqueue(&mut unit, &sample).await;
    let leased = lease(&mut unit, NOW).await;
    assert_eq!(
        leased.iter().map(|(_, event)| event).collect::<Vec<_>>(),
        [&first, &elsewhere]
    );
    assert_eq!(lease(&mut unit, NOW).await, []);
    assert_eq!(next_due(&mut unit).await, Some(SOON));
    assert!(unit.complete(leased[0].0, "one").await.unwrap());
    assert_eq!(next_due(&mut unit).await, Some(NOW));
    let leased = lease(&mut unit, NOW).await;
    assert_eq!(
        leased.iter().map(|(_, event)| event).collect::<Vec<_>>(),
        [&second]
    );
    assert!(unit.complete(leased[0].0, "one").await.unwrap());
    let third = ordering_key.enqueue(&mut unit, &sample).await;
    assert_eq!(lease(&mut unit, NOW).await[0].1, third);
}

/// A job that is given back still comes before the younger ones of its ordering key.
pub async fn retries_keep_their_place(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let ordering_key = OrderingKey::new(&sample);
    let mut unit = store.begin().await.unwrap();
    let first = ordering_key.enqueue(&mut unit, &sample).await;
    ordering_key.enqueue(&mut unit, &sample).await;
    let (id, _) = lease(&mut unit, NOW).await.remove(0);
    assert!(unit.retry(id, "one", NOW.plus(100)).await.unwrap());
    assert_eq!(lease(&mut unit, NOW.plus(99)).await, []);
    assert_eq!(lease(&mut unit, NOW.plus(100)).await, [(id, first)]);
}

/// A job whose worker died still comes before the younger ones of its ordering key.
pub async fn lapsed_leases_keep_their_place(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let ordering_key = OrderingKey::new(&sample);
    let mut unit = store.begin().await.unwrap();
    let first = ordering_key.enqueue(&mut unit, &sample).await;
    ordering_key.enqueue(&mut unit, &sample).await;
    let (id, _) = lease(&mut unit, NOW).await.remove(0);
    assert_eq!(lease(&mut unit, SOON).await, [(id, first)]);
}

/// What a queue has to hold, done naively.
struct Model(Vec<Waiting>);

struct Waiting {
    event: EventId,
    ordering_key: usize,
    due: Timestamp,
    /// Row number, once it was leased.
    id: Option<i64>,
}

impl Model {
    fn leasable(&self, now: Timestamp) -> HashSet<EventId> {
        let mut ordering = HashSet::new();
        let heads = self
            .0
            .iter()
            .filter(|job| ordering.insert(job.ordering_key));
        heads
            .filter(|job| job.due <= now)
            .map(|job| job.event.clone())
            .collect()
    }
}

/// Whatever is enqueued, leased, completed, given back or left to lapse, in any order: only the
/// oldest job of each ordering key is ever leased.
pub async fn behave_like_the_model(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(7));
    let ordering: Vec<OrderingKey> = (0..4).map(|_| OrderingKey::new(&sample)).collect();
    let mut model = Model(Vec::new());
    let mut now = NOW;
    let mut unit = store.begin().await.unwrap();
    let mut leases = 0;
    for _ in 0..600 {
        let mut dice = [0_u8; 3];
        sample.random.fill(&mut dice);
        let held: Vec<usize> = (0..model.0.len())
            .filter(|at| model.0[*at].id.is_some())
            .collect();
        let chosen = held.get(usize::from(dice[1]) % held.len().max(1)).copied();
        match (dice[0] % 5, chosen) {
            (0 | 1, _) => {
                let ordering_key = usize::from(dice[1]) % ordering.len();
                let event = ordering[ordering_key].enqueue(&mut unit, &sample).await;
                model.0.push(Waiting {
                    event,
                    ordering_key,
                    due: NOW,
                    id: None,
                });
            }
            (2, Some(at)) => {
                let job = model.0.remove(at);
                assert!(unit.complete(job.id.unwrap(), "one").await.unwrap());
            }
            (3, Some(at)) => {
                let job = &mut model.0[at];
                job.due = now.plus(i64::from(dice[2] % 8));
                assert!(
                    unit.retry(job.id.take().unwrap(), "one", job.due)
                        .await
                        .unwrap()
                );
            }
            _ => {
                now = now.plus(i64::from(dice[1] % 16));
                let leased = lease(&mut unit, now).await;
                let events: HashSet<EventId> =
                    leased.iter().map(|(_, event)| event.clone()).collect();
                assert_eq!(events, model.leasable(now));
                leases += leased.len();
                for (id, event) in leased {
                    let job = model.0.iter_mut().find(|job| job.event == event).unwrap();
                    (job.id, job.due) = (Some(id), now.plus(30));
                }
            }
        }
    }
    assert!(leases > 50, "the dice gave the model something to do");
    assert_eq!(
        unit.count_jobs(JobKind::Deliver).await.unwrap(),
        model.0.len() as u64
    );
}
