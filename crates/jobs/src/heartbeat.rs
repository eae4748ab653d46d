use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;

use crate::Worker;

/// Extends a lease for as long as it lives.
pub(crate) struct Heartbeat(JoinHandle<()>);

impl Heartbeat {
    pub(crate) fn start(worker: &Arc<Worker>, job: i64) -> Self {
        let worker = Arc::clone(worker);
        let pause = Duration::from_millis((worker.settings.lease_seconds as u64 * 1000 / 3).max(1));
        Self(tokio::spawn(async move {
            loop {
                tokio::time::sleep(pause).await;
                if !worker.extend(job).await {
                    return;
                }
            }
        }))
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Worker {
    /// False once the lease is lost; a store that fails is asked again at the next beat.
    async fn extend(&self, job: i64) -> bool {
        let until = self.services.now().plus(self.settings.lease_seconds);
        let Ok(mut unit) = self.services.store.begin().await else {
            return true;
        };
        match unit.extend_lease(job, &self.name, until).await {
            Ok(true) => unit.save().await.is_ok(),
            Ok(false) => false,
            Err(_) => true,
        }
    }
}
