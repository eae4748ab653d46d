//! Both databases at once: their tables are the same, and rows of one fit into the other.

use std::path::Path;

use identity::{AccountId, Mode};
use store::Scope;
use store::moving::{self, MoveError, NewRows as _, Rows as _};
use store_postgres::{Filling, testing};
use store_sqlite::fill::{self, Filling as Made};
use store_sqlite::{Exclusive, SqliteStore};

async fn embedded(path: &Path) -> Exclusive {
    SqliteStore::open(path)
        .await
        .unwrap()
        .close()
        .await
        .unwrap();
    Exclusive::open(path).await.unwrap().unwrap()
}

/// What only one of them has is not forgotten in the other; checks of single values are.
#[tokio::test]
async fn tables_are_the_same_in_both_databases() {
    let folder = tempfile::tempdir().unwrap();
    let mut old = embedded(&folder.path().join("bonafide.db")).await;
    let mut new = Filling::begin(&testing::new_database().await)
        .await
        .unwrap();
    let (old, new) = (old.schema().await.unwrap(), new.schema().await.unwrap());
    assert!(old.tables.len() > 10);
    let names = |schema: &store::schema::Schema| schema.tables.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&old), names(&new));
    for (name, table) in new.stored().tables {
        assert_eq!(old.tables[&name], table, "{name}");
    }
}

#[tokio::test]
async fn all_rows_move_once_and_only_into_an_empty_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bonafide.db");
    let made = Made {
        scope: Scope {
            account: AccountId::from_stored("acct_1".to_owned()),
            mode: Mode::Test,
        },
        sessions: 2500,
        from: 0,
        span: 1000,
    };
    SqliteStore::open(&path)
        .await
        .unwrap()
        .close()
        .await
        .unwrap();
    fill::fill(&path, &made).await.unwrap();
    let mut old = embedded(&path).await;
    let address = testing::new_database().await;

    // A run that ends before it is kept leaves nothing.
    let mut new = Filling::begin(&address).await.unwrap();
    moving::move_all(&mut old, &mut new, |_| {}).await.unwrap();
    drop(new);
    let mut new = Filling::begin(&address).await.unwrap();
    let counts = moving::move_all(&mut old, &mut new, |_| {}).await.unwrap();
    let moved = |table| counts.iter().find(|(name, _)| name == table).unwrap().1;
    assert_eq!(
        [moved("sessions"), moved("events"), moved("reports")],
        [2500, 2500, 1250]
    );
    assert_eq!(counts.len(), old.schema().await.unwrap().tables.len());
    Box::new(new).keep().await.unwrap();

    let mut new = Filling::begin(&address).await.unwrap();
    let shape = new
        .schema()
        .await
        .unwrap()
        .tables
        .remove("sessions")
        .unwrap();
    assert_eq!(new.last_number("sessions", &shape).await.unwrap(), 2500);
    let again = moving::move_all(&mut old, &mut new, |_| {}).await;
    assert!(matches!(again, Err(MoveError::NotEmpty(_))));
}

#[tokio::test]
async fn a_database_in_use_is_not_moved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bonafide.db");
    let store = SqliteStore::open(&path).await.unwrap();
    assert!(Exclusive::open(&path).await.unwrap().is_none());
    store.close().await.unwrap();
    drop(store);
    let alone = Exclusive::open(&path).await.unwrap().unwrap();
    assert!(
        SqliteStore::open(&path).await.is_err(),
        "not while it is moved"
    );
    alone.close().await.unwrap();
    SqliteStore::open(&path).await.unwrap();
}
