use serde_json::json;

use super::harness::{SESSIONS, Server};

const KEY: (&str, &str) = ("idempotency-key", "k1");

#[tokio::test]
async fn a_repetition_is_answered_as_the_first_was() {
    let server = Server::start().await;
    let send = |form: &'static str| server.post_with(&server.secret, SESSIONS, form, &[KEY]);
    let first = send("type=document&metadata[a]=1").await;
    assert_eq!(first.header("idempotency-key"), Some("k1"));
    assert_eq!(first.header("idempotent-replayed"), None);
    // The same parameters in another spelling and order.
    let second = send("metadata%5Ba%5D=1&type=document").await;
    assert_eq!(second.header("idempotent-replayed"), Some("true"));
    assert_eq!(second.header("idempotency-key"), Some("k1"));
    assert_eq!((second.status, &second.bytes), (first.status, &first.bytes));
    let listed = server.get(SESSIONS).await.ok();
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn another_request_under_the_same_key_is_refused() {
    let server = Server::start().await;
    let id = server.session().await;
    let first = server
        .post_with(&server.secret, SESSIONS, "type=document", &[KEY])
        .await;
    assert_eq!(first.status, 200);
    let cancel = format!("{SESSIONS}/{id}/cancel");
    for (path, form) in [(SESSIONS, "type=id_number"), (&cancel, "")] {
        let refused = server.post_with(&server.secret, path, form, &[KEY]).await;
        assert_eq!(refused.status, 400);
        assert_eq!(refused.json()["error"]["type"], "idempotency_error");
    }
}

#[tokio::test]
async fn refusals_of_parameters_are_forgotten_and_refusals_of_states_kept() {
    let server = Server::start().await;
    let send = |form: &'static str| server.post_with(&server.secret, SESSIONS, form, &[KEY]);
    assert_eq!(send("type=nonsense").await.status, 400);
    let created = send("type=document").await;
    assert_eq!(created.status, 200);

    let id = created.json()["id"].as_str().unwrap().to_owned();
    let cancel = format!("{SESSIONS}/{id}/cancel");
    assert_eq!(server.post(&cancel, "").await.status, 200);
    let other = [("idempotency-key", "k2")];
    let first = server.post_with(&server.secret, &cancel, "", &other).await;
    let second = server.post_with(&server.secret, &cancel, "", &other).await;
    assert_eq!(first.status, 400);
    assert_eq!(second.header("idempotent-replayed"), Some("true"));
    assert_eq!(second.json(), first.json());
}

#[tokio::test]
async fn after_a_day_a_key_is_new_again() {
    let server = Server::start().await;
    let send = || server.post_with(&server.secret, SESSIONS, "type=document", &[KEY]);
    let first = send().await.ok();
    server.clock.advance(24 * 3600 - 1);
    assert_eq!(send().await.ok()["id"], first["id"]);
    server.clock.advance(1);
    assert_ne!(send().await.ok()["id"], first["id"]);
}

#[tokio::test]
async fn requests_that_race_make_one_object() {
    let server = Server::start().await;
    let send = || server.post_with(&server.secret, SESSIONS, "type=document", &[KEY]);
    let (a, b, c, d) = tokio::join!(send(), send(), send(), send());
    let ids: Vec<_> = [a, b, c, d]
        .iter()
        .map(|answer| answer.ok()["id"].clone())
        .collect();
    assert!(ids.iter().all(|id| *id == ids[0]));
    let listed = server.get(SESSIONS).await.ok();
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
    assert_eq!(listed["has_more"], json!(false));
}

#[tokio::test]
async fn another_api_key_gets_no_replay() {
    let server = Server::start().await;
    let first = server
        .post_with(&server.secret, SESSIONS, "type=document", &[KEY])
        .await;
    assert_eq!(first.status, 200);
    let other = server.key(identity::KeyKind::Secret, &[], &[]).await;
    let refused = server
        .post_with(&other, SESSIONS, "type=document", &[KEY])
        .await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn keys_have_a_limit() {
    let server = Server::start().await;
    let long = "k".repeat(256);
    let header = [("idempotency-key", long.as_str())];
    let refused = server
        .post_with(&server.secret, SESSIONS, "type=document", &header)
        .await;
    assert_eq!(refused.refusal().0, 400);
}

#[tokio::test]
async fn a_kept_answer_is_redacted_with_its_session() {
    let server = Server::start().await;
    let form = "type=document&metadata[name]=Mustermann&expand[]=provided_details\
                &provided_details[email]=ann@example.org";
    let send = || server.post_with(&server.secret, SESSIONS, form, &[KEY]);
    let first = send().await.ok();
    assert_eq!(first["provided_details"]["email"], "ann@example.org");
    let id = first["id"].as_str().unwrap();
    let path = format!("{SESSIONS}/{id}");
    server.post(&format!("{path}/redact"), "").await.ok();
    let again = send().await;
    let replayed = again.header("idempotent-replayed").map(str::to_owned);
    let again = again.ok();
    assert_eq!(replayed.as_deref(), Some("true"));
    assert_eq!(again["id"], id);
    assert_eq!(again["metadata"], json!({}));
    assert_eq!(again["redaction"]["status"], "processing");
    assert!(!again.to_string().contains("example.org"));
    let listed = server.get(SESSIONS).await.ok();
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
}
