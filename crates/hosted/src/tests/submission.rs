use http::StatusCode;
use identity::{ErrorCode, LastError, Reason, VerificationSession};

use super::world::World;

fn unreadable() -> LastError {
    LastError {
        code: ErrorCode::DocumentUnverifiedOther,
        reason: Reason::DocumentUnreadable,
    }
}

#[tokio::test]
async fn what_is_incomplete_is_not_submitted() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    client.side("front", false).await;
    let refused = client.post("submit", "").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    insta::assert_json_snapshot!("incomplete", refused.body, {
        ".error.request_log_url" => "url",
    });
    assert_eq!(world.verify_jobs().await, 0);
}

#[tokio::test]
async fn a_submission_happens_once() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    let submitted = client.complete().await;
    insta::assert_json_snapshot!("submitted", submitted.body, { ".id" => "vs" });
    assert_eq!(client.post("submit", "").await.body, submitted.body);
    assert_eq!(client.consent().await.body, submitted.body);
    assert_eq!(client.side("front", false).await.body, submitted.body);
    assert_eq!(world.verify_jobs().await, 1);
    let told = [
        "identity.verification_session.created",
        "identity.verification_session.processing",
    ];
    assert_eq!(world.events(&session.id).await, told);
    let page = client.page().await;
    assert_eq!(page.body["status"], "processing");
    assert!(page.missing().is_empty());
}

#[tokio::test]
async fn after_the_last_failure_the_session_is_closed() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    for attempt in 1..=VerificationSession::SUBMISSION_LIMIT {
        assert_eq!(client.complete().await.body["status"], "processing");
        world.fail(&session.id, unreadable()).await;
        let page = client.page().await;
        let last = attempt == VerificationSession::SUBMISSION_LIMIT;
        assert_eq!(page.body["outcome"]["can_retry"], !last);
        assert_eq!(page.body["closed"], last);
        assert_eq!(page.body["submitted"], last);
        assert_eq!(page.missing().is_empty(), last);
    }
    let closed = client.complete().await;
    assert_eq!(closed.status, StatusCode::OK);
    assert_eq!(closed.body["status"], "requires_input");
    assert_eq!(closed.body["closed"], true);
    assert_eq!(
        world.opened(&session.id).await.session.submissions,
        VerificationSession::SUBMISSION_LIMIT
    );
}
