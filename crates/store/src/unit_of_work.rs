use std::time::Duration;

use async_trait::async_trait;

use crate::{
    Accounts, ApiKeys, DataKeys, EphemeralKeys, ErasureReceipts, Events, FileLinks, Files,
    Idempotency, Jobs, Keyring, KnownFrames, Leases, Observations, Reports, Retention, Sessions,
    StoreError, WebhookEndpoints,
};

/// A database.
#[async_trait]
pub trait Store: Send + Sync {
    /// Opens a unit of work that may write. Never hold one across network calls or inference.
    ///
    /// Backends may put additions (data keys, sessions, events, jobs) off until the unit is asked
    /// for something or saved: that they conflict with what is there may only be told then.
    ///
    /// Backends may commit several units at once, so a unit may see what another has saved and not
    /// yet been told is on disk. Answer from what such a unit read only after saving it, or read
    /// with [`Self::read`].
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError>;

    /// Opens a unit of work that only reads, from one consistent snapshot, without waiting for
    /// writers.
    async fn read(&self) -> Result<Box<dyn UnitOfWork>, StoreError>;

    /// Tells waiting workers, in every process that shares the database where that is possible, to
    /// look for jobs. A unit that enqueued some tells them by itself once it is saved.
    async fn notify(&self);

    /// Returns when somebody notified, or after `at_most`.
    async fn wait(&self, at_most: Duration);
}

/// One transaction with every repository. Dropping it undoes all it did.
#[async_trait]
pub trait UnitOfWork:
    Accounts
    + ApiKeys
    + DataKeys
    + EphemeralKeys
    + ErasureReceipts
    + Events
    + FileLinks
    + Files
    + Idempotency
    + Jobs
    + Keyring
    + KnownFrames
    + Leases
    + Observations
    + Reports
    + Retention
    + Sessions
    + WebhookEndpoints
    + Send
{
    /// Commits: when this returns, everything is on disk, and workers know of jobs that the unit
    /// enqueued.
    async fn save(self: Box<Self>) -> Result<(), StoreError>;
}
