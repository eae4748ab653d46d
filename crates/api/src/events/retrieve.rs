//! `GET /v1/events/{id}`

use identity::resource::{EventObject, Rendered};
use identity::{EventId, resource};
use wire::{ApiError, Context, Endpoint, Read, Result};

use super::{WHAT, horizon};
use crate::NoParameters;

pub(crate) struct Retrieve;

impl Endpoint for Retrieve {
    const ID: &'static str = "GetEventsId";
    const SUMMARY: &'static str = "Retrieve an event";

    type Access = Read;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<EventObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        context.call.expand(&[])?;
        let missing = || ApiError::no_such(WHAT, &id, "id");
        let event = EventId::parse(&id).ok_or_else(missing)?;
        let found = context.unit.event(context.call.scope(), &event).await?;
        let event = found
            .filter(|event| event.created >= horizon(context.call.now))
            .ok_or_else(missing)?;
        Ok(resource::event(&event, None))
    }
}
