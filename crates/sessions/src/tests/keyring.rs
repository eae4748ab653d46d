use store::{KeyringEntry, KeyringKind, Store as _};

use super::{Installation, NOW};
use crate::EpochPolicy;

const HOUR: i64 = 3600;
const POLICY: EpochPolicy = EpochPolicy {
    epoch: 24 * HOUR,
    backups: 72 * HOUR,
};

fn moved(installation: &Installation, seconds: i64) {
    installation.clock.set(NOW.plus(seconds));
}

#[tokio::test]
async fn processes_that_start_at_once_share_one_root() {
    let installation = Installation::new().await;
    let (one, two) = tokio::join!(installation.process(POLICY), installation.process(POLICY));
    assert_eq!(one.vault.link_key(), two.vault.link_key());
    assert_eq!(installation.epochs().await.len(), 1);
    let opened = installation.create(&one).await.unwrap();
    assert!(
        installation
            .find(&two, &opened)
            .await
            .unwrap()
            .key
            .is_some()
    );
}

#[tokio::test]
async fn without_its_keys_an_installation_does_not_start() {
    let installation = Installation::new().await;
    for (name, _) in [("root", 0), ("epoch", 0)] {
        let listed = installation.keys.list().await.unwrap();
        let found = listed.into_iter().find(|key| key.name.starts_with(name));
        let key = found.unwrap().name;
        let kept = installation.keys.get(&key).await.unwrap().unwrap();
        installation.keys.delete(&key).await.unwrap();
        let refused = installation.try_process(POLICY).await.err().unwrap();
        assert!(refused.to_string().contains(&key), "{refused}");
        installation.keys.put(&key, kept.to_vec()).await.unwrap();
    }
    assert!(installation.try_process(POLICY).await.is_ok());
}

#[tokio::test]
async fn an_epoch_is_left_and_its_key_destroyed_when_no_backup_needs_it() {
    let installation = Installation::new().await;
    let services = installation.process(POLICY).await;
    let opened = installation.create(&services).await.unwrap();
    let first = installation.epochs().await;

    moved(&installation, 23 * HOUR);
    services.tend_keyring("worker").await.unwrap();
    assert_eq!(installation.epochs().await, first);

    moved(&installation, 24 * HOUR);
    let tended = services.tend_keyring("worker").await.unwrap();
    assert_eq!((tended.rewrapped, tended.destroyed, tended.kept), (1, 0, 1));
    let both = installation.epochs().await;
    assert_eq!(both.len(), 2);

    moved(&installation, 24 * HOUR + 72 * HOUR - 1);
    services.tend_keyring("worker").await.unwrap();
    assert!(installation.epochs().await.contains(&first[0]));

    moved(&installation, 24 * HOUR + 72 * HOUR);
    let tended = services.tend_keyring("worker").await.unwrap();
    assert_eq!(tended.destroyed, 1);
    assert!(!installation.epochs().await.contains(&first[0]));
    let found = installation.find(&services, &opened).await.unwrap();
    assert!(found.key.is_some());
    let later = installation.process(POLICY).await;
    assert!(
        installation
            .find(&later, &opened)
            .await
            .unwrap()
            .key
            .is_some()
    );
}

#[tokio::test]
async fn where_no_backups_are_kept_epochs_turn_on_request_alone() {
    let installation = Installation::new().await;
    let services = installation.process(EpochPolicy::default()).await;
    let opened = installation.create(&services).await.unwrap();
    let first = installation.epochs().await;
    moved(&installation, 400 * 24 * HOUR);
    services.tend_keyring("worker").await.unwrap();
    assert_eq!(installation.epochs().await, first);
    let mut unit = services.store.begin().await.unwrap();
    let (now, later) = (services.now(), services.now().plus(9));
    assert!(
        unit.hold_lease("keyring", "worker", now, later)
            .await
            .unwrap()
    );
    unit.save().await.unwrap();
    let refused = services.turn_epoch("operator").await;
    assert!(matches!(refused, Err(crate::Error::KeyringBusy)));

    moved(&installation, 401 * 24 * HOUR);
    let tended = services.turn_epoch("operator").await.unwrap();
    assert_eq!((tended.rewrapped, tended.kept), (1, 1));
    moved(&installation, 402 * 24 * HOUR);
    services.tend_keyring("worker").await.unwrap();
    assert!(!installation.epochs().await.contains(&first[0]));
    assert!(
        installation
            .find(&services, &opened)
            .await
            .unwrap()
            .key
            .is_some()
    );
}

#[tokio::test]
async fn a_process_that_slept_through_a_turn_wraps_under_the_new_key() {
    let installation = Installation::new().await;
    let (awake, asleep) = (
        installation.process(POLICY).await,
        installation.process(POLICY).await,
    );
    moved(&installation, 24 * HOUR);
    awake.tend_keyring("worker").await.unwrap();
    let opened = installation.create(&asleep).await.unwrap();
    let mut unit = asleep.store.read().await.unwrap();
    let wrapped = unit.data_key(opened.session.id.as_str()).await.unwrap();
    let newest = installation.epochs().await.pop().unwrap();
    assert_eq!(wrapped.unwrap().wrapped_by, newest);
}

#[tokio::test]
async fn nothing_is_wrapped_under_a_key_that_is_gone() {
    let installation = Installation::new().await;
    let services = installation.process(POLICY).await;
    let store = installation.store().await;
    // As if the clock of this process had stood still while others destroyed the key.
    let gone = installation.epochs().await.pop().unwrap();
    let mut unit = store.begin().await.unwrap();
    assert!(unit.remove_keyring_entry(&gone).await.unwrap());
    unit.save().await.unwrap();
    assert!(installation.create(&services).await.is_err());
}

#[tokio::test]
async fn more_keys_than_fit_a_unit_of_work_are_all_wrapped_anew() {
    let installation = Installation::new().await;
    let services = installation.process(POLICY).await;
    let mut cases = Vec::new();
    for _ in 0..(super::super::keyring::BATCH + 3) {
        cases.push(installation.create(&services).await.unwrap());
    }
    let tended = services.turn_epoch("operator").await.unwrap();
    assert_eq!(tended.rewrapped, cases.len() as u64);
    for opened in &cases {
        let found = installation.find(&services, opened).await.unwrap();
        assert!(found.key.is_some());
    }
}

#[tokio::test]
async fn key_files_that_a_crash_left_behind_are_swept() {
    let installation = Installation::new().await;
    let services = installation.process(POLICY).await;
    let orphan = "epoch_000000000001_00";
    installation.keys.put(orphan, vec![1]).await.unwrap();
    // Files in memory bear the real time, which is far from the clock's.
    moved(&installation, 1_000_000_000);
    services.turn_epoch("operator").await.unwrap();
    assert!(
        !installation
            .epochs()
            .await
            .iter()
            .any(|name| name == orphan)
    );
}

#[tokio::test]
async fn installations_from_before_the_keyring_go_on() {
    let installation = Installation::new().await;
    let fingerprint = installation.master.fingerprint();
    let store = installation.store().await;
    // What the migration makes of a database whose data keys the master key wraps.
    let mut unit = store.begin().await.unwrap();
    for entry in unit.keyring().await.unwrap() {
        assert!(unit.remove_keyring_entry(&entry.id).await.unwrap());
    }
    unit.insert_keyring_entry(&KeyringEntry {
        id: fingerprint.clone(),
        kind: KeyringKind::Epoch,
        created: identity::Timestamp(0),
    })
    .await
    .unwrap();
    unit.save().await.unwrap();
    let services = installation.process(POLICY).await;
    services.vault.wrap_under(&fingerprint, NOW);
    let opened = installation.create(&services).await.unwrap();
    let later = installation.process(POLICY).await;
    assert!(
        installation
            .find(&later, &opened)
            .await
            .unwrap()
            .key
            .is_some()
    );
    later.tend_keyring("worker").await.unwrap();
    let mut unit = later.store.read().await.unwrap();
    let wrapped = unit.data_key(opened.session.id.as_str()).await.unwrap();
    assert!(wrapped.unwrap().wrapped_by.starts_with("epoch"));
}
