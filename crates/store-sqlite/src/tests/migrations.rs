//! What becomes of rows that older versions wrote.

use identity::{FileLinkId, Permission, Timestamp};
use sqlx::{Connection as _, Executor as _};
use store::{JobKind, Store};

use crate::SqliteStore;
use crate::open::MIGRATIONS;

/// What the version before wrote: a key whose `sensitive_results` brought `write` along and others, a link to a picture that was brought back, one to an ordinary file,
/// and a delivery.
const BEFORE: &str = r#"
    INSERT INTO api_keys (id, account, mode, kind, permissions, allowed_networks, hash, last_four, created)
        VALUES ('key_wide', 'acct_1', 'test', 'restricted', '["read","write","sensitive_results"]', '[]', HASH1, 'wide', 1),
            ('key_narrow', 'acct_1', 'test', 'restricted', '["read"]', '[]', HASH2, 'rrow', 1),
            ('key_secret', 'acct_1', 'test', 'secret', '[]', '[]', HASH3, 'cret', 1);
    INSERT INTO files (id, account, mode, created, purpose, size, session, blob)
        VALUES ('file_picture', 'acct_1', 'test', 1, 'selfie', 1, 'vs_1', 'a'),
            ('file_passport', 'acct_1', 'test', 1, 'identity_document', 1, NULL, 'b'),
            ('file_other', 'acct_1', 'test', 1, 'dispute_evidence', 1, NULL, 'c');
    INSERT INTO file_links (id, account, mode, created, file, expires_at, metadata)
        VALUES ('link_picture', 'acct_1', 'test', 100, 'file_picture', 9999, '{}'),
            ('link_passport', 'acct_1', 'test', 100, 'file_passport', NULL, '{}'),
            ('link_other', 'acct_1', 'test', 100, 'file_other', NULL, '{}');
    INSERT INTO jobs (kind, payload, lane, blocked, due, attempts, created)
        VALUES ('deliver', '{"kind":"deliver","event":"evt_1","endpoint":"we_1","session":"vs_1"}', 'we_1/vs_1', FALSE, 5, 0, 5),
            ('verify', '{"kind":"verify","session":"vs_1","submission":1}', NULL, FALSE, 6, 0, 6);
"#;

async fn check(store: &dyn Store) {
    let mut unit = store.begin().await.unwrap();
    let keys = unit.api_keys().await.unwrap();
    let brought: Vec<_> = keys.iter().map(|key| key.brought_along).collect();
    assert_eq!(brought, [Some(Permission::Write), None, None]);
    // It keeps what it had.
    assert!(keys[0].permissions.contains(&Permission::Write));
    for (link, expires_at) in [
        ("link_picture", Some(130)),
        ("link_passport", Some(130)),
        ("link_other", None),
    ] {
        let id = FileLinkId::from_stored(link.to_owned());
        let link = unit.file_link_anywhere(&id).await.unwrap().unwrap();
        assert_eq!(link.expires_at.map(|time| time.0), expires_at, "{id}");
    }
    let now = Timestamp(10);
    let queues = unit.delivery_queues(now).await.unwrap();
    assert_eq!(
        (queues[0].share.as_str(), queues[0].due),
        ("we_1", Timestamp(5))
    );
    for of in [(JobKind::Deliver, "we_1"), (JobKind::Verify, "")] {
        let leased = unit.lease(of, "one", now, now.plus(9), 9).await.unwrap();
        assert_eq!(leased.len(), 1);
    }
}

#[tokio::test]
async fn narrow_what_was_too_wide_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bonafide.db");
    let url = format!("sqlite://{}?mode=rwc", path.display());
    let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
    MIGRATIONS.run_to(8, &mut connection).await.unwrap();
    let before = (1..=3).fold(BEFORE.to_owned(), |text, number| {
        let hash = format!("x'0{number}{}'", "0".repeat(62));
        text.replace(&format!("HASH{number}"), &hash)
    });
    connection
        .execute(sqlx::raw_sql(sqlx::AssertSqlSafe(before)))
        .await
        .unwrap();
    connection.close().await.unwrap();
    check(&SqliteStore::open(&path).await.unwrap()).await;
}
