use identity::{Event, EventId, Mode, WebhookEndpointId, WebhookStatus};
use measures::{DELIVERY_SECONDS, Timer};
use store::{EndpointRecord, Job, JobPayload, Scope};

use crate::{Delivery, Error, Worker};

/// Seconds between the tries to deliver one event in test mode.
const TEST_DELAYS: [i64; 2] = [5, 30];
/// The same in live mode: quick at first, then about three days in all.
const LIVE_DELAYS: [i64; 14] = [
    5, 30, 120, 600, 3600, 7200, 14_400, 21_600, 28_800, 36_000, 36_000, 36_000, 36_000, 36_000,
];

impl Worker {
    /// Brings one event to one endpoint, signed with a fresh time stamp at every try.
    pub(crate) async fn deliver(
        &self,
        job: &Job,
        event: &EventId,
        endpoint: &WebhookEndpointId,
        resent: bool,
    ) -> Result<(), Error> {
        let services = &self.services;
        let mut read = services.store.read().await?;
        let event = read.event_anywhere(event).await?.ok_or(Error::Missing)?;
        let scope = Scope {
            account: event.account.clone(),
            mode: event.mode,
        };
        let endpoint = read.endpoint(&scope, endpoint).await?;
        drop(read);
        let listening = endpoint.filter(|record| record.endpoint.status == WebhookStatus::Enabled);
        let Some(endpoint) = listening else {
            return self.settle(job, &event, resent).await;
        };
        if self.send(&event, &endpoint).await? {
            fault::point("deliver.sent");
            return self.settle(job, &event, resent).await;
        }
        let delays: &[i64] = match event.mode {
            Mode::Test => &TEST_DELAYS,
            Mode::Live => &LIVE_DELAYS,
        };
        match delays.get(refusals(job) as usize) {
            Some(delay) => self.refused(job, self.with_jitter(*delay)).await,
            None => self.settle(job, &event, resent).await,
        }
    }

    /// Gives a delivery back that the endpoint refused, and counts that.
    async fn refused(&self, job: &Job, delay: i64) -> Result<(), Error> {
        let mut payload = job.payload.clone();
        if let JobPayload::Deliver { refusals, .. } = &mut payload {
            *refusals += 1;
        }
        let run_at = self.services.now().plus(delay);
        let mut unit = self.services.store.begin().await?;
        if !unit.rewrite(job.id, &self.name, &payload).await?
            || !unit.retry(job.id, &self.name, run_at).await?
        {
            return Err(Error::LeaseLost);
        }
        unit.save().await?;
        Ok(())
    }

    /// Whether the endpoint took the event.
    async fn send(&self, event: &Event, record: &EndpointRecord) -> Result<bool, Error> {
        let endpoint = &record.endpoint;
        let secrets = self
            .services
            .endpoint_secrets(record)
            .map_err(|_| Error::Secret)?;
        let api_version = endpoint.api_version.as_deref();
        let Delivery { headers, body } =
            Delivery::new(event, api_version, &secrets, self.services.now())?;
        let timer = Timer::start();
        let answer = self.outbound.post(&endpoint.url, headers, body).await;
        let outcome = match &answer {
            Ok(answer) if answer.status.is_success() => "taken",
            Ok(_) => "refused",
            Err(_) => "unreachable",
        };
        timer.record(&DELIVERY_SECONDS, &[outcome]);
        match answer {
            Ok(answer) => Ok(answer.status.is_success()),
            Err(error) => {
                tracing::info!(endpoint = %endpoint.id, event = %event.id, %error, "not delivered");
                Ok(false)
            }
        }
    }

    /// The delivery is done, one way or the other.
    async fn settle(&self, job: &Job, event: &Event, resent: bool) -> Result<(), Error> {
        let mut unit = self.services.store.begin().await?;
        // The event first: the end of a redaction changes it before it enqueues in the same lane,
        // and stores that run units side by side need one order.
        if !resent {
            unit.settle_delivery(&event.id).await?;
        }
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        unit.save().await?;
        Ok(())
    }

    /// Up to a fifth longer, so that retries of many events spread out.
    fn with_jitter(&self, seconds: i64) -> i64 {
        let mut bytes = [0_u8; 8];
        self.services.random.fill(&mut bytes);
        let spread = (seconds / 5).max(1) as u64;
        seconds + (u64::from_le_bytes(bytes) % spread) as i64
    }
}

/// How often the endpoint refused what this job brings.
fn refusals(job: &Job) -> u32 {
    match job.payload {
        JobPayload::Deliver { refusals, .. } => refusals,
        JobPayload::Verify { .. } | JobPayload::Redact { .. } => 0,
    }
}
