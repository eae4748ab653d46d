//! `POST /v1/identity/verification_sessions`

use identity::resource::{Rendered, SessionObject};
use identity::{RelatedPerson, VerificationType};
use schemars::JsonSchema;
use serde::Deserialize;
use sessions::{NewSession, Services};
use wire::{ApiError, Context, Endpoint, MetadataParameter, Result, Write, new_metadata};

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

pub(crate) struct Create;

impl Endpoint for Create {
    const ID: &'static str = "PostIdentityVerificationSessions";
    const SUMMARY: &'static str = "Create a verification session";

    type Access = Write;
    type Path = ();
    type Params = Params;
    type Answer = Rendered<SessionObject<'static>>;

    async fn execute(context: &mut Context<'_>, (): (), params: Params) -> Result<Self::Answer> {
        let expand = expansion(context.call)?;
        let mut new = match &params.verification_flow {
            Some(flow) => of_flow(context.services, flow, &params)?,
            None => of_type(&params)?,
        };
        params.options.apply(&mut new.options.document);
        new.metadata = new_metadata(params.metadata)?;
        check_outcome(context.call.mode(), &new.metadata)?;
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
        let opened = context
            .services
            .create(
                context.unit,
                context.call.scope(),
                new,
                context.call.origin(),
            )
            .await?;
        render(context, &opened, &expand).await
    }
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
