//! `GET /v1/identity/verification_sessions`

use axum::Json;
use axum::extract::State;
use identity::Status;
use identity::resource::SessionObject;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use store::{SessionFilter, Wanted};
use wire::{CreatedParameter, Host, ListQuery, Operation, Read, Result, cursor_error, list};

use super::render::{PATHS, SENSITIVE, render, render_sealed};
use crate::sensitive;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    client_reference_id: Option<String>,
    created: CreatedParameter,
    related_customer: Option<String>,
    related_customer_account: Option<String>,
    status: Option<Status>,
}

pub(crate) fn operation() -> Operation {
    Operation::list::<Params, Read>(
        "GetIdentityVerificationSessions",
        "List verification sessions",
    )
    .answers::<SessionObject>()
}

pub(crate) async fn handler(
    State(host): State<Host>,
    query: ListQuery<Params, Read>,
) -> Result<Json<Value>> {
    let ListQuery {
        call,
        params,
        page,
        mut unit,
        ..
    } = query;
    let expand = call.expand_list(PATHS)?;
    sensitive::check_key(&call, &expand, SENSITIVE)?;
    let filter = SessionFilter {
        status: params.status,
        client_reference_id: params.client_reference_id,
        related_customer: params.related_customer,
        related_customer_account: params.related_customer_account,
        created: params.created.0,
    };
    let found = unit
        .sessions(call.scope(), &filter, &page)
        .await
        .map_err(cursor_error(&page, super::WHAT))?;
    let wants_reports = SENSITIVE
        .iter()
        .chain(&["last_verification_report"])
        .any(|path| expand.has(path));
    let records = found.items.iter().map(|record| &record.session);
    let wanted = Wanted {
        data_keys: records
            .clone()
            .filter(|_| !expand.is_empty())
            .map(|session| session.id.as_str().to_owned())
            .collect(),
        reports: records
            .filter(|_| wants_reports)
            .filter_map(|session| session.last_report.clone())
            .collect(),
        ..Wanted::default()
    };
    unit.read_ahead(&wanted).await?;
    let services = &host.services;
    let mut data = Vec::with_capacity(found.items.len());
    for record in found.items {
        if expand.is_empty() {
            data.push(render_sealed(services, &call, &record.session));
            continue;
        }
        let case = services.open(unit.as_mut(), record).await?;
        data.push(render(services, &call, unit.as_mut(), &case, &expand).await?);
    }
    let url = "/v1/identity/verification_sessions";
    Ok(Json(list(url, data, found.has_more)))
}
