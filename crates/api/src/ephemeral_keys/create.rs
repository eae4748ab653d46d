//! `POST /v1/ephemeral_keys`

use axum::extract::State;
use axum::response::Response;
use identity::resource::EphemeralKeyObject;
use identity::{EphemeralKey, SessionId, resource};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{ApiError, Call, Code, Command, Host, Operation, Result, Write};

const SESSION: &str = "verification_session";

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    customer: Option<String>,
    issuing_card: Option<String>,
    nonce: Option<String>,
    verification_session: Option<String>,
}

pub(crate) fn operation() -> Operation {
    Operation::form::<Params, Write>(
        "PostEphemeralKeys",
        "Create an ephemeral key for a verification session",
    )
    .answers::<EphemeralKeyObject>()
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
    closing.close(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    params: Params,
) -> Result<Value> {
    call.expand(&[])?;
    if call.request.version.is_none() {
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
    unit.session(call.scope(), &session)
        .await?
        .ok_or_else(missing)?;
    let scope = call.scope().clone();
    let random = services.random.as_ref();
    let (key, secret) =
        EphemeralKey::generate(random, scope.account, scope.mode, session, call.now);
    unit.insert_ephemeral_key(&key).await?;
    Ok(resource::ephemeral_key(&key, Some(&secret)))
}
