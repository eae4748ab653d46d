//! `POST /v1/ephemeral_keys`

use identity::resource::{EphemeralKeyObject, Rendered};
use identity::{EphemeralKey, SessionId, resource};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{ApiError, Code, Context, Endpoint, Result, Write};

const SESSION: &str = "verification_session";

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    customer: Option<String>,
    issuing_card: Option<String>,
    nonce: Option<String>,
    verification_session: Option<String>,
}

pub(crate) struct Create;

impl Endpoint for Create {
    const ID: &'static str = "PostEphemeralKeys";
    const SUMMARY: &'static str = "Create an ephemeral key for a verification session";

    type Access = Write;
    type Path = ();
    type Params = Params;
    type Answer = Rendered<EphemeralKeyObject<'static>>;

    async fn execute(context: &mut Context<'_>, (): (), params: Params) -> Result<Self::Answer> {
        context.call.expand(&[])?;
        if context.call.request.version.is_none() {
            let message = "Ephemeral keys are made for one API version: send a Stripe-Version header, \
                           the version that the client expects.";
            return Err(ApiError::new(Code::RequestMalformed, message));
        }
        let others = [
            ("customer", &params.customer),
            ("issuing_card", &params.issuing_card),
            ("nonce", &params.nonce),
        ];
        if let Some((name, _)) = others.iter().find(|(_, given)| given.is_some()) {
            let message = "This server makes ephemeral keys for verification sessions alone.";
            return Err(ApiError::invalid(*name, message));
        }
        let id = params
            .verification_session
            .ok_or_else(|| ApiError::missing(SESSION))?;
        let missing = || ApiError::no_such_parameter("verification session", &id, SESSION);
        let session = SessionId::parse(&id).ok_or_else(missing)?;
        context
            .unit
            .session(context.call.scope(), &session)
            .await?
            .ok_or_else(missing)?;
        let scope = context.call.scope().clone();
        let random = context.services.random.as_ref();
        let (key, secret) =
            EphemeralKey::generate(random, scope.account, scope.mode, session, context.call.now);
        context.unit.insert_ephemeral_key(&key).await?;
        Ok(resource::ephemeral_key(&key, Some(&secret)))
    }
}
