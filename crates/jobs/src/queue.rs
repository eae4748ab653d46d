use std::sync::Arc;
use std::time::Duration;

use measures::{JOB_SECONDS, Timer};
use store::{Job, JobKind, JobPayload};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::heartbeat::Heartbeat;
use crate::{Error, Worker};

/// Where nobody notifies across processes, this is how late a job can start.
const POLL: Duration = Duration::from_secs(1);

/// Leases jobs of one kind and runs them, so many at once.
pub(crate) struct Queue {
    pub(crate) worker: Arc<Worker>,
    pub(crate) kind: JobKind,
    pub(crate) at_once: usize,
}

impl Queue {
    pub(crate) async fn run(self, stop: CancellationToken) {
        let permits = Arc::new(Semaphore::new(self.at_once));
        let mut running = JoinSet::new();
        while !stop.is_cancelled() {
            while running.try_join_next().is_some() {}
            let leased = self.lease(permits.available_permits()).await;
            let found = !leased.is_empty();
            for job in leased {
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
                let wait = self.until_next_due().await;
                tokio::select! {
                    () = self.worker.services.store.wait(wait) => {}
                    () = stop.cancelled() => {}
                }
            }
        }
        while running.join_next().await.is_some() {}
    }

    async fn lease(&self, limit: usize) -> Vec<Job> {
        if limit == 0 {
            return Vec::new();
        }
        match self.try_lease(limit as u32).await {
            Ok(jobs) => jobs,
            Err(error) => {
                tracing::error!(%error, kind = self.kind.as_str(), "jobs cannot be leased");
                Vec::new()
            }
        }
    }

    async fn try_lease(&self, limit: u32) -> Result<Vec<Job>, Error> {
        let worker = &self.worker;
        let now = worker.services.now();
        // Looking costs no write transaction as long as there is nothing to do.
        let mut look = worker.services.store.read().await?;
        let due = look
            .next_due(self.kind)
            .await?
            .is_some_and(|due| due <= now);
        drop(look);
        if !due {
            return Ok(Vec::new());
        }
        let until = now.plus(worker.settings.lease_seconds);
        let mut unit = worker.services.store.begin().await?;
        let jobs = unit
            .lease(self.kind, &worker.name, now, until, limit)
            .await?;
        unit.save().await?;
        Ok(jobs)
    }

    async fn until_next_due(&self) -> Duration {
        let services = &self.worker.services;
        let next = match services.store.read().await {
            Ok(mut unit) => unit.next_due(self.kind).await.ok().flatten(),
            Err(_) => None,
        };
        match next {
            Some(due) if due > services.now() => {
                POLL.min(Duration::from_secs((due.0 - services.now().0).max(0) as u64))
            }
            _ => POLL,
        }
    }
}

impl Worker {
    /// Runs one job under its lease; a job that fails goes back with a delay.
    async fn run_job(self: &Arc<Self>, job: Job) {
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
