use std::sync::Arc;

use store::JobKind;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::Worker;
use crate::queue::Queue;

impl Worker {
    /// Works until `stop` is cancelled, then finishes what is in hand and returns.
    pub async fn run(self: Arc<Self>, stop: CancellationToken) {
        let mut loops = JoinSet::new();
        for kind in JobKind::ALL {
            let at_once = match kind {
                JobKind::Verify => self.settings.verifications,
                JobKind::Deliver => self.settings.deliveries,
                JobKind::Redact => 1,
            };
            let queue = Queue {
                worker: Arc::clone(&self),
                kind,
                at_once,
            };
            loops.spawn(queue.run(stop.clone()));
        }
        loops.spawn(Arc::clone(&self).keep_house(stop));
        while let Some(ended) = loops.join_next().await {
            if ended.is_err() {
                tracing::error!("a worker loop panicked");
            }
        }
    }
}
