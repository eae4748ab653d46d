use std::time::Duration;

use sqlx::Executor as _;
use store::Store as _;
use store::conformance::Backend as _;

use super::Temporary;

/// Far longer than any test may take, so that an end of the wait is a notification.
const FOREVER: Duration = Duration::from_hours(1);
const MAX_WAIT: Duration = Duration::from_mins(1);

#[tokio::test(flavor = "multi_thread")]
async fn another_process_is_woken() {
    let backend = Temporary::new().await;
    let other = backend.another_store().await;
    backend.store().notify().await;
    tokio::time::timeout(MAX_WAIT, other.wait(FOREVER))
        .await
        .expect("the other process hears of it");
}

/// A listener that loses its connection wakes everybody, for it may have missed something, and
/// goes on listening.
#[tokio::test(flavor = "multi_thread")]
async fn a_lost_connection_is_made_again() {
    let backend = Temporary::new().await;
    let other = backend.another_store().await;
    let killed = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    backend.connection().await.execute(killed).await.unwrap();
    tokio::time::timeout(MAX_WAIT, other.wait(FOREVER))
        .await
        .expect("the loss wakes");
    backend.store().notify().await;
    tokio::time::timeout(MAX_WAIT, other.wait(FOREVER))
        .await
        .expect("the new connection hears of it");
}
