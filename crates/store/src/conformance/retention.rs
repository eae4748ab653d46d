//! What retention rules walk through.

use identity::{Redaction, Status};

use super::Backend;
use super::sample::{NOW, Sample, other_mode};
use crate::RetentionKind;

/// Old files of sessions, oldest first; what is exactly at the moment is not old.
pub async fn old_files(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut unit = store.begin().await.unwrap();
    let mut expected = Vec::new();
    for age in [0, 3, 1, 2] {
        let mut record = sample.file(&scope);
        record.file.created = NOW.plus(-age);
        unit.insert_file(&record).await.unwrap();
        expected.push(record);
    }
    let mut ours = sample.file(&scope);
    ours.file.session = None;
    ours.file.created = NOW.plus(-9);
    unit.insert_file(&ours).await.unwrap();
    expected.retain(|record| record.file.created < NOW);
    expected.sort_by_key(|record| record.file.created);
    let found = unit.files_created_before(&scope, NOW, 10).await.unwrap();
    assert_eq!(found, expected);
    let counted = unit.count_expired(&scope, RetentionKind::Pictures, NOW);
    assert_eq!(counted.await.unwrap(), 3);
    let first = unit.files_created_before(&scope, NOW, 1).await.unwrap();
    assert_eq!(first, expected[..1]);
    let elsewhere = unit
        .files_created_before(&other_mode(&scope), NOW, 10)
        .await;
    assert!(elsewhere.unwrap().is_empty());
}

/// Old reports, until their biometric part is erased.
pub async fn old_biometrics(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut unit = store.begin().await.unwrap();
    let mut old = sample.report(&scope);
    old.created = NOW.plus(-1);
    unit.insert_report(&old).await.unwrap();
    unit.insert_report(&sample.report(&scope)).await.unwrap();
    let found = unit.reports_with_biometrics_before(&scope, NOW, 10).await;
    assert_eq!(found.unwrap(), [old.clone()]);
    let counted = unit.count_expired(&scope, RetentionKind::Biometrics, NOW);
    assert_eq!(counted.await.unwrap(), 1);
    let elsewhere = unit
        .reports_with_biometrics_before(&sample.scope(), NOW, 10)
        .await;
    assert!(elsewhere.unwrap().is_empty());
    unit.erase_biometrics(&old.id, b"less", NOW).await.unwrap();
    let found = unit.reports_with_biometrics_before(&scope, NOW, 10).await;
    assert!(found.unwrap().is_empty());
    let left = unit.report(&scope, &old.id).await.unwrap().unwrap();
    assert_eq!(left.sealed, b"less");
    assert_eq!(unit.empty_reports(&scope, &old.session).await.unwrap(), 1);
    let left = unit.report(&scope, &old.id).await.unwrap().unwrap();
    assert!(left.sealed.is_empty());
}

/// Old sessions, unless they are redacted or in processing.
pub async fn old_sessions(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut unit = store.begin().await.unwrap();
    let mut expected = Vec::new();
    for age in [2, 1, 0] {
        for (status, redaction) in [
            (Status::Verified, None),
            (Status::Processing, None),
            (Status::Canceled, Some(Redaction::Redacted)),
        ] {
            let mut record = sample.session(&scope);
            record.session.created = NOW.plus(-age);
            record.session.status = status;
            record.session.redaction = redaction;
            unit.insert_session(&record).await.unwrap();
            if age > 0 && status == Status::Verified {
                expected.push(record);
            }
        }
    }
    let found = unit.sessions_created_before(&scope, NOW, 10).await.unwrap();
    assert_eq!(found, expected);
    let counted = unit.count_expired(&scope, RetentionKind::Fields, NOW);
    assert_eq!(counted.await.unwrap(), 2);
    let first = unit.sessions_created_before(&scope, NOW, 1).await.unwrap();
    assert_eq!(first, expected[..1]);
    let elsewhere = unit
        .sessions_created_before(&other_mode(&scope), NOW, 10)
        .await;
    assert!(elsewhere.unwrap().is_empty());
}
