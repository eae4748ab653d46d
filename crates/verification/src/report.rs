use identity::{FilePurpose, ReportId, VerificationReport};
use sessions::{OpenedSession, Services};
use store::UnitOfWork;

use crate::evidence::evidence;
use crate::{Conclusion, Error};

/// Ends a submission with what its checks came to: report, session and event appear together.
pub async fn conclude(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    opened: &mut OpenedSession,
    mut conclusion: Conclusion,
) -> Result<(), Error> {
    let verdict = conclusion.verdict.clone();
    let outputs = conclusion.outputs.take();
    let report = report(services, unit, opened, conclusion).await?;
    services
        .conclude(unit, opened, &report, verdict, outputs)
        .await?;
    Ok(())
}

async fn report(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    opened: &OpenedSession,
    mut checked: Conclusion,
) -> Result<VerificationReport, Error> {
    let collected = opened.personal.collected.clone();
    if let Some(document) = &mut checked.document {
        for side in [&collected.front, &collected.back].into_iter().flatten() {
            let purpose = FilePurpose::IdentityDocumentDownloadable;
            let copied = services
                .copy_file(unit, opened, &side.high_res_image, purpose)
                .await?;
            document.files.extend(copied);
        }
    }
    if let Some(selfie) = &mut checked.selfie {
        let document = checked.document.as_ref();
        selfie.document = document.and_then(|document| document.files.first().cloned());
        if let Some(face) = &collected.face {
            let best = &face.best_high_res_image;
            selfie.selfie = services
                .copy_file(unit, opened, best, FilePurpose::Selfie)
                .await?;
        }
    }
    let session = &opened.session;
    Ok(VerificationReport {
        id: ReportId::generate(services.random.as_ref()),
        account: session.account.clone(),
        mode: session.mode,
        created: services.now(),
        verification_type: session.verification_type,
        session: Some(session.id.clone()),
        client_reference_id: session.client_reference_id.clone(),
        verification_flow: session.verification_flow.clone(),
        options: session.options.clone(),
        document: checked.document,
        selfie: checked.selfie,
        id_number: checked.id_number,
        email: checked.email,
        phone: checked.phone,
        evidence: evidence(checked.grounds, checked.models, collected.consent),
        observations: checked.observations,
    })
}
