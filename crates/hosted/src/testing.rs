//! `POST …/testing/verify` and `…/testing/unverify`: in test mode, a predefined outcome without
//! pictures, for developers of apps and for the page's own panel.

mod specimen;

use axum::Json;
use axum::extract::{Path, State};
use identity::{ErrorCode, Mode, VerificationSession, VerificationType};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::Predefined;
use wire::{ApiError, Code, Command, Host, Operation, Persons, Result};

pub(crate) use specimen::{operation as specimen_operation, specimen};

use crate::page_data::{PageDataObject, page_data};
use crate::person::own_case;

/// `simulate_delay` asks that the session stay `processing` for a while. It is left aside: the
/// session passes through `processing`, with its event, and settles at once.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct VerifyForm {}

#[derive(Deserialize, JsonSchema)]
pub(crate) struct UnverifyForm {
    /// Ours alone: how to fail. What the session's metadata ask for comes next, and a check that
    /// could not be made otherwise.
    code: Option<ErrorCode>,
}

pub(crate) fn verify_operation() -> Operation {
    let id = "PostIdentityVerificationPagesIdTestingVerify";
    Operation::form::<VerifyForm, Persons>(id, "End as verified without checks, in test mode")
        .answers::<PageDataObject>()
}

pub(crate) fn unverify_operation() -> Operation {
    let id = "PostIdentityVerificationPagesIdTestingUnverify";
    Operation::form::<UnverifyForm, Persons>(id, "End as failed without checks, in test mode")
        .answers::<PageDataObject>()
}

pub(crate) async fn verify(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<VerifyForm, Persons>,
) -> Result<Json<Value>> {
    settle(&host, &id, command, |_, _| Predefined::Verified).await
}

pub(crate) async fn unverify(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<UnverifyForm, Persons>,
) -> Result<Json<Value>> {
    settle(&host, &id, command, |form, session| {
        let asked = Predefined::asked(session).filter(|asked| *asked != Predefined::Verified);
        let named = form.code.map(Predefined::Failed).or(asked);
        named.unwrap_or(Predefined::Failed(usual_failure(session.verification_type)))
    })
    .await
}

fn usual_failure(verification_type: VerificationType) -> ErrorCode {
    match verification_type {
        VerificationType::IdNumber => ErrorCode::IdNumberUnverifiedOther,
        VerificationType::Document | VerificationType::VerificationFlow => {
            ErrorCode::DocumentUnverifiedOther
        }
    }
}

async fn settle<F>(
    host: &Host,
    id: &str,
    command: Command<F, Persons>,
    outcome: impl FnOnce(&F, &VerificationSession) -> Predefined,
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
    let outcome = outcome(&command.params, &case.session);
    services.submit(unit.as_mut(), &mut case).await?;
    // Clients take this answer as the end of their part, whatever the outcome.
    let answer = page_data(&case, &[]);
    services
        .conclude_as(unit.as_mut(), &mut case, outcome)
        .await?;
    unit.save().await?;
    services.store.notify().await;
    Ok(Json(answer))
}
