//! `POST /v1/test_helpers/identity/verification_sessions/{session}/advance`

use identity::resource::{Rendered, SessionObject};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{ApiError, Code, Context, Endpoint, Result, Write};

use crate::verification_sessions::{expansion, find, render};

/// A year: what is due later is a mistake of units.
const MOST: i64 = 31_536_000;

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Params {
    /// By how much the session's time moves on.
    #[schemars(required, range(min = 1, max = MOST))]
    seconds: Option<i64>,
}

pub(crate) struct Advance;

impl Endpoint for Advance {
    const ID: &'static str = "PostTestHelpersIdentityVerificationSessionsSessionAdvance";
    const SUMMARY: &'static str = "Move the time of a test session forward";

    type Access = Write;
    type Path = String;
    type Params = Params;
    type Answer = Rendered<SessionObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        params: Params,
    ) -> Result<Self::Answer> {
        let expand = expansion(context.call)?;
        if context.call.mode().livemode() {
            let message = "The time of sessions moves in test mode alone.";
            return Err(ApiError::new(Code::RouteUnknown, message));
        }
        let seconds = params.seconds.ok_or_else(|| ApiError::missing("seconds"))?;
        if !(1..=MOST).contains(&seconds) {
            let message = format!("`seconds` has to be between 1 and {MOST}.");
            return Err(ApiError::new(Code::ParameterInvalidInteger, message).with_param("seconds"));
        }
        let mut opened = find(context, &id).await?;
        context
            .services
            .advance(context.unit, &mut opened, seconds)
            .await?;
        render(context, &opened, &expand).await
    }
}
