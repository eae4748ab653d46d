//! Events on their way to endpoints that refuse, vanish or take their time.

use std::sync::Arc;
use std::time::Duration;

use identity::{EndpointHealth, SessionId, WebhookStatus};
use store::{EndpointRecord, JobKind};

use super::world::{LEASE, World, lease, look, run, work};
use crate::{Worker, WorkerSettings};

const DELIVER: JobKind = JobKind::Deliver;
const CANCELED: &str = "identity.verification_session.canceled";

async fn cancel(world: &World, session: &SessionId) {
    let services = &world.services;
    let mut unit = services.store.begin().await.unwrap();
    let opened = services.find_anywhere(unit.as_mut(), session).await;
    let mut opened = opened.unwrap().unwrap();
    let origin = identity::RequestOrigin::default();
    let canceled = services.cancel(unit.as_mut(), &mut opened, origin).await;
    canceled.unwrap();
    unit.save().await.unwrap();
}

/// Endpoints that have yet to take the first event of a session.
async fn pending(world: &World, session: &SessionId) -> u32 {
    world.events(session).await[0].pending_webhooks
}

#[tokio::test]
async fn events_of_a_session_arrive_in_their_order_and_keep_no_other_waiting() {
    let world = World::new().await;
    world.endpoint(&["*"]).await;
    let (session, other) = (world.session().await, world.session().await);
    cancel(&world, &session).await;
    world.receiver.answer_with(&[500]);
    let worker = world.worker("a");
    assert_eq!(work(&worker, DELIVER).await, 2);
    assert_eq!(world.receiver.arrived_about(&session), ["created"]);
    assert_eq!(world.receiver.arrived_about(&other), ["created"]);
    // The first is tried again in 5 s, and what comes after it waits for as long.
    world.pass(5);
    assert_eq!(work(&worker, DELIVER).await, 2);
    let arrived = world.receiver.arrived_about(&session);
    assert_eq!(arrived, ["created", "created", "canceled"]);
    assert_eq!(world.jobs(DELIVER).await, 0);
}

#[tokio::test]
async fn a_refused_event_is_tried_later_and_later_and_then_given_up() {
    let world = World::new().await;
    world.endpoint(&["*"]).await;
    let session = world.session().await;
    cancel(&world, &session).await;
    world.receiver.answer_with(&[500, 302, 404]);
    let worker = world.worker("a");
    assert_eq!(work(&worker, DELIVER).await, 1);
    for delay in [5, 30] {
        world.pass(delay - 1);
        assert_eq!(work(&worker, DELIVER).await, 0, "not before {delay} s");
        assert_eq!(pending(&world, &session).await, 1);
        // Delays are longer by a fifth at most.
        world.pass(1 + delay / 5);
        let done = work(&worker, DELIVER).await;
        assert_eq!(done, if delay == 30 { 2 } else { 1 });
    }
    let arrived = world.receiver.arrived_about(&session);
    assert_eq!(arrived, ["created", "created", "created", "canceled"]);
    assert_eq!(pending(&world, &session).await, 0);
    assert_eq!(world.jobs(DELIVER).await, 0);
}

#[tokio::test]
async fn an_event_that_was_brought_twice_counts_once() {
    let world = World::new().await;
    for _ in 0..2 {
        world.endpoint(&["*"]).await;
    }
    let session = world.session().await;
    assert_eq!(pending(&world, &session).await, 2);
    let (slow, quick) = (world.worker("slow"), world.worker("quick"));
    let mut in_hand = lease(&slow, DELIVER).await;
    in_hand.truncate(1);
    world.pass(LEASE);
    let mut taken_over = lease(&quick, DELIVER).await;
    taken_over.retain(|job| job.id == in_hand[0].id);
    run(&quick, taken_over).await;
    assert_eq!(pending(&world, &session).await, 1);
    run(&slow, in_hand).await;
    assert_eq!(pending(&world, &session).await, 1);
    assert_eq!(world.receiver.arrived().len(), 2);
    assert_eq!(world.jobs(DELIVER).await, 1);
}

#[tokio::test]
async fn nothing_is_sent_to_an_endpoint_that_is_switched_off_or_gone() {
    let world = World::new().await;
    let (mut off, gone) = (world.endpoint(&["*"]).await, world.endpoint(&["*"]).await);
    let session = world.session().await;
    off.endpoint.status = WebhookStatus::Disabled;
    let mut unit = world.services.store.begin().await.unwrap();
    unit.update_endpoint(&off).await.unwrap();
    let deleted = unit.delete_endpoint(&world.scope, &gone.endpoint.id).await;
    assert!(deleted.unwrap());
    unit.save().await.unwrap();
    assert_eq!(pending(&world, &session).await, 2);
    assert_eq!(work(&world.worker("a"), DELIVER).await, 2);
    assert_eq!(world.receiver.arrived(), []);
    assert_eq!(pending(&world, &session).await, 0);
    assert_eq!(world.jobs(DELIVER).await, 0);
}

/// An endpoint that failed five times, by as many events.
async fn slowed_down(world: &World, worker: &Arc<Worker>) -> EndpointRecord {
    let endpoint = world.endpoint(&["*"]).await;
    world.receiver.answer_with(&[500; 5]);
    for _ in 0..5 {
        world.session().await;
        assert_eq!(work(worker, DELIVER).await, 1);
    }
    assert!(world.endpoint_now(&endpoint).await.health.keeps_failing());
    endpoint
}

#[tokio::test]
async fn an_endpoint_that_keeps_failing_is_tried_with_one_event_until_it_takes_it() {
    let world = World::new().await;
    let worker = world.worker("a");
    let endpoint = slowed_down(&world, &worker).await;
    let held = look(&worker, DELIVER).await;
    assert!(held.leased.is_empty());
    assert!(held.next.is_some_and(|next| next > world.services.now()));
    world.pass(60);
    let tried = lease(&worker, DELIVER).await;
    assert_eq!(tried.len(), 1, "of five that are due");
    assert!(lease(&worker, DELIVER).await.is_empty());
    run(&worker, tried).await;
    let health = world.endpoint_now(&endpoint).await.health;
    assert_eq!(health, EndpointHealth::default(), "it is well again");
    assert_eq!(lease(&worker, DELIVER).await.len(), 4);
}

#[tokio::test]
async fn what_a_failing_endpoint_never_took_is_given_up_after_three_days() {
    let world = World::new().await;
    let worker = world.worker("a");
    slowed_down(&world, &worker).await;
    let before = world.receiver.arrived().len();
    world.pass(72 * 3600 - world.passed());
    worker.give_up_old_deliveries().await.unwrap();
    assert_eq!(world.jobs(DELIVER).await, 5, "not a second too soon");
    world.pass(1);
    let fresh = world.session().await;
    worker.give_up_old_deliveries().await.unwrap();
    assert_eq!(world.jobs(DELIVER).await, 1, "the fresh one stays");
    assert_eq!(pending(&world, &fresh).await, 1);
    assert_eq!(world.receiver.arrived().len(), before);
}

#[tokio::test]
async fn what_is_sent_once_more_settles_nothing() {
    let world = World::new().await;
    let endpoint = world.endpoint(&[CANCELED]).await;
    world.endpoint(&["*"]).await;
    let session = world.session().await;
    let event = world.events(&session).await.remove(0);
    let mut unit = world.services.store.begin().await.unwrap();
    let only = Some(&endpoint.endpoint.id);
    let sent = world.services.resend(unit.as_mut(), &event, only).await;
    assert_eq!(sent.unwrap(), 1);
    unit.save().await.unwrap();
    let worker = world.worker("a");
    let mut jobs = lease(&worker, DELIVER).await;
    jobs.sort_by_key(|job| job.payload.share() != endpoint.endpoint.id.as_str());
    let usual = jobs.split_off(1);
    run(&worker, jobs).await;
    assert_eq!(world.receiver.arrived_about(&session), ["created"]);
    assert_eq!(pending(&world, &session).await, 1);
    run(&worker, usual).await;
    assert_eq!(pending(&world, &session).await, 0);
}

#[tokio::test]
async fn a_job_in_hand_stays_its_workers_for_as_long_as_it_takes() {
    let world = World::new().await;
    world.endpoint(&["*"]).await;
    let session = world.session().await;
    let settings = WorkerSettings {
        lease_seconds: 1,
        ..WorkerSettings::default()
    };
    let (worker, other) = (world.worker_with("a", settings), world.worker("b"));
    world.receiver.hold(true);
    let in_hand = lease(&worker, DELIVER).await;
    let running = tokio::spawn(async move { run(&worker, in_hand).await });
    for _ in 0..3 {
        // Later than the lease lasted: only a beat after this moment keeps it.
        world.pass(1);
        let mut held = false;
        while !held {
            tokio::time::sleep(Duration::from_millis(20)).await;
            let mut read = world.services.store.read().await.unwrap();
            let queues = read.delivery_queues(world.services.now()).await.unwrap();
            held = queues[0].due > world.services.now();
        }
        assert!(lease(&other, DELIVER).await.is_empty());
    }
    world.receiver.hold(false);
    running.await.unwrap();
    assert_eq!(world.receiver.arrived_about(&session), ["created"]);
    assert_eq!(world.jobs(DELIVER).await, 0);
}
