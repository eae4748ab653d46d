use std::sync::Arc;
use std::time::Duration;

use identity::Timestamp;
use measures::{JOB_SECONDS, Timer};
use store::{Job, JobKind, JobPayload};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::heartbeat::Heartbeat;
use crate::places::{Places, next_turn};
use crate::{Error, Worker};

/// Where nobody notifies across processes, this is how late a job can start.
const POLL: Duration = Duration::from_secs(1);

/// Leases jobs of one kind and runs them, so many at once.
pub(crate) struct Queue {
    pub(crate) worker: Arc<Worker>,
    pub(crate) kind: JobKind,
    pub(crate) at_once: usize,
}

/// What a look at the queue brought.
#[derive(Default)]
pub(crate) struct Look {
    pub(crate) leased: Vec<Job>,
    /// When there may be more, if nobody says so before.
    pub(crate) next: Option<Timestamp>,
}

impl Queue {
    pub(crate) async fn run(self, stop: CancellationToken) {
        let permits = Arc::new(Semaphore::new(self.at_once));
        let mut running = JoinSet::new();
        while !stop.is_cancelled() {
            while running.try_join_next().is_some() {}
            let look = self.lease(permits.available_permits()).await;
            let found = !look.leased.is_empty();
            for job in look.leased {
                let Ok(permit) = Arc::clone(&permits).acquire_owned().await else {
                    return;
                };
                let worker = Arc::clone(&self.worker);
                running.spawn(async move {
                    Box::pin(worker.run_job(job)).await;
                    drop(permit);
                    worker.services.store.notify().await;
                });
            }
            if !found {
                let wait = self.until(look.next);
                tokio::select! {
                    () = self.worker.services.store.wait(wait) => {}
                    () = stop.cancelled() => {}
                }
            }
        }
        while running.join_next().await.is_some() {}
    }

    pub(crate) async fn lease(&self, free: usize) -> Look {
        if free == 0 {
            return Look::default();
        }
        let looked = match self.kind {
            JobKind::Deliver => self.lease_deliveries(free).await,
            JobKind::Verify | JobKind::Redact => self.lease_alike(free).await,
        };
        looked.unwrap_or_else(|error| {
            tracing::error!(%error, kind = self.kind.as_str(), "jobs cannot be leased");
            Look::default()
        })
    }

    /// Jobs whose order is that of their times.
    async fn lease_alike(&self, free: usize) -> Result<Look, Error> {
        let worker = &self.worker;
        let now = worker.services.now();
        let of = (self.kind, "");
        // Looking costs no write transaction as long as there is nothing to do.
        let mut look = worker.services.store.read().await?;
        let next = look.next_due(of).await?;
        drop(look);
        if next.is_none_or(|due| due > now) {
            let leased = Vec::new();
            return Ok(Look { leased, next });
        }
        let until = now.plus(worker.settings.lease_seconds);
        let mut unit = worker.services.store.begin().await?;
        let leased = unit
            .lease(of, &worker.name, now, until, free as u32)
            .await?;
        unit.save().await?;
        Ok(Look { leased, next: None })
    }

    /// Deliveries, whose endpoints take turns.
    async fn lease_deliveries(&self, free: usize) -> Result<Look, Error> {
        let worker = &self.worker;
        let now = worker.services.now();
        let mut look = worker.services.store.read().await?;
        let queues = look.delivery_queues(now).await?;
        drop(look);
        let places = Places {
            all: self.at_once,
            free,
        };
        let next = next_turn(&queues, now);
        let given = places.share_out(&queues, &worker.pace, now);
        let mut leased = Vec::new();
        if given.iter().all(|places| *places == 0) {
            return Ok(Look { leased, next });
        }
        let until = now.plus(worker.settings.lease_seconds);
        let mut unit = worker.services.store.begin().await?;
        for (queue, places) in queues.iter().zip(given) {
            if places > 0 {
                let of = (self.kind, queue.share.as_str());
                let jobs = unit.lease(of, &worker.name, now, until, places as u32);
                leased.extend(jobs.await?);
            }
        }
        unit.save().await?;
        Ok(Look { leased, next })
    }

    fn until(&self, next: Option<Timestamp>) -> Duration {
        let now = self.worker.services.now();
        match next {
            Some(due) if due > now => POLL.min(Duration::from_secs((due.0 - now.0).max(0) as u64)),
            _ => POLL,
        }
    }
}

impl Worker {
    /// Runs one job under its lease; a job that fails goes back with a delay.
    pub(crate) async fn run_job(self: &Arc<Self>, job: Job) {
        fault::point("job.leased");
        let heartbeat = Heartbeat::start(self, job.id);
        let kind = job.payload.kind().as_str();
        let timer = Timer::start();
        let outcome = match &job.payload {
            JobPayload::Verify {
                session,
                submission,
            } => Box::pin(self.verify(&job, session, *submission)).await,
            JobPayload::Deliver {
                event,
                endpoint,
                resent,
                ..
            } => self.deliver(&job, event, endpoint, *resent).await,
            JobPayload::Redact { session, erased } => self.redact(&job, session, *erased).await,
        };
        drop(heartbeat);
        let (id, attempt) = (job.id, job.attempts);
        let milliseconds = timer.elapsed().as_secs_f64() * 1000.0;
        let label = match &outcome {
            Ok(()) => "done",
            Err(Error::LeaseLost) => "lease_lost",
            Err(_) => "retried",
        };
        timer.record(&JOB_SECONDS, &[kind, label]);
        match outcome {
            Ok(()) => tracing::info!(job = id, kind, attempt, milliseconds, "job done"),
            Err(Error::LeaseLost) => {
                tracing::warn!(job = id, kind, attempt, milliseconds, "a lease was lost");
            }
            Err(error) => {
                tracing::warn!(job = id, kind, attempt, milliseconds, %error, "a job failed");
                let delay = 1_i64 << job.attempts.min(6);
                if let Err(error) = self.give_back(&job, delay).await {
                    tracing::error!(kind, %error, "a job cannot be given back; its lease will end");
                }
            }
        }
    }

    /// Gives a job back, to run again in `delay` seconds.
    pub(crate) async fn give_back(&self, job: &Job, delay: i64) -> Result<(), Error> {
        let run_at = self.services.now().plus(delay);
        let mut unit = self.services.store.begin().await?;
        if !unit.retry(job.id, &self.name, run_at).await? {
            return Err(Error::LeaseLost);
        }
        unit.save().await?;
        Ok(())
    }
}
