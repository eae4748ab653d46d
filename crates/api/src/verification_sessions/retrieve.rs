//! `GET /v1/identity/verification_sessions/{session}`

use axum::Json;
use axum::extract::{Path, State};
use identity::resource::SessionObject;
use serde_json::Value;
use wire::{Host, Operation, Query, Read, Result};

use super::render::{expansion, render, render_sealed};
use super::{find, missing, named};
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
    if expand.is_empty() {
        let found = unit.session_alone(call.scope(), &named(&id)?).await?;
        let record = found.ok_or_else(|| missing(&id))?;
        let shown = render_sealed(&host.services, &call, &record.session);
        return Ok(Json(shown));
    }
    let case = find(&host.services, &call, unit.as_mut(), &id).await?;
    let shown = render(&host.services, &call, unit.as_mut(), &case, &expand).await?;
    Ok(Json(shown))
}
