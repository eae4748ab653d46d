//! Several processes on one database; here each is a store of its own.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use identity::{
    Account, AccountId, Event, EventId, EventType, Mode, RequestOrigin, SessionId, Timestamp,
    WebhookEndpointId,
};
use store::conformance::Backend as _;
use store::{
    Cursor, EventFilter, IdempotentAnswer, Job, JobKind, JobPayload, Page, Scope, Store, StoreError,
};
use tokio::task::JoinSet;

use super::Temporary;

const NOW: Timestamp = Timestamp(1_760_000_000);

fn scope() -> Scope {
    Scope {
        account: AccountId::from_stored("acct_1".into()),
        mode: Mode::Test,
    }
}

async fn two_stores(backend: &Temporary) -> [Arc<dyn Store>; 2] {
    [backend.store(), Arc::new(backend.another_store().await)]
}

fn answer(number: usize) -> IdempotentAnswer {
    IdempotentAnswer {
        session: None,
        fingerprint: [0; 32],
        status: 200,
        sealed_body: vec![number as u8],
        created: NOW,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repetition_waits_for_the_answer() {
    let backend = Temporary::new().await;
    let stores = two_stores(&backend).await;
    let mut requests = JoinSet::new();
    for number in 0..12 {
        let store = Arc::clone(&stores[number % 2]);
        requests.spawn(async move {
            let mut unit = store.begin().await.unwrap();
            if let Some(answer) = unit.idempotent_answer(&scope(), "key").await.unwrap() {
                return answer;
            }
            let answer = answer(number);
            unit.insert_idempotent_answer(&scope(), "key", &answer)
                .await
                .unwrap();
            unit.save().await.unwrap();
            answer
        });
    }
    let answers = requests.join_all().await;
    assert!(answers.iter().all(|answer| *answer == answers[0]));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_many_answers_under_a_key_is_kept() {
    let backend = Temporary::new().await;
    let stores = two_stores(&backend).await;
    let mut requests = JoinSet::new();
    for number in 0..12 {
        let store = Arc::clone(&stores[number % 2]);
        requests.spawn(async move {
            let answer = answer(number);
            let mut unit = store.begin().await.unwrap();
            match unit
                .insert_idempotent_answer(&scope(), "key", &answer)
                .await
            {
                Ok(()) => {
                    unit.save().await.unwrap();
                    true
                }
                Err(StoreError::Conflict { .. }) => false,
                Err(error) => panic!("{error:?}"),
            }
        });
    }
    let kept = requests.join_all().await;
    assert_eq!(kept.into_iter().filter(|kept| *kept).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_that_start_at_once_make_one_account() {
    let backend = Temporary::new().await;
    let stores = two_stores(&backend).await;
    let mut starts = JoinSet::new();
    for number in 0..8 {
        let store = Arc::clone(&stores[number % 2]);
        starts.spawn(async move {
            let mut unit = store.begin().await.unwrap();
            if unit.accounts().await.unwrap().is_empty() {
                let account = Account {
                    id: AccountId::from_stored(format!("acct_{number}")),
                    created: NOW,
                    name: "Bonafide".into(),
                };
                unit.insert_account(&account).await.unwrap();
                unit.save().await.unwrap();
            }
        });
    }
    starts.join_all().await;
    let mut unit = stores[0].read().await.unwrap();
    assert_eq!(unit.accounts().await.unwrap().len(), 1);
}

fn event(id: String) -> Event {
    Event {
        id: EventId::from_stored(id),
        account: scope().account,
        mode: Mode::Test,
        created: NOW,
        event_type: EventType::Created,
        session: SessionId::from_stored("vs_1".into()),
        object: serde_json::json!({}),
        origin: RequestOrigin::default(),
        pending_webhooks: 0,
    }
}

/// A caller who remembers the newest event and asks for newer ones, over and over, gets all.
#[tokio::test(flavor = "multi_thread")]
async fn paging_towards_the_newest_misses_nothing() {
    const EVENTS: usize = 80;

    let backend = Temporary::new().await;
    let stores = two_stores(&backend).await;
    let mut unit = stores[0].begin().await.unwrap();
    unit.insert_event(&event("evt_first".into())).await.unwrap();
    unit.save().await.unwrap();
    let mut writers = JoinSet::new();
    for writer in 0..8 {
        let store = Arc::clone(&stores[writer % 2]);
        writers.spawn(async move {
            for number in 0..EVENTS / 8 {
                let mut unit = store.begin().await.unwrap();
                let one = event(format!("evt_{writer}_{number}"));
                unit.insert_event(&one).await.unwrap();
                // What happens between the addition and the commit takes a while.
                unit.enabled_endpoints(&scope()).await.unwrap();
                unit.save().await.unwrap();
            }
        });
    }
    let mut newest = "evt_first".to_owned();
    let mut seen = 0;
    while seen < EVENTS {
        let done = writers.is_empty();
        let mut unit = stores[1].read().await.unwrap();
        let page = Page {
            limit: 100,
            cursor: Some(Cursor::EndingBefore(newest.clone())),
        };
        let found = unit
            .events(&scope(), &EventFilter::default(), &page)
            .await
            .unwrap();
        seen += found.items.len();
        if let Some(first) = found.items.first() {
            newest = first.id.as_str().to_owned();
        }
        assert!(!done || seen == EVENTS, "{seen} of {EVENTS} were seen");
        while writers.try_join_next().is_some() {}
    }
}

const LANES: usize = 3;
const JOBS: usize = 20;

fn delivery(lane: usize, number: usize) -> JobPayload {
    JobPayload::Deliver {
        event: EventId::from_stored(format!("evt_{number}")),
        endpoint: WebhookEndpointId::from_stored(format!("we_{lane}")),
        session: SessionId::from_stored("vs_1".into()),
        resent: false,
        refusals: 0,
    }
}

/// What runs and what ran, by ordering key.
#[derive(Default)]
struct Watch {
    running: HashMap<String, i64>,
    ended: HashMap<String, Vec<i64>>,
}

impl Watch {
    fn start(&mut self, job: &Job) {
        let lane = job.payload.ordering_key().unwrap();
        let other = self.running.insert(lane, job.id);
        assert_eq!(other, None, "two jobs of one lane run at once");
    }

    fn end(&mut self, job: &Job) {
        let lane = job.payload.ordering_key().unwrap();
        self.running.remove(&lane);
        self.ended.entry(lane).or_default().push(job.id);
    }
}

async fn work(store: Arc<dyn Store>, owner: String, watch: Arc<Mutex<Watch>>, left: &AtomicUsize) {
    while left.load(Ordering::Relaxed) > 0 {
        let mut unit = store.begin().await.unwrap();
        let mut jobs = Vec::new();
        for queue in unit.delivery_queues(NOW).await.unwrap() {
            let of = (JobKind::Deliver, queue.share.as_str());
            let leased = unit.lease(of, &owner, NOW, NOW.plus(30), 2).await;
            jobs.extend(leased.unwrap());
        }
        unit.save().await.unwrap();
        if jobs.is_empty() {
            store.wait(Duration::from_millis(20)).await;
        }
        for job in &jobs {
            watch.lock().unwrap().start(job);
        }
        for job in jobs {
            let mut unit = store.begin().await.unwrap();
            assert!(unit.complete(job.id, &owner).await.unwrap());
            // Before the commit: the next of the ordering key may be leased right after it.
            watch.lock().unwrap().end(&job);
            unit.save().await.unwrap();
            left.fetch_sub(1, Ordering::Relaxed);
            store.notify().await;
        }
    }
}

/// While jobs are enqueued, leased and completed at once, each ordering key's run one by one in order, and
/// none is forgotten.
#[tokio::test(flavor = "multi_thread")]
async fn ordering_keys_hold_among_processes() {
    static LEFT: AtomicUsize = AtomicUsize::new(LANES * JOBS * 2);

    let backend = Temporary::new().await;
    let stores = two_stores(&backend).await;
    let watch = Arc::new(Mutex::new(Watch::default()));
    let mut tasks = JoinSet::new();
    for number in 0..LANES * 2 {
        let store = Arc::clone(&stores[number % 2]);
        tasks.spawn(async move {
            for job in 0..JOBS {
                let mut unit = store.begin().await.unwrap();
                let payload = delivery(number % LANES, job);
                unit.enqueue(&payload, NOW, NOW).await.unwrap();
                unit.save().await.unwrap();
            }
        });
    }
    for number in 0..4 {
        let (store, watch) = (Arc::clone(&stores[number % 2]), Arc::clone(&watch));
        tasks.spawn(work(store, format!("worker {number}"), watch, &LEFT));
    }
    tasks.join_all().await;
    let ended = &watch.lock().unwrap().ended;
    assert_eq!(ended.len(), LANES);
    for ids in ended.values() {
        assert_eq!(ids.len(), JOBS * 2);
        assert!(ids.is_sorted(), "in the order they were enqueued: {ids:?}");
    }
}

/// PostgreSQL calls the commit of a failed transaction a success.
#[tokio::test(flavor = "multi_thread")]
async fn a_unit_in_which_something_failed_is_not_saved() {
    let backend = Temporary::new().await;
    let store = backend.store();
    let mut unit = store.begin().await.unwrap();
    let refused = unit
        .event_anywhere(&EventId::from_stored("\0".into()))
        .await;
    assert!(matches!(refused, Err(StoreError::Database(_))));
    assert!(matches!(unit.save().await, Err(StoreError::Database(_))));
}

/// PostgreSQL ends one of two units that wait for each other; who is ended can try again.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_units_in_each_others_way_one_is_told_so() {
    let backend = Temporary::new().await;
    let store = backend.store();
    let mut first = store.begin().await.unwrap();
    let mut second = store.begin().await.unwrap();
    first.idempotent_answer(&scope(), "a").await.unwrap();
    second.idempotent_answer(&scope(), "b").await.unwrap();
    let waiting = tokio::spawn(async move { first.idempotent_answer(&scope(), "b").await.err() });
    let other = second.idempotent_answer(&scope(), "a").await.err();
    drop(second);
    let ended: Vec<_> = [waiting.await.unwrap(), other]
        .into_iter()
        .flatten()
        .collect();
    assert!(matches!(ended.as_slice(), [StoreError::Busy]), "{ended:?}");
}
