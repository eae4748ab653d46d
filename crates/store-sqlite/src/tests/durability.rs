use std::path::Path;

use sqlx::Connection as _;
use store::conformance::Backend as _;
use store::{KeyringEntry, KeyringKind, Store as _, StoreError, WrappedKey};

use super::Temporary;
use crate::SqliteStore;

fn files_hold(folder: &Path, needle: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().any(|file| {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        bytes.windows(needle.len()).any(|window| window == needle)
    })
}

fn epoch() -> KeyringEntry {
    KeyringEntry {
        id: "epoch_1".into(),
        kind: KeyringKind::Epoch,
        created: identity::Timestamp(0),
    }
}

#[tokio::test]
async fn a_destroyed_key_is_in_no_file() {
    let backend = Temporary::new().await;
    let needle = b"wrapped bytes that must not be found again";
    let key = WrappedKey {
        wrapped_by: "epoch_1".into(),
        bytes: needle.to_vec(),
    };
    let mut unit = backend.store().begin().await.unwrap();
    unit.insert_keyring_entry(&epoch()).await.unwrap();
    unit.insert_data_key("vs_1", &key).await.unwrap();
    unit.save().await.unwrap();
    assert!(files_hold(backend.folder.path(), needle));
    let mut unit = backend.store().begin().await.unwrap();
    assert!(unit.destroy_data_key("vs_1").await.unwrap());
    unit.save().await.unwrap();
    assert!(!files_hold(backend.folder.path(), needle));
}

#[tokio::test]
async fn closing_empties_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bonafide.sqlite");
    let store = SqliteStore::open(&path).await.unwrap();
    let other_process = SqliteStore::open(&path).await.unwrap();
    let mut unit = store.begin().await.unwrap();
    let key = WrappedKey {
        wrapped_by: "epoch_1".into(),
        bytes: vec![1],
    };
    unit.insert_keyring_entry(&epoch()).await.unwrap();
    unit.insert_data_key("vs_1", &key).await.unwrap();
    unit.save().await.unwrap();
    let log = folder.path().join("bonafide.sqlite-wal");
    assert!(std::fs::metadata(&log).unwrap().len() > 0);
    store.close().await.unwrap();
    assert_eq!(std::fs::metadata(&log).unwrap().len(), 0);
    let mut unit = other_process.read().await.unwrap();
    assert_eq!(unit.data_key("vs_1").await.unwrap(), Some(key));
}

#[tokio::test]
async fn commits_reach_the_disk() {
    let backend = Temporary::new().await;
    let mut connection = crate::open::writer(&backend.path()).await.unwrap();
    for (pragma, wanted) in [
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
    ] {
        let sql = sqlx::AssertSqlSafe(format!("PRAGMA {pragma}"));
        let is: i64 = sqlx::query_scalar(sql)
            .fetch_one(&mut connection)
            .await
            .unwrap();
        assert_eq!(is, wanted, "{pragma}");
    }
    let journal: String = sqlx::query_scalar("PRAGMA journal_mode")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(journal, "wal");
}

#[tokio::test]
async fn a_unit_waits_for_another_process_that_writes() {
    let backend = Temporary::new().await;
    let url = format!("sqlite://{}", backend.path().display());
    let mut other = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let held = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let store = backend.store();
    let waiting = tokio::spawn(async move {
        let mut unit = store.begin().await?;
        unit.insert_keyring_entry(&epoch()).await
    });
    held.commit().await.unwrap();
    waiting.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_row_that_cannot_be_read_says_where() {
    let backend = Temporary::new().await;
    let url = format!("sqlite://{}", backend.path().display());
    let mut other = sqlx::SqliteConnection::connect(&url).await.unwrap();
    sqlx::query(
        "INSERT INTO sessions (id, account, mode, created, verification_type, status, options,
            metadata, submissions, links_spent)
        VALUES ('vs_1', 'acct_1', 'test', 0, 'document', 'napping', '{}', '{}', 0, 0)",
    )
    .execute(&mut other)
    .await
    .unwrap();
    let mut unit = backend.store().read().await.unwrap();
    let found = unit
        .session_anywhere(&identity::SessionId::parse("vs_1").unwrap())
        .await;
    assert!(matches!(
        found,
        Err(StoreError::Corrupt {
            table: "sessions",
            column: "status"
        })
    ));
}
