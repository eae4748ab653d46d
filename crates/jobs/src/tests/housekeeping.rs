//! What workers end although nobody asks for it.

use identity::{Reason, Status};
use store::JobKind;
use vault::Blobs;

use super::world::{World, lease, run, work};

const VERIFY: JobKind = JobKind::Verify;
const LIMIT: i64 = 3600;

#[tokio::test]
async fn a_session_that_nobody_checks_is_given_up_and_stays_so() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    let worker = world.worker("a");
    world.pass(LIMIT);
    worker.end_stuck_sessions().await.unwrap();
    assert_eq!(world.now(&session).await.status, Status::Processing);
    world.pass(1);
    worker.end_stuck_sessions().await.unwrap();
    let ended = world.now(&session).await;
    assert_eq!(ended.status, Status::RequiresInput);
    assert_eq!(ended.last_error.unwrap().reason, Reason::NotChecked);
    // Its job is there still, and comes too late.
    assert_eq!(work(&worker, VERIFY).await, 1);
    assert_eq!(world.now(&session).await.last_report, None);
    assert_eq!(world.happened(&session).await.len(), 3);
    assert_eq!((world.networks.looks(), world.jobs(VERIFY).await), (0, 0));
}

#[tokio::test]
async fn a_verdict_that_comes_after_the_end_is_none() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    let worker = world.worker("a");
    world.pass(LIMIT + 1);
    let in_hand = lease(&worker, VERIFY).await;
    worker.end_stuck_sessions().await.unwrap();
    world.submit(&session).await;
    run(&worker, in_hand).await;
    let next = world.now(&session).await;
    assert_eq!(next.status, Status::Processing, "the next attempt waits");
    assert_eq!(next.last_report, None);
    assert_eq!(work(&worker, VERIFY).await, 1);
    assert!(world.now(&session).await.last_report.is_some());
    assert_eq!(world.happened(&session).await.len(), 5);
}

#[tokio::test]
async fn pictures_that_no_file_names_go_and_others_stay() {
    let world = World::new().await;
    let session = world.session().await;
    world.submit(&session).await;
    let blobs = &world.services.blobs;
    for name in ["file_of_nobody", "of_somebody_else"] {
        blobs.put(name, vec![1]).await.unwrap();
    }
    // Blobs say by the machine's clock when they were written: just now, at first.
    let written = blobs.list().await.unwrap()[0].modified;
    world.pass(written.0 - world.services.now().0);
    world.worker("a").delete_orphans().await.unwrap();
    assert_eq!(names(blobs).await.len(), 3);
    world.pass(25 * 3600);
    world.worker("a").delete_orphans().await.unwrap();
    let left = names(blobs).await;
    assert_eq!(left.len(), 2, "the session's own, and what is not ours");
    assert!(!left.contains(&"file_of_nobody".to_owned()));
    // One process at a time does this.
    blobs.put("file_of_nobody", vec![1]).await.unwrap();
    world.pass(1);
    world.worker("b").delete_orphans().await.unwrap();
    assert_eq!(names(blobs).await.len(), 3);
    world.pass(6 * 3600);
    world.worker("b").delete_orphans().await.unwrap();
    assert_eq!(names(blobs).await, left);
}

async fn names(blobs: &Blobs) -> Vec<String> {
    let listed = blobs.list().await.unwrap().into_iter();
    let mut names: Vec<_> = listed.map(|entry| entry.name).collect();
    names.sort();
    names
}
