//! `POST /v1/identity/verification_sessions/{session}`

use identity::resource::{Rendered, SessionObject};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{ApiError, Context, Endpoint, MetadataParameter, Result, Write, change_metadata};

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

pub(crate) struct Update;

impl Endpoint for Update {
    const ID: &'static str = "PostIdentityVerificationSessionsSession";
    const SUMMARY: &'static str = "Update a verification session";

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
        let mut opened = find(context, &id).await?;
        opened
            .session
            .check_update()
            .map_err(sessions::Error::from)?;
        if opened.session.verification_flow.is_some() {
            params.check_flow()?;
        }
        if let Some(check) = params.r#type {
            opened.session.verification_type = check.into();
        }
        params.options.apply(&mut opened.session.options.document);
        change_metadata(&mut opened.session.metadata, params.metadata)?;
        check_outcome(context.call.mode(), &opened.session.metadata)?;
        if let Some(details) = params.provided_details {
            details.apply(&mut opened.personal.provided_details)?;
        }
        context.services.write(context.unit, &opened).await?;
        render(context, &opened, &expand).await
    }
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
