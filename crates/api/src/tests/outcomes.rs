//! Predefined outcomes, as back ends see them. Every answer is held against the contract.

use identity::{EventType, KeyKind, Permission};
use serde_json::{Value, json};
use sessions::Predefined;

use super::harness::{SESSIONS, Server};

const EVERYTHING: &str = "expand[]=verified_outputs.dob&expand[]=verified_outputs.id_number\
    &expand[]=last_verification_report.document.number\
    &expand[]=last_verification_report.document.dob\
    &expand[]=last_verification_report.id_number.dob\
    &expand[]=last_verification_report.evidence&expand[]=provided_details";

/// Creates a session that asks for everything, and ends its only submission.
async fn ended(server: &Server, outcome: Predefined) -> Value {
    let form = format!(
        "verification_flow=vf_whole&metadata[{}]={}&provided_details[email]=a@example.org",
        Predefined::KEY,
        outcome.name()
    );
    let created = server.post(SESSIONS, &form).await.ok();
    let id = created["id"].as_str().unwrap();
    server
        .change(id, async |services, unit, opened| {
            assert_eq!(Predefined::asked(&opened.session), Some(outcome));
            services.submit(unit, opened).await.unwrap();
            services.conclude_as(unit, opened, outcome).await.unwrap();
        })
        .await;
    let key = server
        .key(
            KeyKind::Restricted,
            &[Permission::Read, Permission::SensitiveResults],
            &[],
        )
        .await;
    let path = format!("{SESSIONS}/{id}?{EVERYTHING}");
    server.get_with(&key, &path).await.ok()
}

#[tokio::test]
async fn every_error_code_can_be_produced() {
    let server = Server::start().await;
    for outcome in Predefined::all() {
        let shown = ended(&server, outcome).await;
        if outcome == Predefined::Verified {
            assert_eq!(shown["status"], "verified");
            assert_eq!(shown["last_error"], Value::Null);
            assert_eq!(shown["verified_outputs"]["email"], "a@example.org");
        } else {
            assert_eq!(shown["status"], "requires_input");
            assert_eq!(shown["last_error"]["code"], outcome.name());
            assert_eq!(shown["verified_outputs"], Value::Null);
        }
    }
    let listed = server
        .get(&format!(
            "/v1/events?limit=100&type={}",
            EventType::Verified
        ))
        .await
        .ok();
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_outcome_fails_the_check_it_is_of() {
    let server = Server::start().await;
    let sections = async |name: &str| {
        let shown = ended(&server, Predefined::parse(name).unwrap()).await;
        let report = &shown["last_verification_report"];
        ["document", "selfie", "id_number", "email"].map(|section| {
            let section = &report[section];
            (
                section["status"] == "verified",
                section["error"]["code"].clone(),
            )
        })
    };
    let passes = (true, Value::Null);
    let fails = |code: &str| (false, json!(code));
    assert_eq!(
        sections("selfie_face_mismatch").await,
        [
            passes.clone(),
            fails("selfie_face_mismatch"),
            passes.clone(),
            passes.clone()
        ]
    );
    assert_eq!(
        sections("document_expired").await,
        [
            fails("document_expired"),
            fails("selfie_unverified_other"),
            fails("id_number_unverified_other"),
            fails("email_unverified_other")
        ]
    );
    let shown = ended(&server, Predefined::parse("consent_declined").unwrap()).await;
    assert_eq!(shown["last_verification_report"], Value::Null);
}

#[tokio::test]
async fn an_outcome_that_there_is_none_of_is_refused_by_name() {
    let server = Server::start().await;
    let form = "type=document&metadata[bonafide_outcome]=requires_input";
    let refused = server.post(SESSIONS, form).await;
    let param = "metadata[bonafide_outcome]".to_owned();
    assert_eq!(refused.refusal(), (400, String::new(), param.clone()));
    let message = refused.json()["error"]["message"].to_string();
    assert!(message.contains("`document_expired`"), "{message}");

    let id = server.session().await;
    let path = format!("{SESSIONS}/{id}");
    let refused = server.post(&path, "metadata[bonafide_outcome]=no").await;
    assert_eq!(refused.refusal(), (400, String::new(), param));
    let taken = "metadata[bonafide_outcome]=verified";
    assert_eq!(
        server.post(&path, taken).await.ok()["metadata"]["bonafide_outcome"],
        "verified"
    );
}

#[tokio::test]
async fn a_level_of_liveness_is_asked_for_by_name() {
    let server = Server::start().await;
    let refused = server
        .post(SESSIONS, "type=document&metadata[bonafide_liveness]=off")
        .await;
    let param = "metadata[bonafide_liveness]".to_owned();
    assert_eq!(refused.refusal(), (400, String::new(), param));
    let message = refused.json()["error"]["message"].to_string();
    assert!(message.contains("`passive`"), "{message}");
    let form = "type=document&metadata[bonafide_liveness]=passive";
    server.post(SESSIONS, form).await.ok();
}
