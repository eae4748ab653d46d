//! `DELETE /v1/ephemeral_keys/{key}`

use axum::extract::Path;
use axum::response::Response;
use identity::resource::EphemeralKeyObject;
use identity::{EphemeralKey, EphemeralKeyId, resource};
use serde_json::Value;
use store::UnitOfWork;
use wire::{ApiError, Call, Command, Operation, Result, Write};

use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::form::<NoParameters, Write>("DeleteEphemeralKeysKey", "End an ephemeral key")
        .answers::<EphemeralKeyObject>()
}

pub(crate) async fn handler(
    Path(id): Path<String>,
    command: Command<NoParameters, Write>,
) -> Response {
    let Command {
        call,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&call, unit.as_mut(), &id).await;
    closing.close(unit, outcome).await
}

async fn execute(call: &Call, unit: &mut dyn UnitOfWork, id: &str) -> Result<Value> {
    call.expand(&[])?;
    let missing = || ApiError::no_such("ephemeral key", id, "key");
    let key = EphemeralKeyId::parse(id).ok_or_else(missing)?;
    let deleted = unit.delete_ephemeral_key(call.scope(), &key).await?;
    let deleted = deleted.ok_or_else(missing)?;
    let ended = EphemeralKey {
        expires: deleted.expires.min(call.now),
        ..deleted
    };
    Ok(resource::ephemeral_key(&ended, None))
}
