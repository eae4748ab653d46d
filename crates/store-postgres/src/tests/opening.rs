use tokio::task::JoinSet;

use sqlx::Executor as _;
use store::conformance::Backend as _;
use store::{Store as _, StoreError};

use super::{Temporary, open};
use crate::testing;
use crate::{Address, OpenError, PostgresStore};

#[tokio::test(flavor = "multi_thread")]
async fn stores_that_start_at_once_migrate_once() {
    let address = testing::new_database().await;
    let mut starts = JoinSet::new();
    for _ in 0..10 {
        let address = address.clone();
        starts.spawn(async move { open(&address).await });
    }
    for store in starts.join_all().await {
        let mut unit = store.read().await.unwrap();
        assert_eq!(unit.accounts().await.unwrap(), []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_database_is_refused() {
    let backend = Temporary::new().await;
    backend
        .connection()
        .await
        .execute(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
            VALUES (9999, 'later', TRUE, '', 0)",
        )
        .await
        .unwrap();
    let refused = PostgresStore::open(&backend.address, 1)
        .await
        .err()
        .unwrap();
    assert!(matches!(
        refused,
        OpenError::Newer {
            migration: 9999,
            ..
        }
    ));
    assert!(refused.to_string().contains("newer version"));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named_without_its_password() {
    let url = "postgres://ann:hunter2@127.0.0.1:1/bonafide";
    let address = Address::parse(url).unwrap();
    let refused = PostgresStore::open(&address, 1).await.err().unwrap();
    assert!(matches!(refused, OpenError::Unreachable { .. }));
    let shown = format!("{refused} {refused:?}");
    assert!(shown.contains("bonafide at 127.0.0.1:1"));
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_cannot_be_read_says_where() {
    let backend = Temporary::new().await;
    backend
        .connection()
        .await
        .execute(
            "INSERT INTO sessions (id, account, mode, created, verification_type, status, options,
                metadata, submissions, links_spent)
            VALUES ('vs_1', 'acct_1', 'test', 0, 'document', 'napping', '{}', '{}', 0, 0)",
        )
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
