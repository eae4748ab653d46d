//! Whatever was looked at once is not looked at again.

use std::sync::Arc;

use identity::FileId;
use observation::{DocumentObservation, SelfieObservation};
use serde_json::json;

use super::Scripted;
use super::world::{World, observer};
use crate::{Looked, Observer};

/// Front, back, selfie and recording, handed in; looked at as the page does, but for the recording.
async fn handed_in(world: &World, observer: Option<&Arc<Observer>>) -> Vec<FileId> {
    let mut files = Vec::new();
    for contents in [b"p1", b"p2", b"p3", b"p4", b"p5", b"p6"] {
        files.push(world.upload(contents).await);
    }
    if let Some(observer) = observer {
        for side in &files[..2] {
            let looked = world.look::<DocumentObservation>(observer, side).await;
            assert!(matches!(looked, Looked::Seen(..)));
        }
        let looked = world.look::<SelfieObservation>(observer, &files[2]).await;
        assert!(matches!(looked, Looked::Seen(..)));
    }
    world
        .submit(&files[0], &files[1], &files[2], &files[3..])
        .await;
    files
}

#[tokio::test]
async fn a_picture_is_inferred_once_from_upload_to_verdict() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let observer = observer(&networks);
    let files = handed_in(&world, Some(&observer)).await;
    assert_eq!(networks.looks(), [2, 1, 0]);
    let examined = world.examine(&observer).await;
    assert_eq!(networks.looks(), [2, 1, 3]);
    assert_eq!(world.rows(&files).await.len(), 6);
    // As after `kill -9`, or a lease that was lost: the frames are known too now.
    world.examine(&observer).await;
    assert_eq!(networks.looks(), [2, 1, 3]);
    world.conclude(&examined).await;
    assert_eq!(world.rows(&files).await, [], "nothing outlives the verdict");
}

#[tokio::test]
async fn a_report_from_what_was_kept_is_the_one_that_would_have_been() {
    let networks = Arc::new(Scripted::default());
    let observer = observer(&networks);
    let mut reports = Vec::new();
    for looked_at_before in [true, false] {
        let world = World::new().await;
        handed_in(&world, looked_at_before.then_some(&observer)).await;
        if looked_at_before {
            // Of the frames too.
            world.examine(&observer).await;
        }
        let report = world.conclude(&world.examine(&observer).await).await;
        let observations = report.observations.clone();
        assert!(observations["burst"]["frames"][2]["novelty"].is_number());
        reports.push(json!([
            report
                .document
                .map(|document| (document.status, document.error)),
            report.selfie.map(|selfie| (selfie.status, selfie.error)),
            report.evidence,
            observations,
        ]));
    }
    assert_eq!(networks.looks(), [4, 2, 6], "each looked at both once");
    assert_eq!(reports[0], reports[1]);
    assert_eq!(reports[0].to_string(), reports[1].to_string());
}

#[tokio::test]
async fn other_networks_look_again() {
    let world = World::new().await;
    let (networks, others) = (
        Arc::new(Scripted::default()),
        Arc::new(Scripted::with_model("newer")),
    );
    let files = handed_in(&world, Some(&observer(&networks))).await;
    let newer = observer(&others);
    world.examine(&newer).await;
    assert_eq!(others.looks(), [2, 1, 3]);
    assert_eq!(
        world.rows(&files).await.len(),
        6,
        "what was stale is replaced"
    );
    world.examine(&newer).await;
    assert_eq!(others.looks(), [2, 1, 3]);
    world.examine(&observer(&networks)).await;
    assert_eq!(networks.looks(), [4, 2, 3]);
}

#[tokio::test]
async fn another_process_decides_without_looking_and_without_pictures() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let files = handed_in(&world, Some(&observer(&networks))).await;
    world.examine(&observer(&networks)).await;
    for file in &files {
        world.services.blobs.delete(file.as_str()).await.unwrap();
    }
    let services = world.other_process().await;
    let elsewhere = Arc::new(Scripted::default());
    let submission = world.submission(&services).await;
    let policy = Arc::new(checks::Policy::shipped().clone());
    let observer = observer(&elsewhere);
    let examined = observer.examine(&services, submission, &policy).await;
    assert_eq!(elsewhere.looks(), [0, 0, 0]);
    world.conclude(&examined.unwrap()).await;
}

#[tokio::test]
async fn who_asks_again_at_the_page_is_answered_from_what_was_seen() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let observer = observer(&networks);
    let file = world.upload(b"p1").await;
    for _ in 0..2 {
        let looked = world.look::<DocumentObservation>(&observer, &file).await;
        assert!(matches!(looked, Looked::Seen(seen, _) if seen == super::document(b'1')));
    }
    // The same file as a selfie is another question.
    world.look::<SelfieObservation>(&observer, &file).await;
    assert_eq!(networks.looks(), [1, 1, 0]);
}

#[tokio::test]
async fn a_selfie_that_shows_nobody_is_not_looked_at_again_either() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let observer = observer(&networks);
    let front = world.upload(b"p1").await;
    let nobody = world.upload(b"p0").await;
    world.look::<SelfieObservation>(&observer, &nobody).await;
    let back = world.upload(b"p2").await;
    world.submit(&front, &back, &nobody, &[]).await;
    world.examine(&observer).await;
    assert_eq!(networks.looks(), [2, 1, 0]);
}
