use identity::resource::{self, SessionLinks, SessionView};
use identity::{Expand, Permission, SessionPersonal, VerificationReport, VerificationSession};
use serde_json::Value;
use sessions::{Case, Services};
use store::UnitOfWork;
use wire::{Call, Result};

use crate::{redacted, sensitive};

/// What can be expanded in a session.
pub(super) const PATHS: &[&str] = &[
    "last_verification_report",
    "last_verification_report.document.dob",
    "last_verification_report.document.expiration_date",
    "last_verification_report.document.number",
    "last_verification_report.document.sex",
    "last_verification_report.document.unparsed_place_of_birth",
    "last_verification_report.document.unparsed_sex",
    "last_verification_report.evidence",
    "last_verification_report.id_number.dob",
    "last_verification_report.id_number.id_number",
    "provided_details",
    "redaction.receipt",
    "verified_outputs",
    "verified_outputs.dob",
    "verified_outputs.id_number",
    "verified_outputs.sex",
    "verified_outputs.unparsed_place_of_birth",
    "verified_outputs.unparsed_sex",
];

/// Those of [`PATHS`] that need the permission for sensitive results. Evidence repeats values of
/// the document where they contradict each other.
pub(super) const SENSITIVE: &[&str] = &[
    "last_verification_report.document.dob",
    "last_verification_report.document.expiration_date",
    "last_verification_report.document.number",
    "last_verification_report.evidence",
    "last_verification_report.id_number.dob",
    "last_verification_report.id_number.id_number",
    "verified_outputs.dob",
    "verified_outputs.id_number",
];

/// What a call on one session may expand.
pub(crate) fn expansion(call: &Call) -> Result<Expand> {
    let expand = call.expand(PATHS)?;
    sensitive::check_key(call, &expand, SENSITIVE)?;
    Ok(expand)
}

/// A session of which nothing is expanded, and nothing therefore opened.
pub(super) fn render_sealed(
    services: &Services,
    call: &Call,
    session: &VerificationSession,
) -> Value {
    let view = SessionView {
        links: links(services, call, session),
        ..SessionView::default()
    };
    resource::session(session, &view, &Expand::none())
}

/// A session as the call may see it.
pub(crate) async fn render(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    case: &Case,
    expand: &Expand,
) -> Result<Value> {
    let session = &case.session;
    let needs_report = SENSITIVE
        .iter()
        .chain(&["last_verification_report"])
        .any(|path| expand.has(path));
    let report = if needs_report {
        last_report(services, unit, case).await?
    } else {
        None
    };
    let verified = report
        .as_ref()
        .map_or(session.created, |report| report.created);
    let now = session.now(call.now);
    sensitive::check_age(call, expand, SENSITIVE, verified, now)?;
    let placeholders = session.redaction.map(|_| SessionPersonal {
        verified_outputs: redacted::outputs(session),
        ..SessionPersonal::default()
    });
    let receipt = if session.redaction.is_some() && expand.has("redaction.receipt") {
        unit.erasure_receipt(&case.scope(), &session.id).await?
    } else {
        None
    };
    let view = SessionView {
        links: links(services, call, session),
        personal: Some(placeholders.as_ref().unwrap_or(&case.personal)),
        report: report.as_ref(),
        receipt: receipt.as_ref().map(|record| record.receipt.as_str()),
    };
    Ok(resource::session(session, &view, expand))
}

/// What leads the person to the session. Whoever has one of these can spend it, hand in pictures
/// and decline, so keys that may change nothing see none.
fn links(services: &Services, call: &Call, session: &VerificationSession) -> SessionLinks {
    if call.may(Permission::Write) {
        services.links(session)
    } else {
        SessionLinks::default()
    }
}

async fn last_report(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    case: &Case,
) -> Result<Option<VerificationReport>> {
    let Some(id) = &case.session.last_report else {
        return Ok(None);
    };
    let Some(record) = unit.report(&case.scope(), id).await? else {
        return Ok(None);
    };
    let opened = services.open_report(unit, &record).await?;
    Ok(Some(opened.unwrap_or_else(|| {
        redacted::report(&record, &case.session)
    })))
}
