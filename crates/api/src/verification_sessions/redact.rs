//! `POST /v1/identity/verification_sessions/{session}/redact`

use axum::extract::{Path, State};
use axum::response::Response;
use identity::resource::SessionObject;
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{Call, Command, Host, Operation, Result, Write};

use super::find;
use super::render::{expansion, render};
use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::form::<NoParameters, Write>(
        "PostIdentityVerificationSessionsSessionRedact",
        "Redact a verification session",
    )
    .answers::<SessionObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<NoParameters, Write>,
) -> Response {
    let Command {
        call,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&host.services, &call, unit.as_mut(), &id).await;
    closing.close_and_wake(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    id: &str,
) -> Result<Value> {
    let expand = expansion(call)?;
    let mut case = find(services, call, unit, id).await?;
    services.redact(unit, &mut case, call.origin()).await?;
    render(services, call, unit, &case, &expand).await
}
