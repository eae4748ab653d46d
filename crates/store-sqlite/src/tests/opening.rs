use std::error::Error as _;
use std::time::Duration;

use sqlx::Connection as _;
use store::{Store as _, StoreError};
use tokio::task::JoinSet;

use super::Temporary;
use crate::{OpenError, SqliteStore};

fn cause(error: &StoreError) -> &OpenError {
    error
        .source()
        .and_then(|source| source.downcast_ref())
        .expect("an OpenError is the source")
}

#[tokio::test(flavor = "multi_thread")]
async fn stores_that_start_at_once_migrate_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bonafide.sqlite");
    let mut starts = JoinSet::new();
    for _ in 0..8 {
        let path = path.clone();
        starts.spawn(async move { SqliteStore::open(&path).await.unwrap() });
    }
    for store in starts.join_all().await {
        let mut unit = store.begin().await.unwrap();
        assert_eq!(unit.accounts().await.unwrap(), []);
    }
}

#[tokio::test]
async fn a_store_waits_for_another_that_is_making_the_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bonafide.sqlite");
    let url = format!("sqlite://{}?mode=rwc", path.display());
    let mut other = sqlx::SqliteConnection::connect(&url).await.unwrap();
    // What the other has locked before its journal is a write-ahead log.
    let held = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let mut opening = tokio::spawn(async move { SqliteStore::open(&path).await });
    let early = tokio::time::timeout(Duration::from_millis(100), &mut opening).await;
    assert!(early.is_err(), "opened, or refused, while another held it");
    held.rollback().await.unwrap();
    opening.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_newer_database_is_refused() {
    let backend = Temporary::new().await;
    let url = format!("sqlite://{}", backend.path().display());
    let mut newer = sqlx::SqliteConnection::connect(&url).await.unwrap();
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        VALUES (9999, 'later', TRUE, x'00', 0)",
    )
    .execute(&mut newer)
    .await
    .unwrap();
    let refused = SqliteStore::open(&backend.path()).await.err().unwrap();
    assert!(matches!(
        cause(&refused),
        OpenError::Newer {
            migration: 9999,
            ..
        }
    ));
    assert!(cause(&refused).to_string().contains("newer version"));
}

#[tokio::test]
async fn what_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    std::fs::write(&path, "not a database ".repeat(100)).unwrap();
    let refused = SqliteStore::open(&path).await.err().unwrap();
    assert!(matches!(cause(&refused), OpenError::Database { .. }));
    let missing = folder.path().join("missing").join("bonafide.sqlite");
    let refused = SqliteStore::open(&missing).await.err().unwrap();
    assert!(matches!(cause(&refused), OpenError::File { .. }));
}

#[cfg(unix)]
#[tokio::test]
async fn other_users_reach_none_of_the_files() {
    use std::os::unix::fs::PermissionsExt as _;

    let backend = Temporary::new().await;
    let files: Vec<_> = std::fs::read_dir(backend.folder.path())
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(
        files.len() >= 3,
        "the database, its log and its shared memory"
    );
    for file in files {
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{:?}", file.file_name());
    }
}
