//! `GET /v1/identity/verification_reports`

use identity::resource::ReportObject;
use identity::{SessionId, VerificationType};
use schemars::JsonSchema;
use serde::Deserialize;
use store::ReportFilter;
use wire::{
    ApiError, Context, CreatedParameter, Endpoint, ListPage, Paged, Read, Result, cursor_error,
};

use super::render::{PATHS, SENSITIVE, render};
use crate::sensitive;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    client_reference_id: Option<String>,
    created: CreatedParameter,
    r#type: Option<ReportType>,
    verification_session: Option<String>,
}

/// The types that can be asked for; flows are not among them.
#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum ReportType {
    Document,
    IdNumber,
}

pub(crate) struct List;

impl Endpoint for List {
    const ID: &'static str = "GetIdentityVerificationReports";
    const SUMMARY: &'static str = "List verification reports";

    type Access = Read;
    type Path = ();
    type Params = Paged<Params>;
    type Answer = ListPage<ReportObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        (): (),
        Paged { params, page }: Paged<Params>,
    ) -> Result<Self::Answer> {
        let expand = context.call.expand_list(PATHS)?;
        sensitive::check_key(context.call, &expand, SENSITIVE)?;
        let filter = params.filter()?;
        let found = context
            .unit
            .reports(context.call.scope(), &filter, &page)
            .await
            .map_err(cursor_error(&page, super::WHAT))?;
        let mut data = Vec::with_capacity(found.items.len());
        for record in &found.items {
            data.push(render(context, record, &expand).await?);
        }
        Ok(ListPage {
            data,
            has_more: found.has_more,
        })
    }
}

impl Params {
    fn filter(self) -> Result<ReportFilter> {
        let session = self.verification_session.map(|id| {
            SessionId::parse(&id).ok_or_else(|| {
                ApiError::no_such_parameter("verification session", &id, "verification_session")
            })
        });
        Ok(ReportFilter {
            verification_type: self.r#type.map(|asked| match asked {
                ReportType::Document => VerificationType::Document,
                ReportType::IdNumber => VerificationType::IdNumber,
            }),
            session: session.transpose()?,
            client_reference_id: self.client_reference_id,
            created: self.created.0,
        })
    }
}
