//! `GET /v1/identity/verification_sessions/{session}`

use axum::Json;
use axum::extract::{Path, State};
use identity::resource::SessionObject;
use serde_json::Value;
use wire::{Host, Operation, Query, Read, Result};

use super::find_shown;
use super::render::{expansion, render};
use crate::NoParameters;

pub(crate) fn operation() -> Operation {
    Operation::read::<NoParameters, Read>(
        "GetIdentityVerificationSessionsSession",
        "Retrieve a verification session",
    )
    .answers::<SessionObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    query: Query<NoParameters, Read>,
) -> Result<Json<Value>> {
    let Query { call, mut unit, .. } = query;
    let expand = expansion(&call)?;
    let case = find_shown(&host.services, &call, unit.as_mut(), &id, &expand).await?;
    let shown = render(&host.services, &call, unit.as_mut(), &case, &expand).await?;
    Ok(Json(shown))
}
