//! `POST /v1/identity/verification_sessions/{session}/redact`

use identity::resource::{Rendered, SessionObject};
use wire::{Context, Endpoint, Result, Write};

use super::find;
use super::render::{expansion, render};
use crate::NoParameters;

pub(crate) struct Redact;

impl Endpoint for Redact {
    const ID: &'static str = "PostIdentityVerificationSessionsSessionRedact";
    const SUMMARY: &'static str = "Redact a verification session";

    type Access = Write;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<SessionObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let expand = expansion(context.call)?;
        let mut opened = find(context, &id).await?;
        context
            .services
            .redact(context.unit, &mut opened, context.call.origin())
            .await?;
        render(context, &opened, &expand).await
    }
}
