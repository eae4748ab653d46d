//! The suite every backend runs, and what PostgreSQL alone has to get right.

mod concurrency;
mod migrations;
mod notifying;
mod opening;
mod query_plans;

use std::sync::Arc;

use async_trait::async_trait;
use sqlx::{Connection as _, PgConnection};
use store::Store;
use store::conformance::Backend;

use crate::{Address, PostgresStore, testing};

/// An empty database on the server that this process's tests share.
pub(crate) struct Temporary {
    pub(crate) address: Address,
    store: Arc<PostgresStore>,
}

impl Temporary {
    pub(crate) async fn new() -> Self {
        let address = testing::new_database().await;
        let store = Arc::new(open(&address).await);
        Self { address, store }
    }

    /// A store as another process would have it.
    pub(crate) async fn another_store(&self) -> PostgresStore {
        open(&self.address).await
    }

    /// A connection beside the store.
    pub(crate) async fn connection(&self) -> PgConnection {
        PgConnection::connect_with(&self.address.options())
            .await
            .unwrap()
    }
}

async fn open(address: &Address) -> PostgresStore {
    PostgresStore::open(address, PostgresStore::CONNECTIONS)
        .await
        .unwrap()
}

#[async_trait]
impl Backend for Temporary {
    fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store) as Arc<dyn Store>
    }

    async fn reopen(&mut self) {
        self.store = Arc::new(self.another_store().await);
    }
}

store::conformance_suite!(Temporary::new);
