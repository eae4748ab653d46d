//! `POST …/testing/verify` and `…/testing/unverify`: in test mode, a predefined outcome without
//! pictures, for developers of apps.

mod outcome;

use axum::Json;
use axum::extract::{Path, State};
use identity::Mode;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use wire::{ApiError, Code, Command, Host, Operation, Persons, Result};

use crate::page_data::{PageDataObject, page_data};
use crate::person::own_case;
use outcome::Predefined;

/// `simulate_delay` asks that the session stay `processing` for a while. It is left aside: the
/// session passes through `processing`, with its event, and settles at once.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct TestingForm {}

pub(crate) fn verify_operation() -> Operation {
    let id = "PostIdentityVerificationPagesIdTestingVerify";
    Operation::form::<TestingForm, Persons>(id, "End as verified without checks, in test mode")
        .answers::<PageDataObject>()
}

pub(crate) fn unverify_operation() -> Operation {
    let id = "PostIdentityVerificationPagesIdTestingUnverify";
    Operation::form::<TestingForm, Persons>(id, "End as failed without checks, in test mode")
        .answers::<PageDataObject>()
}

pub(crate) async fn verify(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<TestingForm, Persons>,
) -> Result<Json<Value>> {
    settle(&host, &id, command, Predefined::Verified).await
}

pub(crate) async fn unverify(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<TestingForm, Persons>,
) -> Result<Json<Value>> {
    settle(&host, &id, command, Predefined::Unverified).await
}

async fn settle(
    host: &Host,
    id: &str,
    command: Command<TestingForm, Persons>,
    outcome: Predefined,
) -> Result<Json<Value>> {
    let services = &host.services;
    let mut unit = command.unit;
    if command.call.mode() == Mode::Live {
        let message = "Predefined outcomes exist in test mode alone.";
        return Err(ApiError::new(Code::RouteUnknown, message));
    }
    let mut case = own_case(services, unit.as_mut(), &command.call, id).await?;
    if !case.session.is_open() {
        return Ok(Json(page_data(&case, &[])));
    }
    services.submit(unit.as_mut(), &mut case).await?;
    // Clients take this answer as the end of their part, whatever the outcome.
    let answer = page_data(&case, &[]);
    let report = outcome.report(services, &case);
    let verdict = outcome.verdict(case.session.verification_type);
    let outputs = outcome.outputs();
    services
        .conclude(unit.as_mut(), &mut case, &report, verdict, outputs)
        .await?;
    unit.save().await?;
    services.store.notify().await;
    Ok(Json(answer))
}
