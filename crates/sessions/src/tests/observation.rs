use identity::{ErrorCode, FileId, LastError, RequestOrigin};
use store::{ObservationKind, ObservationRecord};
use zeroize::Zeroizing;

use super::retention::{conclude, process, upload};
use super::{Installation, NOW};
use crate::{NewObservation, OpenedSession, RetentionRule, Services};

const DAY: i64 = 24 * 3600;

fn seen(file: &FileId) -> NewObservation {
    NewObservation {
        file: file.clone(),
        kind: ObservationKind::Document,
        fingerprint: [7; 32],
        content: Zeroizing::new(b"seen".to_vec()),
    }
}

/// A session with a file, and what was seen in it.
async fn looked_at(installation: &Installation, services: &Services) -> (OpenedSession, FileId) {
    let opened = installation.create(services).await.unwrap();
    let file = keep(services, &opened).await;
    assert_eq!(rows(services, &opened, &file).await.len(), 1);
    (opened, file)
}

async fn keep(services: &Services, opened: &OpenedSession) -> FileId {
    let file = upload(services, opened).await.id;
    let key = opened.observation_key().unwrap();
    services
        .keep_observations(&key, vec![seen(&file)])
        .await
        .unwrap();
    file
}

async fn rows(
    services: &Services,
    opened: &OpenedSession,
    file: &FileId,
) -> Vec<ObservationRecord> {
    let mut unit = services.store.read().await.unwrap();
    let files = [file.clone()];
    unit.observations(&opened.session.id, &files).await.unwrap()
}

fn reason() -> LastError {
    LastError {
        code: ErrorCode::Abandoned,
        reason: identity::Reason::Abandoned,
    }
}

#[tokio::test]
async fn what_was_seen_is_opened_as_it_was() {
    let installation = Installation::new().await;
    let services = process(&installation, RetentionRule::default()).await;
    let (opened, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.read().await.unwrap();
    let kept = services
        .kept_observations(unit.as_mut(), &opened, &[file])
        .await
        .unwrap();
    assert_eq!(kept[0].open().unwrap()[..], *b"seen");
    assert!(kept[0].is(ObservationKind::Document, &[7; 32]));
    assert!(!kept[0].is(ObservationKind::Document, &[8; 32]));
    assert!(!kept[0].is(ObservationKind::Selfie, &[7; 32]));
}

#[tokio::test]
async fn nothing_outlives_the_attempt() {
    let installation = Installation::new().await;
    let services = process(&installation, RetentionRule::default()).await;

    let (mut opened, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    services.submit(unit.as_mut(), &mut opened).await.unwrap();
    unit.save().await.unwrap();
    assert_eq!(
        rows(&services, &opened, &file).await.len(),
        1,
        "the worker needs it"
    );
    conclude(&services, &mut opened, NOW).await;
    assert_eq!(rows(&services, &opened, &file).await, []);

    let (mut opened, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    services.submit(unit.as_mut(), &mut opened).await.unwrap();
    services
        .give_up(unit.as_mut(), &mut opened, reason())
        .await
        .unwrap();
    unit.save().await.unwrap();
    assert_eq!(rows(&services, &opened, &file).await, []);

    let (mut opened, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    let failed = services.fail_before_submission(unit.as_mut(), &mut opened, reason());
    failed.await.unwrap();
    unit.save().await.unwrap();
    assert_eq!(rows(&services, &opened, &file).await, []);

    let (mut opened, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    let canceled = services.cancel(unit.as_mut(), &mut opened, RequestOrigin::default());
    canceled.await.unwrap();
    unit.save().await.unwrap();
    assert_eq!(rows(&services, &opened, &file).await, []);
    let key = opened.observation_key().unwrap();
    services
        .keep_observations(&key, vec![seen(&file)])
        .await
        .unwrap();
    assert_eq!(
        rows(&services, &opened, &file).await,
        [],
        "it came too late"
    );
}

#[tokio::test]
async fn a_redaction_leaves_nothing_and_takes_nothing() {
    let installation = Installation::new().await;
    let services = process(&installation, RetentionRule::default()).await;
    let (mut opened, file) = looked_at(&installation, &services).await;
    let key = opened.observation_key().unwrap();
    let mut unit = services.store.begin().await.unwrap();
    let redacted = services.redact(unit.as_mut(), &mut opened, RequestOrigin::default());
    redacted.await.unwrap();
    let files = [file.clone()];
    let left = unit.observations(&opened.session.id, &files).await.unwrap();
    assert_eq!(left, [], "in the call's own unit of work");
    unit.save().await.unwrap();
    services
        .keep_observations(&key, vec![seen(&file)])
        .await
        .unwrap();
    assert_eq!(rows(&services, &opened, &file).await, []);
}

#[tokio::test]
async fn retention_takes_what_was_seen_along() {
    let installation = Installation::new().await;
    let pictures = RetentionRule {
        pictures: Some(DAY),
        ..RetentionRule::default()
    };
    let services = process(&installation, pictures).await;
    let (opened, file) = looked_at(&installation, &services).await;
    installation.clock.set(NOW.plus(DAY + 1));
    services.apply_retention().await.unwrap();
    assert_eq!(rows(&services, &opened, &file).await, []);

    let biometrics = RetentionRule {
        biometrics: Some(DAY),
        ..RetentionRule::default()
    };
    let services = process(&installation, biometrics).await;
    let (mut opened, _) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    services.submit(unit.as_mut(), &mut opened).await.unwrap();
    unit.save().await.unwrap();
    conclude(&services, &mut opened, NOW.plus(DAY + 1)).await;
    // Another attempt has begun.
    let file = keep(&services, &opened).await;
    services.apply_retention().await.unwrap();
    assert_eq!(rows(&services, &opened, &file).await.len(), 1);
    installation.clock.set(NOW.plus(3 * DAY));
    services.apply_retention().await.unwrap();
    assert_eq!(rows(&services, &opened, &file).await, []);
}
