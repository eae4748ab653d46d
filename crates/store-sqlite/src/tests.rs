//! The suite every backend runs, and what SQLite alone has to get right.

mod crowds;
mod durability;
mod migrations;
mod opening;
mod query_plans;

use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use store::Store;
use store::conformance::Backend;
use tempfile::TempDir;

use crate::SqliteStore;

pub(crate) struct Temporary {
    pub(crate) folder: TempDir,
    store: Arc<SqliteStore>,
}

impl Temporary {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(
            SqliteStore::open(&folder.path().join("bonafide.sqlite"))
                .await
                .unwrap(),
        );
        Self { folder, store }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("bonafide.sqlite")
    }
}

#[async_trait]
impl Backend for Temporary {
    fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store) as Arc<dyn Store>
    }

    async fn reopen(&mut self) {
        self.store = Arc::new(SqliteStore::open(&self.path()).await.unwrap());
    }
}

store::conformance_suite!(Temporary::new);
