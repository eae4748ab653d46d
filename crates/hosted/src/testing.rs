//! `POST …/testing/verify` and `…/testing/unverify`: in test mode, a predefined outcome without
//! pictures, for developers of apps and for the page's own panel.

mod specimen;

use identity::resource::Rendered;
use identity::{ErrorCode, Mode, VerificationSession, VerificationType};
use schemars::JsonSchema;
use serde::Deserialize;
use sessions::Predefined;
use wire::{ApiError, Code, Context, Endpoint, Persons, Result};

pub(crate) use specimen::DrawSpecimen;

use crate::page_data::{PageDataObject, page_data};
use crate::person::own_session;

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

pub(crate) struct Verify;

impl Endpoint for Verify {
    const ID: &'static str = "PostIdentityVerificationPagesIdTestingVerify";
    const SUMMARY: &'static str = "End as verified without checks, in test mode";

    type Access = Persons;
    type Path = String;
    type Params = VerifyForm;
    type Answer = Rendered<PageDataObject<'static>>;

    async fn execute(context: &mut Context<'_>, id: String, _: VerifyForm) -> Result<Self::Answer> {
        settle(context, &id, |_| Predefined::Verified).await
    }
}

pub(crate) struct Unverify;

impl Endpoint for Unverify {
    const ID: &'static str = "PostIdentityVerificationPagesIdTestingUnverify";
    const SUMMARY: &'static str = "End as failed without checks, in test mode";

    type Access = Persons;
    type Path = String;
    type Params = UnverifyForm;
    type Answer = Rendered<PageDataObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        form: UnverifyForm,
    ) -> Result<Self::Answer> {
        settle(context, &id, |session| {
            let asked = Predefined::asked(session).filter(|asked| *asked != Predefined::Verified);
            let named = form.code.map(Predefined::Failed).or(asked);
            named.unwrap_or(Predefined::Failed(usual_failure(session.verification_type)))
        })
        .await
    }
}

fn usual_failure(verification_type: VerificationType) -> ErrorCode {
    match verification_type {
        VerificationType::IdNumber => ErrorCode::IdNumberUnverifiedOther,
        VerificationType::Document | VerificationType::VerificationFlow => {
            ErrorCode::DocumentUnverifiedOther
        }
    }
}

async fn settle(
    context: &mut Context<'_>,
    id: &str,
    outcome: impl FnOnce(&VerificationSession) -> Predefined,
) -> Result<Rendered<PageDataObject<'static>>> {
    if context.call.mode() == Mode::Live {
        let message = "Predefined outcomes exist in test mode alone.";
        return Err(ApiError::new(Code::RouteUnknown, message));
    }
    let mut opened = own_session(context, id).await?;
    if !opened.session.is_open() {
        return Ok(page_data(&opened, &[]));
    }
    let outcome = outcome(&opened.session);
    let services = context.services;
    services.submit(context.unit, &mut opened).await?;
    // Clients take this answer as the end of their part, whatever the outcome.
    let answer = page_data(&opened, &[]);
    services
        .conclude_as(context.unit, &mut opened, outcome)
        .await?;
    Ok(answer)
}
