//! The worker as it runs, with its loops.

use std::sync::Arc;
use std::time::Duration;

use identity::Status;
use tokio_util::sync::CancellationToken;

use super::world::World;

#[tokio::test]
async fn a_worker_finishes_what_it_has_in_hand_before_it_stops() {
    let world = World::new().await;
    world.endpoint(&["*"]).await;
    let session = world.session().await;
    let stop = CancellationToken::new();
    let running = tokio::spawn(Arc::clone(&world.worker("a")).run(stop.clone()));
    world.receiver.hold(true);
    world.submit(&session).await;
    world.services.store.notify().await;
    while world.now(&session).await.status == Status::Processing
        || world.receiver.arrived().is_empty()
    {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    stop.cancel();
    world.services.store.notify().await;
    world.receiver.hold(false);
    running.await.unwrap();
    assert_eq!(world.receiver.arrived_about(&session), ["created"]);
    let events = world.events(&session).await;
    assert_eq!(events[0].pending_webhooks, 0, "it was noted");
    assert_eq!(events[1].pending_webhooks, 1, "the next is another's");
}
