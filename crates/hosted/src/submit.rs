use axum::Json;
use axum::extract::{Path, State};
use identity::Requirement;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use wire::{ApiError, Code, Command, Host, Operation, Persons, Result};

use crate::page_data::{PageDataObject, missing, page_data};
use crate::person::own_case;

/// Nothing is expected; whatever comes is left aside.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct NoParameters {}

pub(crate) fn operation() -> Operation {
    let id = "PostIdentityVerificationPagesIdSubmit";
    Operation::form::<NoParameters, Persons>(id, "Submit what was collected")
        .answers::<PageDataObject>()
}

/// `POST …/submit`. Submitting again what is being checked, or was, changes nothing.
pub(crate) async fn submit(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<NoParameters, Persons>,
) -> Result<Json<Value>> {
    let services = &host.services;
    let mut unit = command.unit;
    let mut case = own_case(services, unit.as_mut(), &command.call, &id).await?;
    if !case.session.is_open() {
        return Ok(Json(page_data(&case, &[])));
    }
    let missing = missing(&case);
    if !missing.is_empty() {
        return Err(incomplete(&missing));
    }
    services.submit(unit.as_mut(), &mut case).await?;
    fault::point("submit.before_commit");
    unit.save().await?;
    fault::point("submit.committed");
    services.store.notify().await;
    Ok(Json(page_data(&case, &[])))
}

fn incomplete(missing: &[Requirement]) -> ApiError {
    let names: Vec<_> = missing.iter().map(|missing| missing.as_str()).collect();
    let message = format!(
        "Not everything was handed in yet. Still missing: {}.",
        names.join(", ")
    );
    ApiError::new(Code::ParameterMissing, message)
        .with_param(format!("collected_data[{}]", names[0]))
}
