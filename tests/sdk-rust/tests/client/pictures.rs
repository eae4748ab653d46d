//! Pictures of a finished verification: files, and links to them.

use std::collections::HashMap;
use std::fs;

use sdk_rust_tests::{Document, Merchant};
use stripe_core::file::{ListFile, RetrieveFile};
use stripe_core::file_link::{
    CreateFileLink, ListFileLink, RetrieveFileLink, UpdateFileLink, UpdateFileLinkExpiresAt,
};
use stripe_misc::identity_verification_report::ListIdentityVerificationReport;
use stripe_shared::FilePurpose;

#[tokio::test]
async fn a_link_opens_the_picture_that_a_report_names() {
    let merchant = Merchant::start().await;
    let passport = Document::passport(34).await;
    let session = merchant.create_session(false).await;
    merchant.finish(&session.id, &passport.front(), None).await;
    let reports = ListIdentityVerificationReport::new()
        .verification_session(session.id.as_str())
        .send(&merchant.client)
        .await
        .unwrap();
    let document = reports.data[0].document.as_ref().unwrap();
    let [picture] = document.files.as_deref().unwrap() else {
        panic!("{document:?}");
    };

    let file = RetrieveFile::new(picture.as_str())
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(file.id.as_str(), picture);
    assert_eq!(file.type_.as_deref(), Some("jpg"));
    assert!(file.size > 0);
    let listed = ListFile::new()
        .purpose(file.purpose.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(listed.data.len(), 1);
    assert_eq!(listed.data[0].id, file.id);
    let selfies = ListFile::new()
        .purpose(FilePurpose::Selfie)
        .send(&merchant.client)
        .await
        .unwrap();
    assert!(selfies.data.is_empty());

    let link = CreateFileLink::new(picture.as_str())
        .metadata(HashMap::from([("for".to_owned(), "review".to_owned())]))
        .expand(["file".to_owned()])
        .send(&merchant.restricted)
        .await
        .unwrap();
    assert_eq!(link.file.as_object().unwrap().id, file.id);
    assert!(!link.expired && link.expires_at.is_some());
    let fetched = reqwest::get(link.url.unwrap()).await.unwrap();
    let shown = fetched.bytes().await.unwrap();
    assert_eq!(shown.len() as u64, file.size);
    assert!(shown.starts_with(b"\xFF\xD8\xFF"));
    assert_eq!(shown, fs::read(passport.front()).unwrap());

    let closed = UpdateFileLink::new(link.id.clone())
        .expires_at(UpdateFileLinkExpiresAt::Now)
        .metadata(HashMap::from([("for".to_owned(), String::new())]))
        .send(&merchant.restricted)
        .await
        .unwrap();
    assert!(closed.expired && closed.metadata.is_empty());
    let retrieved = RetrieveFileLink::new(link.id.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    assert!(retrieved.expired);
    assert_eq!(retrieved.file.id().as_str(), picture);
    let links = ListFileLink::new()
        .file(picture.as_str())
        .expired(true)
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(links.data.len(), 1);
    assert_eq!(links.data[0].id, link.id);
}
