//! Submissions, checked by workers that die, are late or fail.

use identity::{ErrorCode, Reason, Status, VerificationType};
use sessions::{NewSession, Predefined};
use store::{JobKind, JobPayload};

use super::world::{LEASE, World, lease, run, work};

const VERIFY: JobKind = JobKind::Verify;

#[tokio::test]
async fn a_submission_ends_with_a_report_and_an_event() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    assert_eq!(world.now(&session).await.status, Status::Processing);
    assert_eq!(work(&world.worker("a"), VERIFY).await, 1);
    let ended = world.now(&session).await;
    assert_eq!(ended.status, Status::RequiresInput);
    assert!(ended.last_report.is_some() && ended.last_error.is_some());
    let happened = world.happened(&session).await;
    assert_eq!(happened, ["created", "processing", "requires_input"]);
    assert_eq!((world.networks.looks(), world.jobs(VERIFY).await), (1, 0));
}

#[tokio::test]
async fn who_lost_the_lease_leaves_nothing() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    let (slow, quick) = (world.worker("slow"), world.worker("quick"));
    let in_hand = lease(&slow, VERIFY).await;
    world.pass(LEASE - 1);
    assert!(lease(&quick, VERIFY).await.is_empty(), "it is leased");
    world.pass(1);
    assert_eq!(work(&quick, VERIFY).await, 1);
    let ended = world.now(&session).await;
    run(&slow, in_hand).await;
    let after = world.now(&session).await;
    assert_eq!(after.last_report, ended.last_report);
    assert_eq!(world.happened(&session).await.len(), 3);
}

#[tokio::test]
async fn of_two_that_hold_a_job_only_the_later_concludes() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    let (slow, other) = (world.worker("slow"), world.worker("other"));
    let in_hand = lease(&slow, VERIFY).await;
    world.pass(LEASE);
    let taken_over = lease(&other, VERIFY).await;
    run(&slow, in_hand).await;
    assert_eq!(world.now(&session).await.status, Status::Processing);
    run(&other, taken_over).await;
    assert_eq!(world.now(&session).await.status, Status::RequiresInput);
    assert_eq!(world.happened(&session).await.len(), 3);
    let looks = world.networks.looks();
    assert_eq!(looks, 1, "what the first saw was kept for the second");
}

#[tokio::test]
async fn a_job_of_an_earlier_submission_changes_nothing() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    work(&world.worker("a"), VERIFY).await;
    world.submit(&session).await;
    // As if the first submission's job had come back from the dead, beside that of the second.
    let first = JobPayload::Verify {
        session: session.clone(),
        submission: 1,
    };
    let worker = world.worker("a");
    let second = lease(&worker, VERIFY).await;
    let mut unit = world.services.store.begin().await.unwrap();
    let now = world.services.now();
    unit.enqueue(&first, now, now).await.unwrap();
    unit.save().await.unwrap();
    // The second is leased, and the first waits for it in the session's order.
    run(&worker, second).await;
    let report = world.now(&session).await.last_report;
    let happened = world.happened(&session).await;
    assert_eq!(happened.len(), 5);
    assert_eq!(work(&worker, VERIFY).await, 1);
    assert_eq!(world.now(&session).await.last_report, report);
    assert_eq!(world.happened(&session).await, happened);
}

#[tokio::test]
async fn a_submission_that_kills_its_workers_is_given_up() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    let worker = world.worker("a");
    for _ in 0..10 {
        assert_eq!(lease(&worker, VERIFY).await.len(), 1);
        world.pass(LEASE);
    }
    assert_eq!(work(&worker, VERIFY).await, 1);
    let ended = world.now(&session).await;
    assert_eq!(ended.status, Status::RequiresInput);
    let error = ended.last_error.unwrap();
    assert_eq!(error.reason, Reason::NotChecked);
    assert_eq!(error.code, ErrorCode::DocumentUnverifiedOther);
    assert_eq!((ended.last_report, world.networks.looks()), (None, 0));
    assert_eq!(world.happened(&session).await.len(), 3);
}

#[tokio::test]
async fn inference_that_fails_is_tried_again_later_and_later() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    let worker = world.worker("a");
    world.networks.panic(true);
    for expected in [2, 4, 8, 16] {
        assert_eq!(work(&worker, VERIFY).await, 1);
        assert_eq!(world.next(VERIFY).await, Some(expected));
        world.pass(expected - 1);
        assert_eq!(work(&worker, VERIFY).await, 0, "not before {expected} s");
        world.pass(1);
    }
    assert_eq!(world.now(&session).await.status, Status::Processing);
    world.networks.panic(false);
    assert_eq!(work(&worker, VERIFY).await, 1);
    assert_eq!(world.now(&session).await.status, Status::RequiresInput);
    assert_eq!(world.happened(&session).await.len(), 3);
}

#[tokio::test]
async fn an_outcome_that_was_asked_for_needs_no_look() {
    let world = World::new().await;
    let mut new = NewSession::new(VerificationType::Document);
    let outcome = Predefined::Verified.name().to_owned();
    new.metadata.insert(Predefined::KEY.to_owned(), outcome);
    let session = world.session_with(new).await;
    world.submit(&session).await;
    assert_eq!(work(&world.worker("a"), VERIFY).await, 1);
    assert_eq!(world.now(&session).await.status, Status::Verified);
    assert_eq!(world.networks.looks(), 0);
    assert_eq!(world.happened(&session).await[2..], ["verified"]);
}
