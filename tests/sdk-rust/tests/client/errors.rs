//! What is refused, as the library's error type shows it.

use std::fmt::Debug;

use sdk_rust_tests::{Server, connect, document_session};
use stripe::{
    ApiErrors, ApiErrorsCode, ApiErrorsType, Client, IdempotencyKey, RequestStrategy, StripeError,
    StripeRequest,
};
use stripe_misc::identity_verification_session::{
    CancelIdentityVerificationSession, CreateIdentityVerificationSession,
    ListIdentityVerificationSession, RetrieveIdentityVerificationSession,
};

/// The refusal, and its status.
fn refusal<T: Debug>(answer: Result<T, StripeError>) -> (Box<ApiErrors>, u16) {
    match answer {
        Err(StripeError::Stripe(error, status)) => (error, status),
        other => panic!("not a refusal: {other:?}"),
    }
}

async fn server() -> (Server, Client) {
    let server = Server::start().await;
    let client = connect(&server.url, &server.keys.secret);
    (server, client)
}

#[tokio::test]
async fn an_unknown_session_is_missing() {
    let (_server, client) = server().await;
    let answer = RetrieveIdentityVerificationSession::new("vs_doesnotexist")
        .send(&client)
        .await;
    let (error, status) = refusal(answer);
    assert_eq!(status, 404);
    assert_eq!(error.type_, ApiErrorsType::InvalidRequestError);
    assert_eq!(error.code, Some(ApiErrorsCode::ResourceMissing));
    assert!(error.message.unwrap().contains("vs_doesnotexist"));
    assert!(error.param.is_some());
}

#[tokio::test]
async fn parameters_are_named_in_refusals() {
    let (_server, client) = server().await;
    let (error, status) = refusal(CreateIdentityVerificationSession::new().send(&client).await);
    assert_eq!(status, 400);
    assert_eq!(error.code, Some(ApiErrorsCode::ParameterMissing));
    assert_eq!(error.param.as_deref(), Some("type"));

    let answer = ListIdentityVerificationSession::new()
        .limit(1000)
        .send(&client)
        .await;
    let (error, status) = refusal(answer);
    assert_eq!(status, 400);
    assert_eq!(error.type_, ApiErrorsType::InvalidRequestError);
    assert_eq!(error.param.as_deref(), Some("limit"));
}

#[tokio::test]
async fn a_session_is_canceled_once() {
    let (_server, client) = server().await;
    let session = document_session().send(&client).await.unwrap();
    let cancel = CancelIdentityVerificationSession::new(session.id);
    cancel.send(&client).await.unwrap();
    let (error, status) = refusal(cancel.send(&client).await);
    assert_eq!(status, 400);
    assert_eq!(error.type_, ApiErrorsType::InvalidRequestError);
}

#[tokio::test]
async fn a_wrong_key_opens_nothing() {
    let (server, _) = server().await;
    let stranger = connect(&server.url, "sk_test_wrong");
    let (_, status) = refusal(document_session().send(&stranger).await);
    assert_eq!(status, 401);
}

#[tokio::test]
async fn a_request_repeated_with_its_key_is_answered_once() {
    let (_server, client) = server().await;
    let key = IdempotencyKey::new("order-4711").unwrap();
    let create = |reference: &str| {
        document_session()
            .client_reference_id(reference)
            .customize()
            .request_strategy(RequestStrategy::Idempotent(key.clone()))
            .send(&client)
    };
    let first = create("order-4711").await.unwrap();
    assert_eq!(create("order-4711").await.unwrap().id, first.id);
    let (error, status) = refusal(create("another").await);
    assert_eq!(status, 400);
    assert_eq!(error.type_, ApiErrorsType::IdempotencyError);
    let all = ListIdentityVerificationSession::new()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(all.data.len(), 1);
}
