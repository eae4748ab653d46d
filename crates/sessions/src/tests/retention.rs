use identity::{
    ErrorCode, Evidence, FilePurpose, LastError, Mode, Reason, ReportId, SelfieReport, Status,
    Timestamp, Verdict, VerificationReport, VerificationType,
};
use serde_json::json;
use store::RetentionKind;

use super::{Installation, NOW};
use crate::{EpochPolicy, Error, NewFile, OpenedSession, RetentionRule, Services};

const DAY: i64 = 24 * 3600;

struct Picture {
    purpose: FilePurpose,
    file: identity::File,
}

pub(super) async fn upload(services: &Services, opened: &OpenedSession) -> identity::File {
    let new = NewFile {
        purpose: FilePurpose::IdentityPrivate,
        filename: None,
        file_type: Some("jpg".to_owned()),
        contents: vault::PlainBytes::from(&b"pixels"[..]),
    };
    let stored = services.store_session_file(opened, new).await.unwrap();
    let mut unit = services.store.begin().await.unwrap();
    services.insert_file(unit.as_mut(), &stored).await.unwrap();
    unit.save().await.unwrap();
    stored.record.file
}

/// A session with a document and a face, submitted; concluded, unless it is left in processing.
async fn submitted(
    installation: &Installation,
    services: &Services,
) -> (OpenedSession, Vec<Picture>) {
    let mut opened = installation.create(services).await.unwrap();
    let mut pictures = Vec::new();
    for purpose in [
        FilePurpose::IdentityDocumentDownloadable,
        FilePurpose::Selfie,
    ] {
        let original = upload(services, &opened).await;
        let mut unit = services.store.begin().await.unwrap();
        let copy = services.copy_file(unit.as_mut(), &opened, &original.id, purpose);
        copy.await.unwrap().unwrap();
        unit.save().await.unwrap();
        pictures.push(Picture {
            purpose,
            file: original,
        });
    }
    let mut unit = services.store.begin().await.unwrap();
    services.submit(unit.as_mut(), &mut opened).await.unwrap();
    unit.save().await.unwrap();
    (opened, pictures)
}

pub(super) async fn conclude(
    services: &Services,
    opened: &mut OpenedSession,
    at: Timestamp,
) -> ReportId {
    let report = VerificationReport {
        id: ReportId::generate(services.random.as_ref()),
        account: opened.session.account.clone(),
        mode: opened.session.mode,
        created: at,
        verification_type: VerificationType::Document,
        session: Some(opened.session.id.clone()),
        client_reference_id: None,
        verification_flow: None,
        options: opened.session.options.clone(),
        document: None,
        selfie: Some(SelfieReport {
            status: identity::CheckStatus::Verified,
            error: None,
            document: None,
            selfie: None,
        }),
        id_number: None,
        email: None,
        phone: None,
        evidence: Evidence::default(),
        observations: json!({"front": {"faces": [{"embedding": [0.25], "score": 1}]}}),
    };
    let failed = Verdict::Failed(LastError {
        code: ErrorCode::SelfieFaceMismatch,
        reason: Reason::FaceMismatch,
    });
    let mut unit = services.store.begin().await.unwrap();
    services
        .conclude(unit.as_mut(), opened, &report, failed, None)
        .await
        .unwrap();
    unit.save().await.unwrap();
    report.id
}

pub(super) async fn process(installation: &Installation, rule: RetentionRule) -> Services {
    let mut services = installation.process(EpochPolicy::default()).await;
    services.settings.retention = vec![rule];
    services
}

async fn report(services: &Services, opened: &OpenedSession, id: &ReportId) -> VerificationReport {
    let mut unit = services.store.read().await.unwrap();
    let record = unit.report(&opened.scope(), id).await.unwrap().unwrap();
    services
        .open_report(unit.as_mut(), &record)
        .await
        .unwrap()
        .unwrap()
}

async fn readable(services: &Services, picture: &Picture) -> bool {
    let mut unit = services.store.read().await.unwrap();
    match services.file_contents(unit.as_mut(), &picture.file).await {
        Ok(contents) => contents == b"pixels",
        Err(Error::Redacted) => false,
        Err(error) => panic!("{error}"),
    }
}

fn counts(expired: &[crate::Expired], kind: RetentionKind) -> u64 {
    let of_kind = expired.iter().filter(|one| one.kind == kind);
    of_kind.map(|one| one.count).sum()
}

#[tokio::test]
async fn pictures_go_when_they_are_old_and_the_report_stays() {
    let installation = Installation::new().await;
    let rule = RetentionRule {
        pictures: Some(30 * DAY),
        ..RetentionRule::default()
    };
    let services = process(&installation, rule).await;
    let (mut opened, pictures) = submitted(&installation, &services).await;
    let id = conclude(&services, &mut opened, NOW).await;

    installation.clock.set(NOW.plus(30 * DAY));
    assert_eq!(
        counts(
            &services.apply_retention().await.unwrap(),
            RetentionKind::Pictures
        ),
        0
    );
    installation.clock.set(NOW.plus(30 * DAY + 1));
    let due = services.retention_due().await.unwrap();
    assert_eq!(counts(&due, RetentionKind::Pictures), 4);
    assert!(
        readable(&services, &pictures[0]).await,
        "a dry run erases nothing"
    );
    let erased = services.apply_retention().await.unwrap();
    assert_eq!(counts(&erased, RetentionKind::Pictures), 4);
    for picture in &pictures {
        assert!(!readable(&services, picture).await);
    }
    assert!(services.blobs.list().await.unwrap().is_empty());
    assert!(
        report(&services, &opened, &id)
            .await
            .observations
            .is_object()
    );
}

#[tokio::test]
async fn pictures_that_a_worker_needs_stay() {
    let installation = Installation::new().await;
    let rule = RetentionRule {
        pictures: Some(DAY),
        ..RetentionRule::default()
    };
    let services = process(&installation, rule).await;
    let (opened, pictures) = submitted(&installation, &services).await;
    assert_eq!(opened.session.status, Status::Processing);
    installation.clock.set(NOW.plus(2 * DAY));
    assert_eq!(
        counts(
            &services.apply_retention().await.unwrap(),
            RetentionKind::Pictures
        ),
        0
    );
    assert!(readable(&services, &pictures[0]).await);
}

#[tokio::test]
async fn biometrics_go_and_the_document_stays() {
    let installation = Installation::new().await;
    let rule = RetentionRule {
        biometrics: Some(DAY),
        ..RetentionRule::default()
    };
    let services = process(&installation, rule).await;
    let (mut opened, pictures) = submitted(&installation, &services).await;
    let id = conclude(&services, &mut opened, NOW).await;
    installation.clock.set(NOW.plus(2 * DAY));
    let erased = services.apply_retention().await.unwrap();
    assert_eq!(counts(&erased, RetentionKind::Biometrics), 1);
    for picture in &pictures {
        let of_document = picture.purpose == FilePurpose::IdentityDocumentDownloadable;
        assert_eq!(readable(&services, picture).await, of_document);
    }
    let left = report(&services, &opened, &id).await.observations;
    assert_eq!(left, json!({"front": {"faces": [{"score": 1}]}}));
    assert_eq!(
        counts(
            &services.retention_due().await.unwrap(),
            RetentionKind::Biometrics
        ),
        0
    );
}

#[tokio::test]
async fn fields_go_with_the_whole_session_unless_it_was_used_lately() {
    let installation = Installation::new().await;
    let rule = RetentionRule {
        mode: Some(Mode::Test),
        fields: Some(DAY),
        ..RetentionRule::default()
    };
    let services = process(&installation, rule).await;
    let old = installation.create(&services).await.unwrap();
    let (mut used, _) = submitted(&installation, &services).await;
    installation.clock.set(NOW.plus(2 * DAY));
    conclude(&services, &mut used, NOW.plus(2 * DAY)).await;
    let erased = services.apply_retention().await.unwrap();
    assert_eq!(counts(&erased, RetentionKind::Fields), 1);
    assert!(
        installation
            .find(&services, &old)
            .await
            .unwrap()
            .key
            .is_none()
    );
    assert!(
        installation
            .find(&services, &used)
            .await
            .unwrap()
            .key
            .is_some()
    );
}

#[tokio::test]
async fn the_first_rule_that_fits_is_the_rule() {
    let installation = Installation::new().await;
    let mut services = process(&installation, RetentionRule::default()).await;
    services.settings.retention.push(RetentionRule {
        fields: Some(DAY),
        ..RetentionRule::default()
    });
    installation.create(&services).await.unwrap();
    installation.clock.set(NOW.plus(2 * DAY));
    assert!(services.apply_retention().await.unwrap().is_empty());
}
