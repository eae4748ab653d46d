use identity::{Expand, VerificationReport, resource};
use serde_json::Value;
use sessions::Services;
use store::{ReportRecord, UnitOfWork};
use wire::{ApiError, Call, Result};

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
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    record: &ReportRecord,
    expand: &Expand,
) -> Result<Value> {
    if !expand.is_empty() {
        let now = sensitive::time_of(call, unit, Some(&record.session)).await?;
        sensitive::check_age(call, expand, SENSITIVE, record.created, now)?;
    }
    let report = match services.open_report(unit, record).await? {
        Some(report) => report,
        None => redacted_report(unit, record).await?,
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
