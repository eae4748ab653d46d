//! What is kept is never wrong, and nothing that fails takes a place along.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use checks::Policy;
use observation::DocumentObservation;
use store::{ObservationKind, ObservationRecord};

use super::Scripted;
use super::world::{World, observer, observer_within};
use crate::pool::Caller;
use crate::{Error, Limits, Looked};

#[tokio::test]
async fn what_was_seen_in_another_picture_cannot_be_opened_as_this_ones() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let observer = observer(&networks);
    let (one, two) = (world.upload(b"p1").await, world.upload(b"p2").await);
    for file in [&one, &two] {
        world.look::<DocumentObservation>(&observer, file).await;
    }
    let rows = world.rows(std::slice::from_ref(&one)).await;
    let moved = ObservationRecord {
        file: two.clone(),
        ..rows[0].clone()
    };
    let fingerprint = observer.fingerprints.picture(ObservationKind::Selfie);
    let renamed = ObservationRecord {
        kind: ObservationKind::Selfie,
        fingerprint,
        ..rows[0].clone()
    };
    let mut unit = world.services.store.begin().await.unwrap();
    assert!(unit.keep_observation(&moved).await.unwrap());
    assert!(unit.keep_observation(&renamed).await.unwrap());
    unit.save().await.unwrap();
    let looked = world.look::<DocumentObservation>(&observer, &two).await;
    assert!(matches!(looked, Looked::Seen(seen, _) if seen == super::document(b'2')));
    world
        .look::<observation::SelfieObservation>(&observer, &one)
        .await;
    assert_eq!(networks.looks(), [3, 1, 0]);

    // Nor with the key of another session.
    let other = world.other_session().await;
    let mut unit = world.services.store.read().await.unwrap();
    let opened = world.opened_in(unit.as_mut(), &other).await;
    let own = world.opened_in(unit.as_mut(), &world.session).await;
    let files = [one];
    let kept = world
        .services
        .kept_observations(unit.as_mut(), &own, &files)
        .await
        .unwrap();
    assert!(kept[0].open().is_ok());
    let foreign = world
        .services
        .kept_observations(unit.as_mut(), &opened, &files)
        .await
        .unwrap();
    assert!(foreign.is_empty());
}

#[tokio::test]
async fn nothing_is_left_of_a_redacted_session_and_nothing_is_added() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let observer = observer(&networks);
    let (one, two) = (world.upload(b"p1").await, world.upload(b"p2").await);
    world.look::<DocumentObservation>(&observer, &one).await;
    assert_eq!(world.rows(std::slice::from_ref(&one)).await.len(), 1);
    // Somebody has the picture before the redaction, and looks at it afterwards.
    let picture = world.picture(&two).await;
    world.redact().await;
    observer
        .look::<DocumentObservation>(&world.services, picture, ())
        .await
        .unwrap();
    assert_eq!(networks.looks(), [2, 0, 0]);
    assert_eq!(world.rows(&[one, two]).await, []);
}

#[tokio::test]
async fn what_is_no_picture_is_said_so_and_not_kept() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let observer = observer(&networks);
    let file = world.upload(b"text").await;
    let looked = world.look::<DocumentObservation>(&observer, &file).await;
    assert!(matches!(looked, Looked::NotAPicture));
    let selfie = world.upload(b"p3").await;
    world
        .submit(&file, &file, &selfie, std::slice::from_ref(&file))
        .await;
    let report = world.conclude(&world.examine(&observer).await).await;
    assert_eq!(report.observations["front"]["width"], 0);
    assert!(report.observations["burst"].is_null());
    assert_eq!(networks.looks(), [3, 1, 1]);
}

#[tokio::test]
async fn inference_that_panics_is_an_error_and_gives_its_place_back() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let limits = Limits {
        places: 1,
        places_of_people: 1,
        ..Limits::default()
    };
    let observer = observer_within(&networks, limits);
    let file = world.upload(b"p1").await;
    networks.panics.store(true, Ordering::SeqCst);
    for _ in 0..2 {
        let looked = world.look::<DocumentObservation>(&observer, &file).await;
        assert!(matches!(looked, Looked::NotSeen));
    }
    world.submit(&file, &file, &file, &[]).await;
    let submission = world.submission(&world.services).await;
    let policy = Arc::new(Policy::shipped().clone());
    let examined = observer.examine(&world.services, submission, &policy).await;
    assert!(matches!(examined.err(), Some(Error::Inference)));
    networks.panics.store(false, Ordering::SeqCst);
    world.examine(&observer).await;
}

#[tokio::test]
async fn a_look_that_takes_too_long_is_kept_for_the_submission() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let limits = Limits {
        look: Duration::ZERO,
        ..Limits::default()
    };
    let observer = observer_within(&networks, limits);
    let file = world.upload(b"p1").await;
    networks.shut(true);
    let looked = world.look::<DocumentObservation>(&observer, &file).await;
    assert!(matches!(looked, Looked::NotSeen));
    networks.shut(false);
    while world.rows(std::slice::from_ref(&file)).await.is_empty() {
        tokio::task::yield_now().await;
    }
    let looked = world.look::<DocumentObservation>(&observer, &file).await;
    assert!(matches!(looked, Looked::Seen(..)));
    assert_eq!(networks.looks(), [1, 0, 0]);
}

#[tokio::test]
async fn who_finds_no_room_in_time_goes_without() {
    let world = World::new().await;
    let networks = Arc::new(Scripted::default());
    let limits = Limits {
        places: 1,
        places_of_people: 1,
        wait: Duration::ZERO,
        ..Limits::default()
    };
    let observer = observer_within(&networks, limits);
    let file = world.upload(b"p1").await;
    let held = observer.pool.place(Caller::Job).await;
    let looked = world.look::<DocumentObservation>(&observer, &file).await;
    assert!(matches!(looked, Looked::NotSeen));
    drop(held);
    let looked = world.look::<DocumentObservation>(&observer, &file).await;
    assert!(matches!(looked, Looked::Seen(..)));
    assert_eq!(networks.looks(), [1, 0, 0]);
}
