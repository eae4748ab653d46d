use identity::resource::{self, SessionView};
use identity::{
    Event, EventId, EventType, Expand, RequestOrigin, VerificationSession, WebhookEndpointId,
};
use store::{JobPayload, Scope, UnitOfWork};

use crate::{Result, Services};

impl Services {
    /// Records that something happened to a session, with a snapshot, and enqueues its delivery
    /// to every endpoint that wants it.
    pub async fn emit(
        &self,
        unit: &mut dyn UnitOfWork,
        session: &VerificationSession,
        event_type: EventType,
        origin: RequestOrigin,
    ) -> Result<Event> {
        let now = self.now();
        let scope = Scope {
            account: session.account.clone(),
            mode: session.mode,
        };
        let mut endpoints = unit.enabled_endpoints(&scope).await?;
        endpoints.retain(|record| record.endpoint.wants(event_type));
        let event = Event {
            id: EventId::generate(self.random.as_ref()),
            account: session.account.clone(),
            mode: session.mode,
            created: now,
            event_type,
            session: session.id.clone(),
            object: resource::session(session, &SessionView::default(), &Expand::none())
                .into_value(),
            origin,
            pending_webhooks: endpoints.len() as u32,
        };
        if fault::loses(event_type.as_str()) {
            return Ok(event);
        }
        unit.insert_event(&event).await?;
        for record in endpoints {
            let delivery = JobPayload::Deliver {
                event: event.id.clone(),
                endpoint: record.endpoint.id,
                session: session.id.clone(),
                resent: false,
                refusals: 0,
            };
            unit.enqueue(&delivery, now, now).await?;
        }
        Ok(event)
    }

    /// Delivers an event once more, to every endpoint that wants it or to one that need not.
    /// Returns how many deliveries that makes.
    pub async fn resend(
        &self,
        unit: &mut dyn UnitOfWork,
        event: &Event,
        only: Option<&WebhookEndpointId>,
    ) -> Result<usize> {
        let now = self.now();
        let scope = Scope {
            account: event.account.clone(),
            mode: event.mode,
        };
        let mut endpoints = unit.enabled_endpoints(&scope).await?;
        endpoints.retain(|record| match only {
            Some(id) => record.endpoint.id == *id,
            None => record.endpoint.wants(event.event_type),
        });
        for record in &endpoints {
            // Whoever asks for it wants it tried now.
            if record.health.is_held(now) {
                let released = record.health.released();
                unit.set_endpoint_health(&record.endpoint.id, &released)
                    .await?;
            }
            let delivery = JobPayload::Deliver {
                event: event.id.clone(),
                endpoint: record.endpoint.id.clone(),
                session: event.session.clone(),
                resent: true,
                refusals: 0,
            };
            unit.enqueue(&delivery, now, now).await?;
        }
        Ok(endpoints.len())
    }
}
