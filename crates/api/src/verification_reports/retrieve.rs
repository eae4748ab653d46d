//! `GET /v1/identity/verification_reports/{report}`

use identity::ReportId;
use identity::resource::{Rendered, ReportObject};
use wire::{ApiError, Context, Endpoint, Read, Result};

use super::render::{PATHS, SENSITIVE, render};
use crate::{NoParameters, sensitive};

pub(crate) struct Retrieve;

impl Endpoint for Retrieve {
    const ID: &'static str = "GetIdentityVerificationReportsReport";
    const SUMMARY: &'static str = "Retrieve a verification report";

    type Access = Read;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<ReportObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let expand = context.call.expand(PATHS)?;
        sensitive::check_key(context.call, &expand, SENSITIVE)?;
        let missing = || ApiError::no_such(super::WHAT, &id, "report");
        let report = ReportId::parse(&id).ok_or_else(missing)?;
        let record = context
            .unit
            .report(context.call.scope(), &report)
            .await?
            .ok_or_else(missing)?;
        render(context, &record, &expand).await
    }
}
