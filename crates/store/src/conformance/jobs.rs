//! The job queue: leases.

use std::collections::HashSet;
use std::sync::Arc;

use identity::{EventId, SessionId, Timestamp, WebhookEndpointId};
use tokio::task::JoinSet;

use super::Backend;
use super::sample::{NOW, Sample};
use crate::{Job, JobKind, JobPayload, UnitOfWork};

const VERIFY: (JobKind, &str) = (JobKind::Verify, "");
const SOON: Timestamp = Timestamp(NOW.0 + 30);

fn verify(sample: &Sample, submission: u32) -> JobPayload {
    JobPayload::Verify {
        session: SessionId::generate(&sample.random),
        submission,
    }
}

async fn lease(unit: &mut Box<dyn UnitOfWork>, now: Timestamp, limit: u32) -> Vec<Job> {
    unit.lease(VERIFY, "one", now, SOON, limit).await.unwrap()
}

/// A payload comes back as it went in, with its history.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let session = SessionId::generate(&sample.random);
    let deliver = JobPayload::Deliver {
        event: EventId::generate(&sample.random),
        endpoint: WebhookEndpointId::generate(&sample.random),
        session: session.clone(),
        resent: true,
        refusals: 0,
    };
    let mut unit = store.begin().await.unwrap();
    for payload in [
        verify(&sample, 3),
        deliver,
        JobPayload::Redact {
            session,
            erased: crate::Erased {
                files: 3,
                ..crate::Erased::default()
            },
        },
    ] {
        unit.enqueue(&payload, NOW.plus(-1), NOW).await.unwrap();
        let jobs = unit
            .lease((payload.kind(), payload.share()), "one", NOW, SOON, 9)
            .await
            .unwrap();
        let [job] = &jobs[..] else {
            panic!("one job of each kind")
        };
        assert_eq!(
            (&job.payload, job.attempts, job.created),
            (&payload, 1, NOW.plus(-1))
        );
    }
}

/// Workers of one kind never see jobs of another.
pub async fn kinds_are_leased_apart(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    unit.enqueue(&verify(&sample, 1), NOW, NOW).await.unwrap();
    for kind in [JobKind::Deliver, JobKind::Redact] {
        assert_eq!(
            unit.lease((kind, ""), "one", NOW, SOON, 9).await.unwrap(),
            []
        );
    }
    assert_eq!(lease(&mut unit, NOW, 9).await.len(), 1);
}

/// The job that is due longest comes first; no more come than were asked for.
pub async fn due_longest_first_and_no_more_than_asked(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    for (number, due) in [(1, -1), (2, -5), (3, -5), (4, -3)] {
        unit.enqueue(&verify(&sample, number), NOW.plus(-9), NOW.plus(due))
            .await
            .unwrap();
    }
    let mut order = Vec::new();
    for limit in [1, 2, 0, 9] {
        let jobs = lease(&mut unit, NOW, limit).await;
        assert!(jobs.len() <= limit as usize);
        order.extend(jobs.into_iter().map(|job| match job.payload {
            JobPayload::Verify { submission, .. } => submission,
            _ => panic!("only verify jobs were enqueued"),
        }));
    }
    assert_eq!(order, [2, 3, 4, 1]);
}

/// A job is not leased before its time.
pub async fn jobs_wait_for_their_time(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    unit.enqueue(&verify(&sample, 1), NOW, NOW.plus(5))
        .await
        .unwrap();
    assert_eq!(lease(&mut unit, NOW.plus(4), 9).await, []);
    assert_eq!(lease(&mut unit, NOW.plus(5), 9).await.len(), 1);
}

/// Workers that lease at the same time share the jobs out: none twice, none left.
pub async fn leases_are_exclusive(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    for number in 0..40 {
        unit.enqueue(&verify(&sample, number), NOW, NOW)
            .await
            .unwrap();
    }
    unit.save().await.unwrap();
    let mut workers = JoinSet::new();
    for worker in 0..8 {
        let store = Arc::clone(&store);
        workers.spawn(async move {
            let mut leased = Vec::new();
            loop {
                let mut unit = store.begin().await.unwrap();
                let owner = format!("worker {worker}");
                let jobs = unit.lease(VERIFY, &owner, NOW, SOON, 3).await.unwrap();
                unit.save().await.unwrap();
                if jobs.is_empty() {
                    return leased;
                }
                leased.extend(jobs.into_iter().map(|job| job.id));
            }
        });
    }
    let leased: Vec<i64> = workers.join_all().await.into_iter().flatten().collect();
    assert_eq!(leased.len(), 40);
    assert_eq!(leased.iter().collect::<HashSet<_>>().len(), 40);
}

/// A lease that runs out is given to the next worker; the first one is told at every step.
pub async fn lost_leases_are_noticed(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    unit.enqueue(&verify(&sample, 1), NOW, NOW).await.unwrap();
    let first = lease(&mut unit, NOW, 9).await.remove(0);
    assert_eq!(lease(&mut unit, SOON.plus(-1), 9).await, []);
    let later = SOON.plus(30);
    let second = unit
        .lease(VERIFY, "two", SOON, later, 9)
        .await
        .unwrap()
        .remove(0);
    assert_eq!((second.id, second.attempts), (first.id, 2));

    assert!(!unit.extend_lease(first.id, "one", later).await.unwrap());
    assert!(!unit.retry(first.id, "one", NOW).await.unwrap());
    assert!(!unit.complete(first.id, "one").await.unwrap());
    assert!(unit.extend_lease(second.id, "two", later).await.unwrap());
    assert!(unit.complete(second.id, "two").await.unwrap());
    assert!(!unit.complete(second.id, "two").await.unwrap());
    assert!(!unit.extend_lease(second.id, "two", later).await.unwrap());
    assert_eq!(lease(&mut unit, later, 9).await, []);
}

/// A worker that extends keeps its job.
pub async fn extended_leases_hold(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    unit.enqueue(&verify(&sample, 1), NOW, NOW).await.unwrap();
    let job = lease(&mut unit, NOW, 9).await.remove(0);
    assert!(
        unit.extend_lease(job.id, "one", SOON.plus(30))
            .await
            .unwrap()
    );
    assert_eq!(lease(&mut unit, SOON.plus(29), 9).await, []);
    assert_eq!(
        unit.lease(VERIFY, "two", SOON.plus(30), SOON.plus(60), 9)
            .await
            .unwrap()
            .len(),
        1
    );
}

/// A job given back runs again from its new time on, and nobody holds it until then.
pub async fn retried_jobs_come_back(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    unit.enqueue(&verify(&sample, 1), NOW, NOW).await.unwrap();
    let job = lease(&mut unit, NOW, 9).await.remove(0);
    assert!(unit.retry(job.id, "one", NOW.plus(10)).await.unwrap());
    assert!(!unit.complete(job.id, "one").await.unwrap());
    assert_eq!(lease(&mut unit, NOW.plus(9), 9).await, []);
    let again = lease(&mut unit, NOW.plus(10), 9).await.remove(0);
    assert_eq!(again, Job { attempts: 2, ..job });
}

/// What is noted in a job is there when it comes back; only who holds it can note anything.
pub async fn payloads_are_rewritten_by_their_holder(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    unit.enqueue(&verify(&sample, 1), NOW, NOW).await.unwrap();
    let job = lease(&mut unit, NOW, 9).await.remove(0);
    let other = verify(&sample, 2);
    assert!(!unit.rewrite(job.id, "two", &other).await.unwrap());
    assert!(unit.rewrite(job.id, "one", &other).await.unwrap());
    assert!(unit.retry(job.id, "one", NOW).await.unwrap());
    assert!(!unit.rewrite(job.id, "one", &job.payload).await.unwrap());
    let again = lease(&mut unit, NOW, 9).await.remove(0);
    assert_eq!(again.payload, other);
}

/// A completion that is not saved leaves the job to its worker.
pub async fn undone_completions_keep_the_job(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    unit.enqueue(&verify(&sample, 1), NOW, NOW).await.unwrap();
    let job = lease(&mut unit, NOW, 9).await.remove(0);
    unit.save().await.unwrap();
    let mut unit = store.begin().await.unwrap();
    assert!(unit.complete(job.id, "one").await.unwrap());
    drop(unit);
    let mut unit = store.begin().await.unwrap();
    assert_eq!(unit.count_jobs(JobKind::Verify).await.unwrap(), 1);
    assert!(unit.complete(job.id, "one").await.unwrap());
}

/// When to look again, and how much is left.
pub async fn next_due_and_count(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    assert_eq!(unit.next_due(VERIFY).await.unwrap(), None);
    for due in [9, 4] {
        unit.enqueue(&verify(&sample, 1), NOW, NOW.plus(due))
            .await
            .unwrap();
    }
    assert_eq!(unit.next_due(VERIFY).await.unwrap(), Some(NOW.plus(4)));
    assert_eq!(unit.next_due((JobKind::Redact, "")).await.unwrap(), None);
    let job = lease(&mut unit, NOW.plus(4), 1).await.remove(0);
    assert_eq!(unit.next_due(VERIFY).await.unwrap(), Some(NOW.plus(9)));
    lease(&mut unit, NOW.plus(9), 1).await;
    let leases_end = unit.next_due(VERIFY).await.unwrap();
    assert_eq!(
        leases_end,
        Some(SOON),
        "a lease that runs out makes its job due"
    );
    assert_eq!(unit.count_jobs(JobKind::Verify).await.unwrap(), 2);
    assert!(unit.complete(job.id, "one").await.unwrap());
    assert_eq!(unit.count_jobs(JobKind::Verify).await.unwrap(), 1);
    assert_eq!(unit.count_jobs(JobKind::Deliver).await.unwrap(), 0);
}
