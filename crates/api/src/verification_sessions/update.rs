//! `POST /v1/identity/verification_sessions/{session}`

use axum::extract::{Path, State};
use axum::response::Response;
use identity::resource::SessionObject;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{
    ApiError, Call, Command, Host, MetadataParameter, Operation, Result, Write, change_metadata,
};

use super::find;
use super::outcome::check_outcome;
use super::parameters::{CheckType, DetailsParameter, OptionsParameter};
use super::render::{expansion, render};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    metadata: MetadataParameter,
    options: OptionsParameter,
    provided_details: Option<DetailsParameter>,
    r#type: Option<CheckType>,
}

pub(crate) fn operation() -> Operation {
    Operation::form::<Params, Write>(
        "PostIdentityVerificationSessionsSession",
        "Update a verification session",
    )
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
    closing.close(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    id: &str,
    params: Params,
) -> Result<Value> {
    let expand = expansion(call)?;
    let mut case = find(services, call, unit, id).await?;
    case.session.check_update().map_err(sessions::Error::from)?;
    if case.session.verification_flow.is_some() {
        params.check_flow()?;
    }
    if let Some(check) = params.r#type {
        case.session.verification_type = check.into();
    }
    params.options.apply(&mut case.session.options.document);
    change_metadata(&mut case.session.metadata, params.metadata)?;
    check_outcome(call.mode(), &case.session.metadata)?;
    if let Some(details) = params.provided_details {
        details.apply(&mut case.personal.provided_details)?;
    }
    services.write(unit, &case).await?;
    render(services, call, unit, &case, &expand).await
}

impl Params {
    /// Type and options of a session that was created from a flow stay those of the flow.
    fn check_flow(&self) -> Result<()> {
        let fixed = |param: &str| {
            let message = format!(
                "`{param}` comes from the session's verification flow and stays as it is there."
            );
            Err(ApiError::invalid(param, message))
        };
        if self.r#type.is_some() {
            return fixed("type");
        }
        if !self.options.is_empty() {
            return fixed("options");
        }
        Ok(())
    }
}
