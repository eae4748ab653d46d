use axum::body::Body;
use http::{Method, Request};
use identity::{KeyKind, Mode, Permission};
use insta::assert_json_snapshot;
use serde_json::json;

use super::harness::{Answer, SESSIONS, Server, scrub};

fn shape(answer: &Answer) -> serde_json::Value {
    assert!(answer.header("request-id").unwrap().starts_with("req_"));
    json!({ "status": answer.status.as_u16(), "body": scrub(answer.json()) })
}

#[tokio::test]
async fn every_kind_of_error_has_stripes_shape() {
    let server = Server::start().await;
    let bare = |path: &str| Request::builder().uri(path).body(Body::empty()).unwrap();
    assert_json_snapshot!("no_key", shape(&server.send(bare(SESSIONS)).await));
    let unknown = server.get_with("sk_test_nonsense", SESSIONS).await;
    assert_json_snapshot!("unknown_key", shape(&unknown));
    let publishable = server.key(KeyKind::Publishable, &[], &[]).await;
    let refused = server.get_with(&publishable, SESSIONS).await;
    assert_json_snapshot!("publishable_key", shape(&refused));
    let reader = server
        .key(KeyKind::Restricted, &[Permission::Read], &[])
        .await;
    let refused = server
        .post_with(&reader, SESSIONS, "type=document", &[])
        .await;
    assert_json_snapshot!("permission", shape(&refused));
    let missing = server.get(&format!("{SESSIONS}/vs_missing")).await;
    assert_json_snapshot!("resource_missing", shape(&missing));
    assert_json_snapshot!("unknown_url", shape(&server.get("/v1/charges").await));
    assert_json_snapshot!("wrong_method", shape(&server.delete(SESSIONS).await));
    let unknown = server
        .post(SESSIONS, "type=document&options[document][foo]=1")
        .await;
    assert_json_snapshot!("parameter_unknown", shape(&unknown));
}

#[tokio::test]
async fn bodies_of_other_kinds_and_sizes_are_refused() {
    let server = Server::start().await;
    let request = Server::request(Method::POST, SESSIONS, &server.secret);
    let request = request.header("content-type", "application/json");
    let answer = server.send(request.body(Body::from("{}")).unwrap()).await;
    assert_eq!(answer.refusal().0, 415);
    let large = format!("type=document&client_reference_id={}", "x".repeat(600_000));
    assert_eq!(server.post(SESSIONS, &large).await.refusal().0, 413);
    let request = Server::request(Method::POST, "/v1/files", &server.secret);
    let answer = server.send(request.body(Body::from("x")).unwrap()).await;
    assert_eq!(answer.refusal().0, 415);
}

#[tokio::test]
async fn versions_are_checked_for_their_form_and_echoed() {
    let server = Server::start().await;
    let version = |text: &'static str| {
        let request = Server::request(Method::GET, SESSIONS, &server.secret);
        server.send(
            request
                .header("stripe-version", text)
                .body(Body::empty())
                .unwrap(),
        )
    };
    let answer = version("2020-08-27; identity_client_api=v7").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("stripe-version"),
        Some("2020-08-27; identity_client_api=v7")
    );
    assert_eq!(version("newest").await.refusal().0, 400);
}

#[tokio::test]
async fn the_key_may_come_as_a_user_name() {
    let server = Server::start().await;
    let encoded = {
        use base64::Engine as _;
        base64::engine::general_purpose::STANDARD.encode(format!("{}:", server.secret))
    };
    let request = Request::builder()
        .uri(SESSIONS)
        .header("authorization", format!("Basic {encoded}"))
        .body(Body::empty())
        .unwrap();
    assert_eq!(server.send(request).await.status, 200);
}

#[tokio::test]
async fn keys_open_their_own_world_alone() {
    let server = Server::start().await;
    let id = server.session().await;
    let live = server
        .key_in(&server.scope.account, Mode::Live, KeyKind::Secret, &[], &[])
        .await;
    let missing = server.get_with(&live, &format!("{SESSIONS}/{id}")).await;
    assert_eq!(
        missing.refusal(),
        (404, "resource_missing".to_owned(), "session".to_owned())
    );
    let created = server
        .post_with(&live, SESSIONS, "type=document", &[])
        .await
        .ok();
    assert_eq!(created["livemode"], true);

    let other = [("stripe-account", "acct_other")];
    let refused = server
        .post_with(&server.secret, SESSIONS, "type=document", &other)
        .await;
    assert_eq!(refused.refusal().0, 403);
    let own = [("stripe-account", server.scope.account.as_str())];
    let taken = server
        .post_with(&server.secret, SESSIONS, "type=document", &own)
        .await;
    assert_eq!(taken.status, 200);
}

#[tokio::test]
async fn revoked_keys_and_keys_from_elsewhere_are_refused() {
    let server = Server::start().await;
    let elsewhere = server
        .key(KeyKind::Restricted, &[Permission::Read], &["192.0.2.0/24"])
        .await;
    assert_eq!(server.get_with(&elsewhere, SESSIONS).await.refusal().0, 403);
    let here = server
        .key(KeyKind::Restricted, &[Permission::Read], &["10.0.0.0/8"])
        .await;
    assert_eq!(server.get_with(&here, SESSIONS).await.status, 200);

    let mut unit = server.unit().await;
    let hash = identity::secret_hash(&here);
    let key = unit.api_key_by_hash(&hash).await.unwrap().unwrap();
    assert!(
        unit.revoke_api_key(&key.id, super::harness::NOW)
            .await
            .unwrap()
    );
    unit.save().await.unwrap();
    let refused = server.get_with(&here, SESSIONS).await;
    assert_eq!(
        refused.refusal(),
        (401, "api_key_expired".to_owned(), String::new())
    );
}

#[tokio::test]
async fn failures_of_ours_say_nothing_of_what_happened() {
    use tower::ServiceExt as _;
    use wire::{ApiError, Host, Operation};

    async fn panics() -> &'static str {
        panic!("inner workings")
    }
    async fn fails() -> ApiError {
        ApiError::internal("inner workings")
    }
    let server = Server::start().await;
    let surface = crate::surface()
        .serve(
            Method::GET,
            "/v1/panics",
            panics,
            Operation::open("GetPanics", "Panic"),
        )
        .serve(
            Method::GET,
            "/v1/fails",
            fails,
            Operation::open("GetFails", "Fail"),
        );
    let router = wire::assemble(Host::new(server.services.clone()), surface);
    for path in ["/v1/panics", "/v1/fails"] {
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), 500);
        assert!(response.headers().contains_key("request-id"));
        let body = axum::body::to_bytes(response.into_body(), 10_000)
            .await
            .unwrap();
        let error: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(error["error"]["type"], "api_error");
        assert!(!String::from_utf8_lossy(&body).contains("inner workings"));
    }
}

#[tokio::test]
async fn the_log_url_of_an_error_says_where_to_look() {
    let server = Server::start().await;
    let refused = server.get("/v1/events?limit=0").await;
    let url = refused.json()["error"]["request_log_url"].clone();
    let path = url.as_str().unwrap().strip_prefix("http://host.test");
    let page = server.get(path.unwrap()).await;
    assert_eq!(page.status, 200);
    let text = String::from_utf8(page.bytes).unwrap();
    let id = refused.header("request-id").unwrap();
    assert!(text.contains(id), "{text}");
    assert_eq!(server.get("/test/logs/x").await.status, 404);
}
