//! Sessions without a person: create, retrieve, update, list, cancel, redact.

use std::collections::HashMap;

use futures::TryStreamExt;
use sdk_rust_tests::{Merchant, document_session};
use stripe_misc::identity_verification_session::{
    CancelIdentityVerificationSession, CreateIdentityVerificationSessionOptions,
    CreateIdentityVerificationSessionOptionsDocument,
    CreateIdentityVerificationSessionOptionsDocumentAllowedTypes as Allowed,
    ListIdentityVerificationSession, ProvidedDetailsParam, RedactIdentityVerificationSession,
    RetrieveIdentityVerificationSession, UpdateIdentityVerificationSession,
    UpdateIdentityVerificationSessionOptions, UpdateIdentityVerificationSessionOptionsDocument,
};
use stripe_misc::{
    GelatoSessionDocumentOptionsAllowedTypes, IdentityVerificationSessionStatus as Status,
    IdentityVerificationSessionType, VerificationSessionRedactionStatus,
};
use stripe_types::{RangeBoundsTs, RangeQueryTs};

fn metadata(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    let owned = pairs
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    owned.collect()
}

#[tokio::test]
async fn what_was_asked_for_is_what_is_retrieved() {
    let merchant = Merchant::start().await;
    let created = document_session()
        .client_reference_id("order 1&2")
        .metadata(metadata(&[("basket", "ä=b&c")]))
        .options(CreateIdentityVerificationSessionOptions {
            document: Some(CreateIdentityVerificationSessionOptionsDocument {
                allowed_types: Some(vec![Allowed::Passport, Allowed::IdCard]),
                require_id_number: None,
                require_live_capture: Some(true),
                require_matching_selfie: Some(true),
            }),
        })
        .provided_details(ProvidedDetailsParam {
            email: Some("somebody@shop.example".to_owned()),
            phone: None,
        })
        .related_customer("cus_17")
        .return_url("https://shop.example/back?order=1")
        .send(&merchant.client)
        .await
        .unwrap();
    let secret = created.client_secret.unwrap();
    assert!(secret.starts_with(&format!("{}_secret_", created.id)));
    assert!(created.url.unwrap().starts_with(&merchant.server.url));

    let retrieved = RetrieveIdentityVerificationSession::new(created.id.clone())
        .expand(["provided_details".to_owned()])
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(retrieved.id, created.id);
    assert_eq!(retrieved.created, created.created);
    assert_eq!(retrieved.status, Status::RequiresInput);
    assert_eq!(retrieved.type_, IdentityVerificationSessionType::Document);
    assert_eq!(retrieved.client_reference_id.as_deref(), Some("order 1&2"));
    assert_eq!(retrieved.metadata, metadata(&[("basket", "ä=b&c")]));
    assert_eq!(retrieved.related_customer.as_deref(), Some("cus_17"));
    assert!(!retrieved.livemode);
    let options = retrieved.options.unwrap().document.unwrap();
    assert_eq!(
        options.allowed_types.unwrap(),
        [
            GelatoSessionDocumentOptionsAllowedTypes::Passport,
            GelatoSessionDocumentOptionsAllowedTypes::IdCard,
        ]
    );
    assert_eq!(options.require_live_capture, Some(true));
    assert_eq!(options.require_matching_selfie, Some(true));
    let details = retrieved.provided_details.unwrap();
    assert_eq!(details.email.as_deref(), Some("somebody@shop.example"));
    assert!(retrieved.last_error.is_none());
    assert!(retrieved.last_verification_report.is_none());
    assert!(retrieved.redaction.is_none());
    assert!(retrieved.verified_outputs.is_none());
}

#[tokio::test]
async fn metadata_is_merged_and_options_are_replaced() {
    let merchant = Merchant::start().await;
    let session = document_session()
        .metadata(metadata(&[("a", "1"), ("b", "2")]))
        .send(&merchant.client)
        .await
        .unwrap();
    let updated = UpdateIdentityVerificationSession::new(session.id)
        .metadata(metadata(&[("a", ""), ("c", "3")]))
        .options(UpdateIdentityVerificationSessionOptions {
            document: Some(UpdateIdentityVerificationSessionOptionsDocument {
                require_matching_selfie: Some(true),
                ..UpdateIdentityVerificationSessionOptionsDocument::new()
            }),
        })
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(updated.metadata, metadata(&[("b", "2"), ("c", "3")]));
    let options = updated.options.unwrap().document.unwrap();
    assert_eq!(options.require_matching_selfie, Some(true));
}

#[tokio::test]
async fn a_list_pages_from_the_newest_to_the_oldest() {
    let merchant = Merchant::start().await;
    let mut created = Vec::new();
    for _ in 0..5 {
        let session = document_session().client_reference_id("paged");
        created.push(session.send(&merchant.client).await.unwrap());
        document_session().send(&merchant.client).await.unwrap();
    }
    created.reverse();
    let ids: Vec<_> = created.iter().map(|session| session.id.clone()).collect();

    let list = ListIdentityVerificationSession::new()
        .client_reference_id("paged")
        .limit(2);
    let page = list.send(&merchant.client).await.unwrap();
    assert!(page.has_more);
    assert_eq!(page.url, "/v1/identity/verification_sessions");
    let listed: Vec<_> = list
        .paginate()
        .stream(&merchant.client)
        .try_collect()
        .await
        .unwrap();
    assert_eq!(
        listed.iter().map(|session| &session.id).collect::<Vec<_>>(),
        Vec::from_iter(&ids)
    );

    let newer = list
        .ending_before(ids[3].as_str())
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(
        newer
            .data
            .iter()
            .map(|session| &session.id)
            .collect::<Vec<_>>(),
        [&ids[1], &ids[2]]
    );
}

#[tokio::test]
async fn a_list_is_narrowed_by_status_customer_and_time() {
    let merchant = Merchant::start().await;
    let related = document_session()
        .related_customer("cus_17")
        .send(&merchant.client)
        .await
        .unwrap();
    let found = ListIdentityVerificationSession::new()
        .related_customer("cus_17")
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(found.data.len(), 1);
    assert_eq!(found.data[0].id, related.id);
    let waiting = merchant.create_session(false).await;
    let canceled = merchant.create_session(false).await;
    CancelIdentityVerificationSession::new(canceled.id.clone())
        .send(&merchant.client)
        .await
        .unwrap();

    let found = ListIdentityVerificationSession::new()
        .status(Status::RequiresInput)
        .created(RangeQueryTs::Bounds(RangeBoundsTs {
            gte: Some(related.created),
            lte: Some(canceled.created),
            ..RangeBoundsTs::default()
        }))
        .send(&merchant.client)
        .await
        .unwrap();
    let ids: Vec<_> = found.data.iter().map(|session| &session.id).collect();
    assert_eq!(ids, [&waiting.id, &related.id]);
    let later = ListIdentityVerificationSession::new()
        .created(RangeQueryTs::gt(canceled.created))
        .send(&merchant.client)
        .await
        .unwrap();
    assert!(later.data.is_empty() && !later.has_more);
}

#[tokio::test]
async fn a_canceled_session_can_be_redacted() {
    let merchant = Merchant::start().await;
    let session = document_session()
        .client_reference_id("customer 17")
        .send(&merchant.client)
        .await
        .unwrap();
    let canceled = CancelIdentityVerificationSession::new(session.id.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(canceled.status, Status::Canceled);
    assert_eq!(canceled.url, None);
    assert_eq!(canceled.client_secret, None);

    let redacted = RedactIdentityVerificationSession::new(session.id)
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(redacted.status, Status::Canceled);
    let redaction = redacted.redaction.unwrap().status;
    assert_eq!(redaction, VerificationSessionRedactionStatus::Processing);
}
