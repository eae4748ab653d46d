//! `POST /v1/test_helpers/identity/verification_sessions/{session}/advance`

use axum::extract::{Path, State};
use axum::response::Response;
use identity::resource::SessionObject;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{ApiError, Call, Code, Command, Host, Operation, Result, Write};

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

pub(crate) fn operation() -> Operation {
    let id = "PostTestHelpersIdentityVerificationSessionsSessionAdvance";
    Operation::form::<Params, Write>(id, "Move the time of a test session forward")
        .answers::<SessionObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<Params, Write>,
) -> Response {
    let Command {
        call,
        params,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&host.services, &call, unit.as_mut(), &id, params).await;
    closing.close_and_wake(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    id: &str,
    params: Params,
) -> Result<Value> {
    let expand = expansion(call)?;
    if call.mode().livemode() {
        let message = "The time of sessions moves in test mode alone.";
        return Err(ApiError::new(Code::RouteUnknown, message));
    }
    let seconds = params.seconds.ok_or_else(|| ApiError::missing("seconds"))?;
    if !(1..=MOST).contains(&seconds) {
        let message = format!("`seconds` has to be between 1 and {MOST}.");
        return Err(ApiError::new(Code::ParameterInvalidInteger, message).with_param("seconds"));
    }
    let mut case = find(services, call, unit, id).await?;
    services.advance(unit, &mut case, seconds).await?;
    render(services, call, unit, &case, &expand).await
}
