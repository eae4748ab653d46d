//! Hears of jobs that any process enqueued.

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgListener, PgPoolOptions};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::open::unreachable;
use crate::{Address, OpenError};

/// What is notified.
pub(crate) const CHANNEL: &str = "bonafide_jobs";

/// How long to leave a server alone that cannot be reached. Workers look by themselves meanwhile.
const PAUSE: Duration = Duration::from_secs(1);

/// A task with a connection of its own, for as long as this lives.
pub(crate) struct Listener(JoinHandle<()>);

impl Listener {
    /// Listens already when this returns.
    pub(crate) async fn start(address: &Address, jobs: Arc<Notify>) -> Result<Self, OpenError> {
        let failed = |source| unreachable(address, source);
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .max_lifetime(None)
            .idle_timeout(None)
            .connect_with(address.options())
            .await
            .map_err(failed)?;
        let mut listener = PgListener::connect_with(&pool).await.map_err(failed)?;
        listener.listen(CHANNEL).await.map_err(failed)?;
        Ok(Self(tokio::spawn(async move {
            loop {
                match listener.try_recv().await {
                    // `None` is a connection lost and made again: who knows what it missed.
                    Ok(Some(_) | None) => wake(&jobs),
                    Err(_) => tokio::time::sleep(PAUSE).await,
                }
            }
        })))
    }

    pub(crate) fn stop(&self) {
        self.0.abort();
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Wakes all that wait in this process.
pub(crate) fn wake(jobs: &Notify) {
    jobs.notify_waiters();
    // Kept for whoever is about to wait, having looked before the jobs were there.
    jobs.notify_one();
}
