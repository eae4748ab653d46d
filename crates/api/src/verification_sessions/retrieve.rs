//! `GET /v1/identity/verification_sessions/{session}`

use identity::resource::{Rendered, SessionObject};
use wire::{Context, Endpoint, Read, Result};

use super::render::{expansion, render, render_sealed};
use super::{find, missing, named};
use crate::NoParameters;

pub(crate) struct Retrieve;

impl Endpoint for Retrieve {
    const ID: &'static str = "GetIdentityVerificationSessionsSession";
    const SUMMARY: &'static str = "Retrieve a verification session";

    type Access = Read;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<SessionObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let expand = expansion(context.call)?;
        if expand.is_empty() {
            let found = context
                .unit
                .session_alone(context.call.scope(), &named(&id)?)
                .await?;
            let record = found.ok_or_else(|| missing(&id))?;
            return Ok(render_sealed(context, &record.session));
        }
        let opened = find(context, &id).await?;
        render(context, &opened, &expand).await
    }
}
