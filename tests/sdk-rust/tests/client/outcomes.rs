//! Verifications from session to result, and their reports.

use futures::TryStreamExt;
use sdk_rust_tests::{Document, Merchant, SAME_PERSON, portrait};
use serde_json::json;
use stripe_misc::identity_verification_report::{
    ListIdentityVerificationReport, ListIdentityVerificationReportType,
    RetrieveIdentityVerificationReport,
};
use stripe_misc::identity_verification_session::{
    ListIdentityVerificationSession, RedactIdentityVerificationSession,
    RetrieveIdentityVerificationSession,
};
use stripe_misc::{
    GelatoDocumentReportErrorCode, GelatoDocumentReportStatus, GelatoDocumentReportType,
    GelatoSelfieReportStatus, GelatoSessionLastErrorCode, IdentityVerificationReportType,
    IdentityVerificationSessionStatus as Status, VerificationSessionRedactionStatus,
};
use stripe_webhook::EventObject;

/// What only restricted keys may ask for.
const SENSITIVE: [&str; 6] = [
    "verified_outputs",
    "verified_outputs.dob",
    "last_verification_report",
    "last_verification_report.document.dob",
    "last_verification_report.document.number",
    "last_verification_report.document.expiration_date",
];

#[tokio::test]
async fn a_passport_and_the_same_face_are_verified() {
    let merchant = Merchant::start().await;
    let passport = Document::passport(31).await;
    let session = merchant.create_session(true).await;
    let events = merchant
        .finish(&session.id, &passport.front(), Some(&portrait(SAME_PERSON)))
        .await;

    let EventObject::IdentityVerificationSessionCreated(created) = &events[0].data.object else {
        panic!("{events:?}");
    };
    assert_eq!(created.status, Status::RequiresInput);
    let EventObject::IdentityVerificationSessionProcessing(processing) = &events[1].data.object
    else {
        panic!("{events:?}");
    };
    assert_eq!(processing.status, Status::Processing);
    let EventObject::IdentityVerificationSessionVerified(verified) = &events[2].data.object else {
        panic!("{events:?}");
    };
    assert_eq!(verified.id, session.id);
    assert_eq!(verified.status, Status::Verified);
    assert!(verified.verified_outputs.is_none());
    let report = verified.last_verification_report.as_ref().unwrap();
    assert!(!report.is_object());

    let results = RetrieveIdentityVerificationSession::new(session.id.clone())
        .expand(SENSITIVE.map(str::to_owned))
        .send(&merchant.restricted)
        .await
        .unwrap();
    let truth = &passport.truth;
    let outputs = results.verified_outputs.unwrap();
    let dob = outputs.dob.unwrap();
    assert_eq!(
        json!({"day": dob.day, "month": dob.month, "year": dob.year}),
        truth["dob"]
    );
    let found = results.last_verification_report.unwrap();
    assert_eq!(found.id(), report.id());
    let found = found.into_object().unwrap();
    assert_eq!(found.type_, IdentityVerificationReportType::Document);
    assert_eq!(
        found.verification_session.as_deref(),
        Some(session.id.as_str())
    );
    let document = found.document.unwrap();
    assert_eq!(document.status, GelatoDocumentReportStatus::Verified);
    assert_eq!(document.type_, Some(GelatoDocumentReportType::Passport));
    assert_eq!(json!(document.number), truth["number"]);
    let expiration = document.expiration_date.unwrap();
    assert_eq!(
        json!({"day": expiration.day, "month": expiration.month, "year": expiration.year}),
        truth["expiration_date"]
    );
    assert!(document.error.is_none());
    let selfie = found.selfie.unwrap();
    assert_eq!(selfie.status, GelatoSelfieReportStatus::Verified);
    assert!(selfie.selfie.is_some() && selfie.document.is_some());

    let listed = ListIdentityVerificationSession::new()
        .expand(["data.last_verification_report".to_owned()])
        .status(Status::Verified)
        .send(&merchant.client)
        .await
        .unwrap();
    let expanded = listed.data[0].last_verification_report.as_ref().unwrap();
    assert_eq!(&expanded.as_object().unwrap().id, report.id());

    // The secret key sees the same report, without what is sensitive.
    let shown = RetrieveIdentityVerificationReport::new(report.id().clone())
        .send(&merchant.client)
        .await
        .unwrap();
    let document = shown.document.unwrap();
    assert_eq!(document.first_name, outputs.first_name);
    assert_eq!(document.last_name, outputs.last_name);
    assert!(document.number.is_none() && document.dob.is_none());

    let redacted = RedactIdentityVerificationSession::new(session.id.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    let redaction = redacted.redaction.unwrap().status;
    assert_eq!(redaction, VerificationSessionRedactionStatus::Processing);
    let last = merchant.events(&session.id, 4).await.remove(3);
    let EventObject::IdentityVerificationSessionRedacted(redacted) = last.data.object else {
        panic!("{last:?}");
    };
    let redaction = redacted.redaction.unwrap().status;
    assert_eq!(redaction, VerificationSessionRedactionStatus::Redacted);
}

#[tokio::test]
async fn an_expired_passport_is_refused_and_another_is_verified() {
    let merchant = Merchant::start().await;
    let session = merchant.create_session(false).await;
    let expired = Document::expired_passport(32).await;
    let events = merchant.finish(&session.id, &expired.front(), None).await;
    let EventObject::IdentityVerificationSessionRequiresInput(refused) = &events[2].data.object
    else {
        panic!("{events:?}");
    };
    let error = refused.last_error.as_ref().unwrap();
    assert_eq!(
        error.code,
        Some(GelatoSessionLastErrorCode::DocumentExpired)
    );
    assert!(error.reason.is_some());
    assert!(refused.verified_outputs.is_none());

    let first = refused
        .last_verification_report
        .as_ref()
        .unwrap()
        .id()
        .clone();
    let report = RetrieveIdentityVerificationReport::new(first.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    let document = report.document.unwrap();
    assert_eq!(document.status, GelatoDocumentReportStatus::Unverified);
    let code = document.error.unwrap().code;
    assert_eq!(code, Some(GelatoDocumentReportErrorCode::DocumentExpired));

    let valid = Document::passport(33).await;
    merchant.finish(&session.id, &valid.front(), None).await;
    let events = merchant.events(&session.id, 5).await;
    let EventObject::IdentityVerificationSessionVerified(verified) = &events[4].data.object else {
        panic!("{events:?}");
    };
    assert!(verified.last_error.is_none());
    let second = verified
        .last_verification_report
        .as_ref()
        .unwrap()
        .id()
        .clone();

    let of_session = ListIdentityVerificationReport::new()
        .verification_session(session.id.as_str())
        .type_(ListIdentityVerificationReportType::Document)
        .limit(1);
    let reports: Vec<_> = of_session
        .paginate()
        .stream(&merchant.client)
        .try_collect()
        .await
        .unwrap();
    let ids: Vec<_> = reports.into_iter().map(|report| report.id).collect();
    assert_eq!(ids, [second, first]);
    let of_another_kind = ListIdentityVerificationReport::new()
        .type_(ListIdentityVerificationReportType::IdNumber)
        .send(&merchant.client)
        .await
        .unwrap();
    assert!(of_another_kind.data.is_empty());
}
