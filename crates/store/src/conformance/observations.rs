//! What was seen in files.

use identity::SessionId;

use super::Backend;
use super::sample::{NOW, Sample};
use crate::{ObservationKind, ObservationRecord, UnitOfWork};

async fn kept_of(unit: &mut dyn UnitOfWork, record: &ObservationRecord) -> Vec<ObservationRecord> {
    let files = [record.file.clone()];
    let mut found = unit.observations(&record.session, &files).await.unwrap();
    found.sort_by_key(|found| found.kind);
    found
}

/// What was kept is found by its file, in its session alone.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (one, mut two) = (sample.file(&scope), sample.file(&scope));
    two.file.session = one.file.session.clone();
    let kept = [sample.observation(&one), sample.observation(&two)];
    let mut unit = store.begin().await.unwrap();
    for (file, record) in [&one, &two].into_iter().zip(&kept) {
        unit.insert_file(file).await.unwrap();
        assert!(unit.keep_observation(record).await.unwrap());
    }
    unit.save().await.unwrap();
    backend.reopen().await;
    let mut unit = backend.store().read().await.unwrap();
    let session = one.file.session.clone().unwrap();
    let ids = [one.file.id.clone(), two.file.id.clone()];
    let mut found = unit.observations(&session, &ids).await.unwrap();
    found.sort_by_key(|found| ids.iter().position(|id| *id == found.file));
    assert_eq!(found, kept);
    assert_eq!(unit.observations(&session, &[]).await.unwrap(), []);
    let only = unit.observations(&session, &ids[1..]).await.unwrap();
    assert_eq!(only, kept[1..]);
    let other = SessionId::generate(&sample.random);
    assert_eq!(unit.observations(&other, &ids).await.unwrap(), []);
}

/// Of a file there is one observation of each kind, the last that was kept.
pub async fn one_of_a_kind(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let file = sample.file(&sample.scope());
    let first = sample.observation(&file);
    let of_a_face = ObservationRecord {
        kind: ObservationKind::Selfie,
        ..sample.observation(&file)
    };
    let again = ObservationRecord {
        created: NOW.plus(9),
        ..sample.observation(&file)
    };
    let mut unit = store.begin().await.unwrap();
    unit.insert_file(&file).await.unwrap();
    for record in [&first, &of_a_face, &again] {
        assert!(unit.keep_observation(record).await.unwrap());
    }
    assert_eq!(kept_of(unit.as_mut(), &first).await, [again, of_a_face]);
}

/// Nothing is kept of files that are not there, nor of those of another session.
pub async fn belong_to_a_file_of_their_session(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let file = sample.file(&sample.scope());
    let record = sample.observation(&file);
    let mut unit = store.begin().await.unwrap();
    assert!(!unit.keep_observation(&record).await.unwrap());
    unit.insert_file(&file).await.unwrap();
    let foreign = ObservationRecord {
        session: SessionId::generate(&sample.random),
        ..record.clone()
    };
    let elsewhere = ObservationRecord {
        scope: sample.scope(),
        ..record.clone()
    };
    for other in [&foreign, &elsewhere] {
        assert!(!unit.keep_observation(other).await.unwrap());
        assert_eq!(kept_of(unit.as_mut(), other).await, []);
    }
    assert!(unit.keep_observation(&record).await.unwrap());
}

/// Whoever deletes a file deletes what was seen in it.
pub async fn go_with_their_file(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let file = sample.file(&sample.scope());
    let record = sample.observation(&file);
    let mut unit = store.begin().await.unwrap();
    unit.insert_file(&file).await.unwrap();
    unit.keep_observation(&record).await.unwrap();
    unit.save().await.unwrap();
    let mut unit = store.begin().await.unwrap();
    assert!(unit.delete_file(&record.file).await.unwrap());
    assert_eq!(kept_of(unit.as_mut(), &record).await, []);
    assert_eq!(unit.forget_observations(&record.session).await.unwrap(), 0);
}

/// A session's observations are forgotten, and nobody else's.
pub async fn forgetting(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (own, other) = (sample.file(&scope), sample.file(&scope));
    let (gone, stays) = (sample.observation(&own), sample.observation(&other));
    let of_a_face = ObservationRecord {
        kind: ObservationKind::Selfie,
        ..sample.observation(&own)
    };
    let mut unit = store.begin().await.unwrap();
    unit.insert_file(&own).await.unwrap();
    unit.insert_file(&other).await.unwrap();
    for record in [&gone, &of_a_face, &stays] {
        unit.keep_observation(record).await.unwrap();
    }
    assert_eq!(unit.forget_observations(&gone.session).await.unwrap(), 2);
    assert_eq!(unit.forget_observations(&gone.session).await.unwrap(), 0);
    assert_eq!(kept_of(unit.as_mut(), &gone).await, []);
    assert_eq!(kept_of(unit.as_mut(), &stays).await, [stays]);
}
