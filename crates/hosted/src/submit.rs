use identity::Requirement;
use identity::resource::Rendered;
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{ApiError, Code, Context, Endpoint, Persons, Result};

use crate::page_data::{PageDataObject, missing, page_data};
use crate::person::own_session;

/// Nothing is expected; whatever comes is left aside.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct NoParameters {}

/// `POST …/submit`. Submitting again what is being checked, or was, changes nothing.
pub(crate) struct Submit;

impl Endpoint for Submit {
    const ID: &'static str = "PostIdentityVerificationPagesIdSubmit";
    const SUMMARY: &'static str = "Submit what was collected";

    type Access = Persons;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<PageDataObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let mut opened = own_session(context, &id).await?;
        if !opened.session.is_open() {
            return Ok(page_data(&opened, &[]));
        }
        let missing = missing(&opened);
        if !missing.is_empty() {
            return Err(incomplete(&missing));
        }
        context.services.submit(context.unit, &mut opened).await?;
        fault::point("submit.before_commit");
        Ok(page_data(&opened, &[]))
    }

    fn committed() {
        fault::point("submit.committed");
    }
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
