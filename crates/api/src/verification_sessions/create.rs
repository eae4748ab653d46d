//! `POST /v1/identity/verification_sessions`

use axum::extract::State;
use axum::response::Response;
use identity::resource::SessionObject;
use identity::{RelatedPerson, VerificationType};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::{NewSession, Services};
use store::UnitOfWork;
use wire::{
    ApiError, Call, Command, Host, MetadataParameter, Operation, Result, Write, new_metadata,
};

use super::outcome::check_outcome;
use super::parameters::{CheckType, DetailsParameter, OptionsParameter};
use super::render::{expansion, render};
use crate::parameters::check_url;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    client_reference_id: Option<String>,
    metadata: MetadataParameter,
    options: OptionsParameter,
    provided_details: Option<DetailsParameter>,
    related_customer: Option<String>,
    related_customer_account: Option<String>,
    related_person: Option<PersonParameter>,
    #[schemars(regex(pattern = "^https?://"))]
    return_url: Option<String>,
    r#type: Option<CheckType>,
    verification_flow: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PersonParameter {
    #[schemars(required)]
    account: Option<String>,
    #[schemars(required)]
    person: Option<String>,
}

pub(crate) fn operation() -> Operation {
    Operation::form::<Params, Write>(
        "PostIdentityVerificationSessions",
        "Create a verification session",
    )
    .answers::<SessionObject>()
}

pub(crate) async fn handler(State(host): State<Host>, command: Command<Params, Write>) -> Response {
    let Command {
        call,
        params,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&host.services, &call, unit.as_mut(), params).await;
    closing.close_and_wake(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    params: Params,
) -> Result<Value> {
    let expand = expansion(call)?;
    let mut new = match &params.verification_flow {
        Some(flow) => of_flow(services, flow, &params)?,
        None => of_type(&params)?,
    };
    params.options.apply(&mut new.options.document);
    new.metadata = new_metadata(params.metadata)?;
    check_outcome(call.mode(), &new.metadata)?;
    new.client_reference_id = params.client_reference_id;
    new.related_customer = params.related_customer;
    new.related_customer_account = params.related_customer_account;
    new.related_person = params
        .related_person
        .map(PersonParameter::read)
        .transpose()?;
    if let Some(details) = params.provided_details {
        details.apply(&mut new.provided_details)?;
    }
    if let Some(url) = &params.return_url {
        check_url("return_url", url)?;
    }
    new.return_url = params.return_url;
    let case = services
        .create(unit, call.scope(), new, call.origin())
        .await?;
    render(services, call, unit, &case, &expand).await
}

fn of_type(params: &Params) -> Result<NewSession> {
    let check = params.r#type.ok_or_else(|| ApiError::missing("type"))?;
    Ok(NewSession::new(check.into()))
}

/// Type and options come from the flow, so they cannot be given beside it.
fn of_flow(services: &Services, id: &str, params: &Params) -> Result<NewSession> {
    let Some(flow) = services.flow(id) else {
        let parameter = "verification_flow";
        return Err(ApiError::no_such_parameter(
            "verification flow",
            id,
            parameter,
        ));
    };
    if params.r#type.is_some() {
        return Err(ApiError::exclusive("type", "verification_flow"));
    }
    if !params.options.is_empty() {
        return Err(ApiError::exclusive("options", "verification_flow"));
    }
    let mut new = NewSession::new(VerificationType::VerificationFlow);
    new.options = flow.options.clone();
    new.verification_flow = Some(flow.id.clone());
    Ok(new)
}

impl PersonParameter {
    fn read(self) -> Result<RelatedPerson> {
        Ok(RelatedPerson {
            account: self
                .account
                .ok_or_else(|| ApiError::missing("related_person[account]"))?,
            person: self
                .person
                .ok_or_else(|| ApiError::missing("related_person[person]"))?,
        })
    }
}
