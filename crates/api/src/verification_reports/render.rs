use identity::resource::{self, Rendered, ReportObject};
use identity::{Expand, VerificationReport};
use store::{ReportRecord, UnitOfWork};
use wire::{ApiError, Context, Result};

use crate::{redacted, sensitive};

/// What can be expanded in a report.
pub(super) const PATHS: &[&str] = &[
    "document.dob",
    "document.expiration_date",
    "document.number",
    "document.sex",
    "document.unparsed_place_of_birth",
    "document.unparsed_sex",
    "evidence",
    "id_number.dob",
    "id_number.id_number",
];

/// Those of [`PATHS`] that need the permission for sensitive results.
pub(super) const SENSITIVE: &[&str] = &[
    "document.dob",
    "document.expiration_date",
    "document.number",
    "evidence",
    "id_number.dob",
    "id_number.id_number",
];

/// A report as the call may see it.
pub(super) async fn render(
    context: &mut Context<'_>,
    record: &ReportRecord,
    expand: &Expand,
) -> Result<Rendered<ReportObject<'static>>> {
    if !expand.is_empty() {
        let now = sensitive::time_of(context.call, context.unit, Some(&record.session)).await?;
        sensitive::check_age(context.call, expand, SENSITIVE, record.created, now)?;
    }
    let report = match context.services.open_report(context.unit, record).await? {
        Some(report) => report,
        None => redacted_report(context.unit, record).await?,
    };
    Ok(resource::report(&report, expand))
}

async fn redacted_report(
    unit: &mut dyn UnitOfWork,
    record: &ReportRecord,
) -> Result<VerificationReport> {
    let owner = unit.session_anywhere(&record.session).await?;
    let owner = owner.ok_or_else(|| ApiError::internal("a report names no session"))?;
    Ok(redacted::report(record, &owner.session))
}
