//! Ephemeral keys: what a back end hands to its app.

use sdk_rust_tests::Merchant;
use stripe_misc::ephemeral_key::{CreateEphemeralKey, DeleteEphemeralKey};

#[tokio::test]
async fn an_ephemeral_key_opens_its_session_until_it_is_deleted() {
    let merchant = Merchant::start().await;
    let session = merchant.create_session(false).await;
    let key = CreateEphemeralKey::new()
        .verification_session(session.id.as_str())
        .send(&merchant.client)
        .await
        .unwrap();
    assert!(key.expires > key.created);
    assert!(!key.livemode);
    let secret = key.secret.unwrap();
    assert!(secret.starts_with("ek_test_"));

    let page = format!(
        "{}/v1/identity/verification_pages/{}",
        merchant.server.url, session.id
    );
    let read = || {
        reqwest::Client::new()
            .get(&page)
            .bearer_auth(&secret)
            .send()
    };
    assert_eq!(read().await.unwrap().status(), 200);
    let deleted = DeleteEphemeralKey::new(key.id.clone())
        .send(&merchant.client)
        .await
        .unwrap();
    assert_eq!(deleted.id, key.id);
    assert_eq!(read().await.unwrap().status(), 401);
}
