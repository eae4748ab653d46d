//! Events as the API keeps them.

use futures::TryStreamExt;
use sdk_rust_tests::Merchant;
use stripe_core::event::{ListEvent, RetrieveEvent};
use stripe_misc::identity_verification_session::CancelIdentityVerificationSession;
use stripe_shared::event::EventType;

#[tokio::test]
async fn what_was_delivered_can_be_listed_and_retrieved() {
    let merchant = Merchant::start().await;
    let session = merchant.create_session(false).await;
    CancelIdentityVerificationSession::new(session.id.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    let delivered = merchant.events(&session.id, 2).await;

    let listed: Vec<_> = ListEvent::new()
        .limit(1)
        .paginate()
        .stream(&merchant.client)
        .try_collect()
        .await
        .unwrap();
    let ids: Vec<_> = listed.iter().map(|event| &event.id).collect();
    assert_eq!(ids, [&delivered[1].id, &delivered[0].id]);

    let canceled = ListEvent::new()
        .types([EventType::IdentityVerificationSessionCanceled
            .as_str()
            .to_owned()])
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(canceled.data.len(), 1);
    assert_eq!(canceled.data[0].id, delivered[1].id);

    let retrieved = RetrieveEvent::new(delivered[0].id.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(
        retrieved.type_,
        EventType::IdentityVerificationSessionCreated
    );
    assert_eq!(retrieved.created, delivered[0].created);
}
