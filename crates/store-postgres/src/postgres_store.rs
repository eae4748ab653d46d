use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use identity::Timestamp;
use store::{Store, StoreError, UnitOfWork};
use tokio::sync::Notify;

use crate::failure::failure;
use crate::listener::Listener;
use crate::unit::{Access, Unit};
use crate::waker::Waker;
use crate::{Address, OpenError, open};

/// A PostgreSQL database.
pub struct PostgresStore {
    waker: Waker,
    listener: Listener,
}

impl PostgresStore {
    /// How many connections a process uses at most, where nobody says otherwise. One more listens.
    /// Ten processes stay below what a PostgreSQL server allows by default (100).
    pub const CONNECTIONS: u32 = 8;

    /// Opens a database, migrating it if need be, with at most this many connections. Refuses one
    /// that a newer version wrote.
    pub async fn open(address: &Address, connections: u32) -> Result<Self, OpenError> {
        open::migrate(address).await?;
        let pool = open::pool(address, connections).await?;
        let jobs = Arc::new(Notify::new());
        let listener = Listener::start(address, Arc::clone(&jobs)).await?;
        Ok(Self {
            waker: Waker { pool, jobs },
            listener,
        })
    }

    /// How many connections are in use, and how many rest.
    pub fn connections(&self) -> (usize, usize) {
        let idle = self.waker.pool.num_idle();
        ((self.waker.pool.size() as usize).saturating_sub(idle), idle)
    }

    /// What time the server has.
    pub async fn clock(&self) -> Result<Timestamp, StoreError> {
        let seconds =
            sqlx::query_scalar("SELECT floor(extract(epoch FROM clock_timestamp()))::bigint")
                .fetch_one(&self.waker.pool)
                .await
                .map_err(failure)?;
        Ok(Timestamp(seconds))
    }

    /// Waits for the units that are open and ends all connections.
    pub async fn close(&self) {
        self.listener.stop();
        self.waker.pool.close().await;
    }
}

#[async_trait]
impl Store for PostgresStore {
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Ok(Box::new(Unit::begin(&self.waker, Access::Write).await?))
    }

    async fn read(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Ok(Box::new(Unit::begin(&self.waker, Access::Read).await?))
    }

    async fn notify(&self) {
        self.waker.wake().await;
    }

    async fn wait(&self, at_most: Duration) {
        let _notified_or_not = tokio::time::timeout(at_most, self.waker.jobs.notified()).await;
    }
}
