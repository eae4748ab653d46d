use insta::assert_json_snapshot;
use serde_json::json;
use store::JobKind;

use super::harness::{SESSIONS, Server, scrub};

const ENDPOINTS: &str = "/v1/webhook_endpoints";
const NEW: &str = "url=https://a.example/hook&enabled_events[]=*&metadata[a]=1&description=x";

#[tokio::test]
async fn an_endpoint_shows_its_secret_once() {
    let server = Server::start().await;
    let created = server.post(ENDPOINTS, NEW).await.ok();
    assert_json_snapshot!(scrub(created.clone()));
    let path = format!("{ENDPOINTS}/{}", created["id"].as_str().unwrap());
    let shown = server.get(&path).await.ok();
    assert!(shown.get("secret").is_none());
    let form =
        "disabled=true&description=&enabled_events[0]=identity.verification_session.redacted";
    let updated = server.post(&path, form).await.ok();
    assert_eq!(
        (&updated["status"], &updated["description"]),
        (&json!("disabled"), &json!(null))
    );
    let expected = json!(["identity.verification_session.redacted"]);
    assert_eq!(updated["enabled_events"], expected);
    assert_eq!(
        server.get(ENDPOINTS).await.ok()["data"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_json_snapshot!("deleted_endpoint", scrub(server.delete(&path).await.ok()));
    assert_eq!(server.get(&path).await.refusal().0, 404);
}

#[tokio::test]
async fn endpoints_are_checked_by_name() {
    let server = Server::start().await;
    for (form, code, param) in [
        ("enabled_events[]=*", "parameter_missing", "url"),
        (
            "url=https://a.example",
            "parameter_missing",
            "enabled_events",
        ),
        ("url=nowhere&enabled_events[]=*", "url_invalid", "url"),
        (
            "url=https://a.example&enabled_events=*",
            "",
            "enabled_events",
        ),
        (
            "url=https://a.example&enabled_events[]=identity.verification_session.done",
            "",
            "enabled_events[0]",
        ),
        (
            "url=https://a.example&enabled_events[]=*&api_version=new",
            "",
            "api_version",
        ),
        (
            "url=https://a.example&enabled_events[]=*&connect=true",
            "",
            "connect",
        ),
    ] {
        let refusal = server.post(ENDPOINTS, form).await.refusal();
        assert_eq!(refusal, (400, code.to_owned(), param.to_owned()), "{form}");
    }
}

#[tokio::test]
async fn an_event_is_kept_and_enqueued_for_delivery() {
    let server = Server::start().await;
    server.post(ENDPOINTS, NEW).await.ok();
    let headers = [("idempotency-key", "k1")];
    let created = server
        .post_with(&server.secret, SESSIONS, "type=document", &headers)
        .await;
    let events = server.get("/v1/events").await.ok();
    let event = &events["data"][0];
    assert_json_snapshot!(scrub(event.clone()));
    assert_eq!(
        event["request"]["id"].as_str(),
        created.header("request-id")
    );
    assert_eq!(event["data"]["object"]["id"], created.json()["id"]);
    let path = format!("/v1/events/{}", event["id"].as_str().unwrap());
    assert_eq!(server.get(&path).await.ok(), *event);
    let mut unit = server.unit().await;
    assert_eq!(unit.count_jobs(JobKind::Deliver).await.unwrap(), 1);
}
