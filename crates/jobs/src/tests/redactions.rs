//! Redactions, from the destroyed key to the receipt.

use identity::{Redaction, SessionId};
use sessions::{EpochPolicy, check_receipt};
use store::JobKind;

use super::world::{LEASE, NOW, World, lease, run, work};

const REDACT: JobKind = JobKind::Redact;
const HOUR: i64 = 3600;

/// A session whose picture was checked, and the blobs of it: as handed in, and as the report shows it.
async fn checked(world: &World) -> (SessionId, Vec<String>) {
    let session = world.session().await;
    world.submit(&session).await;
    work(&world.worker("a"), JobKind::Verify).await;
    let mut read = world.services.store.read().await.unwrap();
    let files = read.files_of_session(&session).await.unwrap();
    let blobs: Vec<_> = files.into_iter().map(|record| record.file.blob).collect();
    assert_eq!(there(world, &blobs).await, 2);
    (session, blobs)
}

/// How many of these blobs there are.
async fn there(world: &World, blobs: &[String]) -> usize {
    let mut found = 0;
    for blob in blobs {
        let bytes = world.services.blobs.get(blob).await.unwrap();
        found += usize::from(bytes.is_some());
    }
    found
}

async fn files(world: &World, session: &SessionId) -> usize {
    let mut read = world.services.store.read().await.unwrap();
    read.files_of_session(session).await.unwrap().len()
}

/// How many files the receipt of a session says were erased.
async fn erased_files(world: &World, session: &SessionId) -> u64 {
    let mut read = world.services.store.read().await.unwrap();
    let found = read.erasure_receipt(&world.scope, session).await.unwrap();
    let public = world.services.vault.receipt_key().public();
    let receipt = check_receipt(&found.unwrap().receipt, &public).unwrap();
    receipt.erased.files
}

#[tokio::test]
async fn pictures_go_and_a_receipt_stays() {
    let world = World::new().await;
    let (session, blobs) = checked(&world).await;
    world.redact(&session).await;
    assert_eq!(there(&world, &blobs).await, 2);
    assert_eq!(work(&world.worker("a"), REDACT).await, 1);
    assert_eq!(there(&world, &blobs).await, 0);
    assert_eq!(files(&world, &session).await, 0);
    let redaction = world.now(&session).await.redaction;
    assert_eq!(redaction, Some(Redaction::Redacted));
    assert_eq!(erased_files(&world, &session).await, 2);
    let happened = world.happened(&session).await;
    assert_eq!(happened.last().map(String::as_str), Some("redacted"));
}

#[tokio::test]
async fn a_worker_that_dies_after_the_pictures_leaves_the_same_receipt() {
    let world = World::new().await;
    let (session, blobs) = checked(&world).await;
    world.redact(&session).await;
    let (slow, quick) = (world.worker("slow"), world.worker("quick"));
    let in_hand = lease(&slow, REDACT).await;
    for blob in &blobs {
        world.services.blobs.delete(blob).await.unwrap();
    }
    world.pass(LEASE);
    assert_eq!(work(&quick, REDACT).await, 1);
    assert_eq!(erased_files(&world, &session).await, 2);
    let happened = world.happened(&session).await;
    // The late one has nothing left to do, and neither writes a second receipt nor tells of it.
    run(&slow, in_hand).await;
    assert_eq!(world.happened(&session).await, happened);
    assert_eq!(world.jobs(REDACT).await, 0);
}

#[tokio::test]
async fn a_redaction_is_open_while_a_backup_can_be_read() {
    let epochs = EpochPolicy {
        epoch: 24 * HOUR,
        backups: 48 * HOUR,
    };
    let world = World::with_epochs(epochs).await;
    let (session, blobs) = checked(&world).await;
    world.redact(&session).await;
    let worker = world.worker("a");
    let jobs = lease(&worker, REDACT).await;
    run(&worker, jobs).await;
    // The pictures wait for nobody.
    assert_eq!(there(&world, &blobs).await, 0);
    let redaction = world.now(&session).await.redaction;
    assert_eq!(redaction, Some(Redaction::Processing));
    assert_eq!(world.next(REDACT).await, Some(72 * HOUR));
    for hours in [24, 48, 72] {
        world.pass(NOW.0 + hours * HOUR - world.services.now().0);
        world.services.tend_keyring("a").await.unwrap();
    }
    assert_eq!(work(&worker, REDACT).await, 1);
    let redaction = world.now(&session).await.redaction;
    assert_eq!(redaction, Some(Redaction::Redacted));
    assert_eq!(erased_files(&world, &session).await, 2);
}
