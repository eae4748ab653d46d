//! `GET /v1/identity/verification_reports/{report}`

use axum::Json;
use axum::extract::{Path, State};
use identity::ReportId;
use identity::resource::ReportObject;
use serde_json::Value;
use wire::{ApiError, Host, Operation, Query, Read, Result};

use super::render::{PATHS, SENSITIVE, render};
use crate::{NoParameters, sensitive};

pub(crate) fn operation() -> Operation {
    Operation::read::<NoParameters, Read>(
        "GetIdentityVerificationReportsReport",
        "Retrieve a verification report",
    )
    .answers::<ReportObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    Path(id): Path<String>,
    query: Query<NoParameters, Read>,
) -> Result<Json<Value>> {
    let Query { call, mut unit, .. } = query;
    let expand = call.expand(PATHS)?;
    sensitive::check_key(&call, &expand, SENSITIVE)?;
    let missing = || ApiError::no_such(super::WHAT, &id, "report");
    let report = ReportId::parse(&id).ok_or_else(missing)?;
    let record = unit
        .report(call.scope(), &report)
        .await?
        .ok_or_else(missing)?;
    let shown = render(&host.services, &call, unit.as_mut(), &record, &expand).await?;
    Ok(Json(shown))
}
