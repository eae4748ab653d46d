//! Deliveries that an endpoint which keeps failing was never asked to take in all the time that events
//! are delivered for: it is tried once in a while, with one of them.

use identity::Timestamp;
use store::{DeliveryQueue, Job, JobKind};

use crate::{Error, Worker};

/// Seconds for which an event is delivered: what the tries of an endpoint that is not slowed down add
/// up to.
const DELIVERED_FOR: i64 = 72 * 3600;
/// How many are given up in one go.
const IN_ONE_GO: u32 = 200;

impl Worker {
    /// Gives up what has waited for too long.
    pub(crate) async fn give_up_old_deliveries(&self) -> Result<(), Error> {
        let now = self.services.now();
        let mut read = self.services.store.read().await?;
        let queues = read.delivery_queues(now).await?;
        drop(read);
        for queue in queues.iter().filter(|queue| queue.keeps_failing()) {
            let old = self.lease_old(queue, now).await?;
            for job in &old {
                self.give_up_delivery(job).await?;
            }
            if !old.is_empty() {
                let (endpoint, count) = (queue.share.as_str(), old.len());
                tracing::warn!(endpoint, count, "deliveries were given up after three days");
            }
        }
        Ok(())
    }

    async fn lease_old(&self, queue: &DeliveryQueue, now: Timestamp) -> Result<Vec<Job>, Error> {
        let before = now.plus(-DELIVERED_FOR);
        let until = now.plus(self.settings.lease_seconds);
        let of = (JobKind::Deliver, queue.share.as_str());
        let mut unit = self.services.store.begin().await?;
        let old = unit
            .lease_older(of, before, &self.name, now, until, IN_ONE_GO)
            .await?;
        unit.save().await?;
        Ok(old)
    }
}
