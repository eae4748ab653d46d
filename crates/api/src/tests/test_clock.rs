//! The time of a test session, moved forward.

use identity::{KeyKind, LinkTokenKind, Mode, NewKey, Permission, Verdict, VerifiedOutputs};
use serde_json::{Value, json};

use super::harness::{SESSIONS, Server};
use super::sensitive::passing_report;

const HOUR: i64 = 3600;

fn path(id: &str) -> String {
    format!("/v1/test_helpers/identity/verification_sessions/{id}/advance")
}

async fn advance(server: &Server, id: &str, seconds: i64) -> Value {
    let form = format!("seconds={seconds}");
    server.post(&path(id), &form).await.ok()
}

#[tokio::test]
async fn links_expire_and_fresh_ones_come() {
    let server = Server::start().await;
    let id = server.session().await;
    let before = server.get(&format!("{SESSIONS}/{id}")).await.ok();
    let token = |shown: &Value| {
        let url = shown["url"].as_str().unwrap();
        url.rsplit('/').next().unwrap().to_owned()
    };
    let after = advance(&server, &id, 48 * HOUR).await;
    assert_ne!(before["url"], after["url"]);
    assert_eq!(before["created"], after["created"]);
    server
        .change(&id, async |services, _, opened| {
            for (shown, is_over) in [(&before, true), (&after, false)] {
                let link = services.read_token(&token(shown)).unwrap();
                assert_eq!(link.kind, LinkTokenKind::Url);
                assert_eq!(services.has_expired(&opened.session, &link), is_over);
            }
        })
        .await;
}

#[tokio::test]
async fn an_attempt_that_was_begun_is_abandoned_after_three_days() {
    let server = Server::start().await;
    let id = server.session().await;
    let untouched = advance(&server, &id, 100 * HOUR).await;
    assert_eq!(untouched["last_error"], Value::Null);
    server
        .change(&id, async |services, unit, opened| {
            services.spend_links(&mut opened.session).unwrap();
            services.write(unit, opened).await.unwrap();
        })
        .await;
    let early = advance(&server, &id, 71 * HOUR).await;
    assert_eq!(early["last_error"], Value::Null);
    let over = advance(&server, &id, HOUR).await;
    assert_eq!(over["status"], "requires_input");
    assert_eq!(over["last_error"]["code"], "abandoned");
    assert!(over["url"].is_string());
    let events = server.get("/v1/events").await.ok();
    let newest = &events["data"][0];
    assert_eq!(
        newest["type"],
        "identity.verification_session.requires_input"
    );
    assert_eq!(newest["data"]["object"]["last_error"]["code"], "abandoned");
    let later = advance(&server, &id, 100 * HOUR).await;
    assert_eq!(later["last_error"]["code"], "abandoned");
    let events = server.get("/v1/events").await.ok();
    assert_eq!(events["data"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn housekeeping_finds_who_let_three_days_pass() {
    let server = Server::start().await;
    let (begun, untouched) = (server.session().await, server.session().await);
    server
        .change(&begun, async |services, unit, opened| {
            services.spend_links(&mut opened.session).unwrap();
            services.write(unit, opened).await.unwrap();
        })
        .await;
    for (hours, codes) in [
        (71, [Value::Null, Value::Null]),
        (1, [json!("abandoned"), Value::Null]),
    ] {
        server.clock.advance(hours * HOUR);
        server.services.end_abandoned_attempts().await.unwrap();
        for (id, code) in [&begun, &untouched].into_iter().zip(codes) {
            let shown = server.get(&format!("{SESSIONS}/{id}")).await.ok();
            assert_eq!(shown["last_error"]["code"], code, "{hours}");
        }
    }
}

#[tokio::test]
async fn recent_results_grow_old_and_keys_of_persons_end() {
    let server = Server::start().await;
    let id = server.session().await;
    server
        .change(&id, async |services, unit, opened| {
            services.submit(unit, opened).await.unwrap();
            let report = passing_report(opened, services.random.as_ref(), Vec::new());
            let outputs = Some(VerifiedOutputs::default());
            services
                .conclude(unit, opened, &report, Verdict::Verified, outputs)
                .await
                .unwrap();
        })
        .await;
    let key = server
        .key(
            KeyKind::Restricted,
            &[Permission::Read, Permission::SensitiveResults],
            &[],
        )
        .await;
    let sensitive = format!("{SESSIONS}/{id}?expand[]=verified_outputs.dob");
    let reports = "/v1/identity/verification_reports?expand[]=data.document.number";
    for path in [sensitive.as_str(), reports] {
        server.get_with(&key, path).await.ok();
    }
    let headers = [("stripe-version", "2026-10-28.endive")];
    let form = format!("verification_session={id}");
    let made = server
        .post_with(&server.secret, "/v1/ephemeral_keys", &form, &headers)
        .await
        .ok();
    advance(&server, &id, 48 * HOUR).await;
    for path in [sensitive.as_str(), reports] {
        let refused = server.get_with(&key, path).await;
        assert_eq!(refused.status, 403, "{path}");
    }
    let secret = made["secret"].as_str().unwrap();
    let ended = server
        .upload(secret, &[("purpose", "identity_private")], Some(b"x"), &[])
        .await;
    assert_eq!(ended.status, 401);
}

#[tokio::test]
async fn time_moves_forward_in_test_mode_alone() {
    let server = Server::start().await;
    let id = server.session().await;
    for (form, code) in [
        ("", "parameter_missing"),
        ("seconds=0", "parameter_invalid_integer"),
        ("seconds=-1", "parameter_invalid_integer"),
        ("seconds=31536001", "parameter_invalid_integer"),
        ("seconds=soon", "parameter_invalid_integer"),
    ] {
        let refused = server.post(&path(&id), form).await;
        let expected = (400, code.to_owned(), "seconds".to_owned());
        assert_eq!(refused.refusal(), expected, "{form}");
    }
    let missing = server.post(&path("vs_1"), "seconds=1").await;
    assert_eq!(missing.status, 404);

    let new = NewKey::generate(
        server.services.random.as_ref(),
        server.scope.account.clone(),
        Mode::Live,
        KeyKind::Secret,
        Vec::new(),
        Vec::new(),
        server.services.now(),
    );
    let mut unit = server.unit().await;
    unit.insert_api_key(&new.key).await.unwrap();
    unit.save().await.unwrap();
    let live = server
        .post_with(&new.text, &path(&id), "seconds=1", &[])
        .await;
    assert_eq!(live.status, 404);
    let message = live.json()["error"]["message"].clone();
    assert_eq!(
        message,
        json!("The time of sessions moves in test mode alone.")
    );
}
