use identity::{ErrorCode, FileId, LastError, RequestOrigin};
use store::{ObservationKind, ObservationRecord};
use zeroize::Zeroizing;

use super::retention::{conclude, process, upload};
use super::{Installation, NOW};
use crate::{Case, NewObservation, RetentionRule, Services};

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
async fn looked_at(installation: &Installation, services: &Services) -> (Case, FileId) {
    let case = installation.create(services).await.unwrap();
    let file = keep(services, &case).await;
    assert_eq!(rows(services, &case, &file).await.len(), 1);
    (case, file)
}

async fn keep(services: &Services, case: &Case) -> FileId {
    let file = upload(services, case).await.id;
    let key = case.observation_key().unwrap();
    services
        .keep_observations(&key, vec![seen(&file)])
        .await
        .unwrap();
    file
}

async fn rows(services: &Services, case: &Case, file: &FileId) -> Vec<ObservationRecord> {
    let mut unit = services.store.read().await.unwrap();
    let files = [file.clone()];
    unit.observations(&case.session.id, &files).await.unwrap()
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
    let (case, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.read().await.unwrap();
    let kept = services
        .kept_observations(unit.as_mut(), &case, &[file])
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

    let (mut case, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    services.submit(unit.as_mut(), &mut case).await.unwrap();
    unit.save().await.unwrap();
    assert_eq!(
        rows(&services, &case, &file).await.len(),
        1,
        "the worker needs it"
    );
    conclude(&services, &mut case, NOW).await;
    assert_eq!(rows(&services, &case, &file).await, []);

    let (mut case, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    services.submit(unit.as_mut(), &mut case).await.unwrap();
    services
        .give_up(unit.as_mut(), &mut case, reason())
        .await
        .unwrap();
    unit.save().await.unwrap();
    assert_eq!(rows(&services, &case, &file).await, []);

    let (mut case, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    let failed = services.fail_before_submission(unit.as_mut(), &mut case, reason());
    failed.await.unwrap();
    unit.save().await.unwrap();
    assert_eq!(rows(&services, &case, &file).await, []);

    let (mut case, file) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    let canceled = services.cancel(unit.as_mut(), &mut case, RequestOrigin::default());
    canceled.await.unwrap();
    unit.save().await.unwrap();
    assert_eq!(rows(&services, &case, &file).await, []);
    let key = case.observation_key().unwrap();
    services
        .keep_observations(&key, vec![seen(&file)])
        .await
        .unwrap();
    assert_eq!(rows(&services, &case, &file).await, [], "it came too late");
}

#[tokio::test]
async fn a_redaction_leaves_nothing_and_takes_nothing() {
    let installation = Installation::new().await;
    let services = process(&installation, RetentionRule::default()).await;
    let (mut case, file) = looked_at(&installation, &services).await;
    let key = case.observation_key().unwrap();
    let mut unit = services.store.begin().await.unwrap();
    let redacted = services.redact(unit.as_mut(), &mut case, RequestOrigin::default());
    redacted.await.unwrap();
    let files = [file.clone()];
    let left = unit.observations(&case.session.id, &files).await.unwrap();
    assert_eq!(left, [], "in the call's own unit of work");
    unit.save().await.unwrap();
    services
        .keep_observations(&key, vec![seen(&file)])
        .await
        .unwrap();
    assert_eq!(rows(&services, &case, &file).await, []);
}

#[tokio::test]
async fn retention_takes_what_was_seen_along() {
    let installation = Installation::new().await;
    let pictures = RetentionRule {
        pictures: Some(DAY),
        ..RetentionRule::default()
    };
    let services = process(&installation, pictures).await;
    let (case, file) = looked_at(&installation, &services).await;
    installation.clock.set(NOW.plus(DAY + 1));
    services.apply_retention().await.unwrap();
    assert_eq!(rows(&services, &case, &file).await, []);

    let biometrics = RetentionRule {
        biometrics: Some(DAY),
        ..RetentionRule::default()
    };
    let services = process(&installation, biometrics).await;
    let (mut case, _) = looked_at(&installation, &services).await;
    let mut unit = services.store.begin().await.unwrap();
    services.submit(unit.as_mut(), &mut case).await.unwrap();
    unit.save().await.unwrap();
    conclude(&services, &mut case, NOW.plus(DAY + 1)).await;
    // Another attempt has begun.
    let file = keep(&services, &case).await;
    services.apply_retention().await.unwrap();
    assert_eq!(rows(&services, &case, &file).await.len(), 1);
    installation.clock.set(NOW.plus(3 * DAY));
    services.apply_retention().await.unwrap();
    assert_eq!(rows(&services, &case, &file).await, []);
}
