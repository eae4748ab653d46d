use identity::resource::{self, Rendered, SessionLinks, SessionObject, SessionView};
use identity::{Expand, Permission, SessionPersonal, VerificationReport, VerificationSession};
use sessions::OpenedSession;
use wire::{Call, Context, Result};

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
    context: &Context<'_>,
    session: &VerificationSession,
) -> Rendered<SessionObject<'static>> {
    let view = SessionView {
        links: links(context, session),
        ..SessionView::default()
    };
    resource::session(session, &view, &Expand::none())
}

/// A session as the call may see it.
pub(crate) async fn render(
    context: &mut Context<'_>,
    opened: &OpenedSession,
    expand: &Expand,
) -> Result<Rendered<SessionObject<'static>>> {
    let session = &opened.session;
    let needs_report = SENSITIVE
        .iter()
        .chain(&["last_verification_report"])
        .any(|path| expand.has(path));
    let report = if needs_report {
        last_report(context, opened).await?
    } else {
        None
    };
    let verified = report
        .as_ref()
        .map_or(session.created, |report| report.created);
    let now = session.now(context.call.now);
    sensitive::check_age(context.call, expand, SENSITIVE, verified, now)?;
    let placeholders = session.redaction.map(|_| SessionPersonal {
        verified_outputs: redacted::outputs(session),
        ..SessionPersonal::default()
    });
    let receipt = if session.redaction.is_some() && expand.has("redaction.receipt") {
        context
            .unit
            .erasure_receipt(&opened.scope(), &session.id)
            .await?
    } else {
        None
    };
    let view = SessionView {
        links: links(context, session),
        personal: Some(placeholders.as_ref().unwrap_or(&opened.personal)),
        report: report.as_ref(),
        receipt: receipt.as_ref().map(|record| record.receipt.as_str()),
    };
    Ok(resource::session(session, &view, expand))
}

/// What leads the person to the session. Whoever has one of these can spend it, hand in pictures
/// and decline, so keys that may change nothing see none.
fn links(context: &Context<'_>, session: &VerificationSession) -> SessionLinks {
    if context.call.may(Permission::Write) {
        context.services.links(session)
    } else {
        SessionLinks::default()
    }
}

async fn last_report(
    context: &mut Context<'_>,
    opened: &OpenedSession,
) -> Result<Option<VerificationReport>> {
    let Some(id) = &opened.session.last_report else {
        return Ok(None);
    };
    let Some(record) = context.unit.report(&opened.scope(), id).await? else {
        return Ok(None);
    };
    let report = context.services.open_report(context.unit, &record).await?;
    Ok(Some(report.unwrap_or_else(|| {
        redacted::report(&record, &opened.session)
    })))
}
