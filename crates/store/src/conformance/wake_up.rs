//! Notifying and waiting.

use std::time::Duration;

use identity::SessionId;

use super::Backend;
use super::sample::{NOW, Sample};
use crate::JobPayload;

/// Far longer than any test may take, so that an end of the wait is a notification.
const FOREVER: Duration = Duration::from_hours(1);
const MAX_WAIT: Duration = Duration::from_mins(1);

/// Every waiter hears of a notification.
pub async fn notifying_ends_the_wait(backend: &mut dyn Backend) {
    let store = backend.store();
    let mut waiting = Box::pin(store.wait(FOREVER));
    let early = is_ready(&mut waiting).await;
    assert!(!early, "nobody has notified yet");
    store.notify().await;
    tokio::time::timeout(MAX_WAIT, waiting)
        .await
        .expect("the waiter hears of it");
}

/// Who waits hears of a job once the unit that enqueued it is saved, and of nothing else.
pub async fn enqueuing_ends_the_wait(backend: &mut dyn Backend) {
    let store = backend.store();
    let mut waiting = Box::pin(store.wait(FOREVER));
    let sample = Sample::new(1);
    let mut idle = store.begin().await.unwrap();
    idle.insert_account(&sample.account()).await.unwrap();
    idle.save().await.unwrap();
    let job = JobPayload::Verify {
        session: SessionId::generate(&sample.random),
        submission: 1,
    };
    let mut undone = store.begin().await.unwrap();
    undone.enqueue(&job, NOW, NOW).await.unwrap();
    drop(undone);
    let mut unit = store.begin().await.unwrap();
    unit.enqueue(&job, NOW, NOW).await.unwrap();
    let early = is_ready(&mut waiting).await;
    assert!(!early, "nothing is saved yet");
    unit.save().await.unwrap();
    tokio::time::timeout(MAX_WAIT, waiting)
        .await
        .expect("the waiter hears of it");
}

/// A worker that looked before the jobs were there, and waits after, is told.
pub async fn notifying_beforehand_is_not_lost(backend: &mut dyn Backend) {
    let store = backend.store();
    store.notify().await;
    tokio::time::timeout(MAX_WAIT, store.wait(FOREVER))
        .await
        .expect("the waiter hears of it");
}

/// Without a notification the wait ends by itself.
pub async fn waiting_ends(backend: &mut dyn Backend) {
    let store = backend.store();
    let wait = store.wait(Duration::from_millis(1));
    tokio::time::timeout(MAX_WAIT, wait)
        .await
        .expect("the wait has an end");
}

/// Polls a future once; whether it is ready.
async fn is_ready(future: &mut (impl Future<Output = ()> + Unpin)) -> bool {
    std::future::poll_fn(|context| {
        std::task::Poll::Ready(std::pin::Pin::new(&mut *future).poll(context).is_ready())
    })
    .await
}
