use identity::{EndpointHealth, Event, EventId, Mode, WebhookEndpointId, WebhookStatus};
use measures::{DELIVERY_SECONDS, Timer};
use store::{EndpointRecord, Job, JobPayload, Scope, UnitOfWork};

use crate::places::Places;
use crate::{Delivery, Error, Worker};

/// Seconds between the tries to deliver one event in test mode.
const TEST_DELAYS: [i64; 2] = [5, 30];
/// Seconds between the tries to deliver one event in live mode: quick at first, then about three days in all.
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
            return self.settle(job, &event, resent, None).await;
        };
        if self.send(&event, &endpoint).await? {
            fault::point("deliver.sent");
            self.pace.arrived(job.payload.share(), self.places().most());
            return self.settle(job, &event, resent, Some(&endpoint)).await;
        }
        self.pace.failed(job.payload.share());
        let delays: &[i64] = match event.mode {
            Mode::Test => &TEST_DELAYS,
            Mode::Live => &LIVE_DELAYS,
        };
        let next = delays.get(refusals(job) as usize).copied();
        let next = next.map(|delay| self.with_jitter(delay));
        self.refused(job, &event, resent, &endpoint, next).await
    }

    fn places(&self) -> Places {
        Places {
            all: self.settings.deliveries,
            free: 0,
        }
    }

    /// Counts that the endpoint refused a delivery, and gives it back to be tried again in `next`
    /// seconds, or gives it up.
    async fn refused(
        &self,
        job: &Job,
        event: &Event,
        resent: bool,
        record: &EndpointRecord,
        next: Option<i64>,
    ) -> Result<(), Error> {
        let now = self.services.now();
        let mut unit = self.services.store.begin().await?;
        // As in `settle`: the event, the endpoint, the job.
        if next.is_none() && !resent {
            unit.settle_delivery(&event.id).await?;
        }
        let slowed = slow_down(unit.as_mut(), event, record, now).await?;
        let held = match next {
            Some(delay) => {
                let mut payload = job.payload.clone();
                if let JobPayload::Deliver { refusals, .. } = &mut payload {
                    *refusals += 1;
                }
                unit.rewrite(job.id, &self.name, &payload).await?
                    && unit.retry(job.id, &self.name, now.plus(delay)).await?
            }
            None => unit.complete(job.id, &self.name).await?,
        };
        if !held {
            return Err(Error::LeaseLost);
        }
        unit.save().await?;
        if let Some(health) = slowed {
            let endpoint = &record.endpoint.id;
            let held_for = health.held_until.map_or(0, |until| until.0 - now.0);
            let failures = health.failures;
            tracing::warn!(%endpoint, failures, held_for, "an endpoint keeps failing and is slowed down");
        }
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

    /// The delivery is done, one way or the other. `taken_by` is the endpoint that took it.
    async fn settle(
        &self,
        job: &Job,
        event: &Event,
        resent: bool,
        taken_by: Option<&EndpointRecord>,
    ) -> Result<(), Error> {
        let recovered = taken_by.filter(|record| record.health != EndpointHealth::default());
        let mut unit = self.services.store.begin().await?;
        // The event first: the end of a redaction changes it before it enqueues under the same ordering key,
        // and stores that run units side by side need one order.
        if !resent {
            unit.settle_delivery(&event.id).await?;
        }
        if let Some(record) = recovered {
            let well = EndpointHealth::default();
            unit.set_endpoint_health(&record.endpoint.id, &well).await?;
        }
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        unit.save().await?;
        if let Some(record) = recovered.filter(|record| record.health.keeps_failing()) {
            let endpoint = &record.endpoint.id;
            tracing::info!(%endpoint, "an endpoint that kept failing took a delivery");
        }
        Ok(())
    }

    /// Gives a delivery up that has waited for too long.
    pub(crate) async fn give_up_delivery(&self, job: &Job) -> Result<(), Error> {
        let JobPayload::Deliver { event, resent, .. } = &job.payload else {
            return Ok(());
        };
        let mut read = self.services.store.read().await?;
        let event = read.event_anywhere(event).await?.ok_or(Error::Missing)?;
        drop(read);
        self.settle(job, &event, *resent, None).await
    }

    /// Up to a fifth longer, so that retries of many events spread out.
    fn with_jitter(&self, seconds: i64) -> i64 {
        let mut bytes = [0_u8; 8];
        self.services.random.fill(&mut bytes);
        let spread = (seconds / 5).max(1) as u64;
        seconds + (u64::from_le_bytes(bytes) % spread) as i64
    }
}

/// Notes that an endpoint failed once more; how it stands, where it is held from now on.
async fn slow_down(
    unit: &mut dyn UnitOfWork,
    event: &Event,
    record: &EndpointRecord,
    now: identity::Timestamp,
) -> Result<Option<EndpointHealth>, Error> {
    let scope = Scope {
        account: event.account.clone(),
        mode: event.mode,
    };
    // Others may have failed meanwhile.
    let Some(current) = unit.endpoint(&scope, &record.endpoint.id).await? else {
        return Ok(None);
    };
    let health = current.health.failed(event.mode, now);
    if health == current.health {
        return Ok(None);
    }
    unit.set_endpoint_health(&record.endpoint.id, &health)
        .await?;
    Ok(Some(health).filter(EndpointHealth::keeps_failing))
}

/// How often the endpoint refused what this job brings.
fn refusals(job: &Job) -> u32 {
    match job.payload {
        JobPayload::Deliver { refusals, .. } => refusals,
        JobPayload::Verify { .. } | JobPayload::Redact { .. } => 0,
    }
}
