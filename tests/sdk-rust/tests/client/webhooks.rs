//! Deliveries over HTTP, as the library's signature check sees them.

use sdk_rust_tests::Merchant;
use stripe_misc::IdentityVerificationSessionStatus as Status;
use stripe_misc::identity_verification_session::{
    CancelIdentityVerificationSession, RedactIdentityVerificationSession,
};
use stripe_webhook::{EventObject, EventType, Webhook, WebhookError};

#[tokio::test]
async fn each_step_is_announced_in_order_and_signed() {
    let merchant = Merchant::start().await;
    let session = merchant.create_session(false).await;
    CancelIdentityVerificationSession::new(session.id.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    RedactIdentityVerificationSession::new(session.id.clone())
        .send(&merchant.client)
        .await
        .unwrap();

    let events = merchant.events(&session.id, 3).await;
    let types: Vec<_> = events.iter().map(|event| event.type_.clone()).collect();
    assert_eq!(
        types,
        [
            EventType::IdentityVerificationSessionCreated,
            EventType::IdentityVerificationSessionCanceled,
            EventType::IdentityVerificationSessionRedacted,
        ]
    );
    let EventObject::IdentityVerificationSessionCreated(created) = &events[0].data.object else {
        panic!("{events:?}");
    };
    assert_eq!(created.id, session.id);
    assert_eq!(created.status, Status::RequiresInput);
    let EventObject::IdentityVerificationSessionCanceled(canceled) = &events[1].data.object else {
        panic!("{events:?}");
    };
    assert_eq!(canceled.status, Status::Canceled);
    let EventObject::IdentityVerificationSessionRedacted(redacted) = &events[2].data.object else {
        panic!("{events:?}");
    };
    assert!(redacted.redaction.is_some());
    for event in &events {
        assert!(!event.livemode);
        assert!(event.api_version.is_some());
    }
    assert!(events[0].request.as_ref().unwrap().id.is_some());
}

#[tokio::test]
async fn neither_another_secret_nor_another_body_is_accepted() {
    let merchant = Merchant::start().await;
    let session = merchant.create_session(false).await;
    let [delivery] = &merchant.receiver.wait_for(session.id.as_str(), 1).await[..] else {
        panic!("one delivery was asked for");
    };
    let other = format!("whsec_{}", "0".repeat(32));
    let refused = Webhook::construct_event(&delivery.body, &delivery.signature, &other);
    assert!(
        matches!(refused, Err(WebhookError::BadSignature)),
        "{refused:?}"
    );
    let forged = delivery.body.replace("requires_input", "verified");
    assert_ne!(forged, delivery.body);
    let refused = Webhook::construct_event(&forged, &delivery.signature, &merchant.webhook_secret);
    assert!(
        matches!(refused, Err(WebhookError::BadSignature)),
        "{refused:?}"
    );
}
