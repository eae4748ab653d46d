//! A permission gives what it names.

use http::Method;
use identity::{KeyKind, Permission};
use serde_json::json;

use super::harness::{SESSIONS, Server};
use super::sensitive::verified;

#[tokio::test]
async fn seeing_sensitive_results_changes_nothing() {
    let server = Server::start().await;
    let (id, _) = verified(&server).await;
    let open = server.session().await;
    let endpoint = server
        .post(
            "/v1/webhook_endpoints",
            "url=https://a.example&enabled_events[]=*",
        )
        .await
        .ok();
    let endpoint = format!("/v1/webhook_endpoints/{}", endpoint["id"].as_str().unwrap());
    let viewer = [Permission::Read, Permission::SensitiveResults];
    let viewer = server.key(KeyKind::Restricted, &viewer, &[]).await;
    let key_for = format!("verification_session={open}");
    for (path, form) in [
        (SESSIONS.to_owned(), "type=document"),
        (format!("{SESSIONS}/{open}"), "metadata[a]=b"),
        (format!("{SESSIONS}/{open}/cancel"), ""),
        (format!("{SESSIONS}/{id}/redact"), ""),
        ("/v1/ephemeral_keys".to_owned(), key_for.as_str()),
        (
            "/v1/webhook_endpoints".to_owned(),
            "url=https://a.example&enabled_events[]=*",
        ),
        (endpoint.clone(), "disabled=true"),
        (
            format!("/v1/test_helpers/identity/verification_sessions/{open}/advance"),
            "seconds=1",
        ),
    ] {
        let version = [("stripe-version", "2026-10-28.endive")];
        let refused = server.post_with(&viewer, &path, form, &version).await;
        assert_eq!(refused.refusal().0, 403, "{path}");
    }
    let delete = Server::request(Method::DELETE, &endpoint, &viewer);
    let refused = server.send(delete.body("".into()).unwrap()).await;
    assert_eq!(refused.refusal().0, 403);
    let upload = [("purpose", "dispute_evidence")];
    let refused = server.upload(&viewer, &upload, Some(b"%PDF-"), &[]).await;
    assert_eq!(refused.refusal().0, 403);
    let shown = format!("{SESSIONS}/{id}?expand[]=verified_outputs.dob");
    assert_eq!(server.get_with(&viewer, &shown).await.status, 200);
}

#[tokio::test]
async fn who_may_not_write_sees_no_way_into_a_session() {
    let server = Server::start().await;
    let id = server.session().await;
    let one = format!("{SESSIONS}/{id}");
    let views = [
        one.clone(),
        format!("{one}?expand[]=provided_details"),
        SESSIONS.to_owned(),
        format!("{SESSIONS}?expand[]=data.provided_details"),
    ];
    let of = |shown: serde_json::Value| match shown.get("data") {
        Some(data) => data[0].clone(),
        None => shown,
    };
    for (permission, sees) in [
        (Permission::Read, false),
        (Permission::SensitiveResults, false),
        (Permission::Write, true),
    ] {
        let key = server.key(KeyKind::Restricted, &[permission], &[]).await;
        for view in &views {
            let shown = of(server.get_with(&key, view).await.ok());
            for link in ["url", "client_secret"] {
                assert_eq!(
                    shown[link] != json!(null),
                    sees,
                    "{permission} {view} {link}"
                );
            }
        }
    }
    let shown = of(server.get(SESSIONS).await.ok());
    assert!(shown["url"].is_string() && shown["client_secret"].is_string());
}
