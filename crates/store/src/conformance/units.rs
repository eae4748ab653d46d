//! Units of work.

use std::sync::Arc;

use tokio::task::JoinSet;

use super::Backend;
use super::sample::Sample;
use crate::StoreError;

/// A unit that is not saved leaves no trace.
pub async fn dropping_undoes(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let (kept, dropped) = (sample.account(), sample.account());
    let mut unit = store.begin().await.unwrap();
    unit.insert_account(&kept).await.unwrap();
    unit.save().await.unwrap();
    let mut unit = store.begin().await.unwrap();
    unit.insert_account(&dropped).await.unwrap();
    drop(unit);
    let mut unit = store.begin().await.unwrap();
    assert_eq!(unit.accounts().await.unwrap(), [kept]);
    unit.insert_account(&dropped).await.unwrap();
}

/// What was saved is there when the database is opened again; what was not is not.
pub async fn saving_outlives_the_process(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let (saved, dropped) = (sample.account(), sample.account());
    let mut unit = store.begin().await.unwrap();
    unit.insert_account(&saved).await.unwrap();
    unit.save().await.unwrap();
    let mut unit = store.begin().await.unwrap();
    unit.insert_account(&dropped).await.unwrap();
    drop(unit);
    drop(store);
    backend.reopen().await;
    let mut unit = backend.store().read().await.unwrap();
    assert_eq!(unit.accounts().await.unwrap(), [saved]);
}

/// What is saved while a unit reads is not seen by that unit, but by the next.
pub async fn reading_sees_one_snapshot(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut reader = store.read().await.unwrap();
    assert_eq!(reader.accounts().await.unwrap(), []);
    let account = sample.account();
    let mut writer = store.begin().await.unwrap();
    writer.insert_account(&account).await.unwrap();
    writer.save().await.unwrap();
    assert_eq!(reader.accounts().await.unwrap(), []);
    assert_eq!(reader.account(&account.id).await.unwrap(), None);
    let mut later = store.read().await.unwrap();
    assert_eq!(later.accounts().await.unwrap(), [account]);
}

/// A unit can read while another writes, and sees nothing unsaved.
pub async fn reading_does_not_wait_for_writers(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut writer = store.begin().await.unwrap();
    writer.insert_account(&sample.account()).await.unwrap();
    let mut reader = store.read().await.unwrap();
    assert_eq!(reader.accounts().await.unwrap(), []);
    writer.save().await.unwrap();
}

/// A unit opened for reading refuses to write.
pub async fn reading_units_cannot_write(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut reader = store.read().await.unwrap();
    let refused = reader.insert_account(&sample.account()).await;
    assert!(matches!(refused, Err(StoreError::Database(_))));
}

/// Units that read, change and write back at the same time lose no change.
pub async fn writers_take_turns(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let record = sample.session(&sample.scope());
    let id = record.session.id.clone();
    let mut unit = store.begin().await.unwrap();
    unit.insert_session(&record).await.unwrap();
    unit.save().await.unwrap();

    let mut writers = JoinSet::new();
    for number in 0..32 {
        let (store, id) = (Arc::clone(&store), id.clone());
        writers.spawn(async move {
            let mut unit = store.begin().await.unwrap();
            let mut record = unit.session_anywhere(&id).await.unwrap().unwrap();
            record.session.submissions += 1;
            unit.update_session(&record).await.unwrap();
            // Every fourth gives up instead.
            if number % 4 == 0 {
                drop(unit);
            } else {
                unit.save().await.unwrap();
            }
        });
    }
    while let Some(done) = writers.join_next().await {
        done.unwrap();
    }
    let mut reader = store.read().await.unwrap();
    let record = reader.session_anywhere(&id).await.unwrap().unwrap();
    assert_eq!(record.session.submissions, 24);
}

/// A task that is cancelled in the middle of a unit, wherever that is, undoes that unit alone.
pub async fn a_cancelled_writer_does_not_block_the_others(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut kept = Vec::new();
    for _ in 0..20 {
        let (store, account) = (Arc::clone(&store), sample.account());
        let writer = tokio::spawn(async move {
            let mut unit = store.begin().await.unwrap();
            unit.insert_account(&account).await.unwrap();
            std::future::pending::<()>().await;
            unit.save().await.unwrap();
        });
        tokio::task::yield_now().await;
        writer.abort();

        let account = sample.account();
        let mut unit = backend.store().begin().await.unwrap();
        unit.insert_account(&account).await.unwrap();
        unit.save().await.unwrap();
        kept.push(account);
    }
    let mut reader = store.read().await.unwrap();
    assert_eq!(reader.accounts().await.unwrap(), kept);
}

/// A statement that is refused does not undo what the unit did before it.
pub async fn one_failure_leaves_the_rest_of_a_unit(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let (one, two) = (sample.account(), sample.account());
    let mut unit = store.begin().await.unwrap();
    unit.insert_account(&one).await.unwrap();
    let refused = unit.insert_account(&one).await;
    assert!(matches!(refused, Err(StoreError::Conflict { .. })));
    unit.insert_account(&two).await.unwrap();
    unit.save().await.unwrap();
    let mut reader = store.read().await.unwrap();
    assert_eq!(reader.accounts().await.unwrap(), [one, two]);
}
