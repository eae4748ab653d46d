use insta::assert_json_snapshot;
use serde_json::json;

use super::harness::{SESSIONS, Server, scrub};

const EVERYTHING: &str = "type=document&metadata[user_id]=u%201%262\
    &options[document][allowed_types][0]=passport&options[document][allowed_types][]=id_card\
    &options[document][require_matching_selfie]=true&provided_details[email]=a%2Bb%40x.io\
    &client_reference_id=ref&related_customer=cus_1&return_url=https://a.example/back\
    &related_person[account]=acct_1&related_person[person]=person_1";

#[tokio::test]
async fn a_session_is_created_as_stripe_shows_it() {
    let server = Server::start().await;
    let answer = server.post(SESSIONS, EVERYTHING).await;
    assert_json_snapshot!(scrub(answer.ok()));
    assert!(answer.header("request-id").unwrap().starts_with("req_"));
    assert_eq!(answer.header("stripe-version"), Some(identity::API_VERSION));
}

#[tokio::test]
async fn a_session_with_nothing_said_has_every_key_nonetheless() {
    let server = Server::start().await;
    assert_json_snapshot!(scrub(server.post(SESSIONS, "type=document").await.ok()));
}

#[tokio::test]
async fn what_is_expand_only_shows_when_asked_for() {
    let server = Server::start().await;
    let form = format!("{EVERYTHING}&expand[]=provided_details&expand[]=verified_outputs");
    let created = server.post(SESSIONS, &form).await.ok();
    assert_eq!(created["provided_details"], json!({ "email": "a+b@x.io" }));
    assert_eq!(created["verified_outputs"], json!(null));
    assert!(
        created
            .as_object()
            .unwrap()
            .contains_key("verified_outputs")
    );
}

#[tokio::test]
async fn an_update_merges_and_empty_values_unset() {
    let server = Server::start().await;
    let created = server.post(SESSIONS, EVERYTHING).await.ok();
    let path = format!("{SESSIONS}/{}", created["id"].as_str().unwrap());
    let form = "metadata[user_id]=&metadata[a]=1&options[document][require_live_capture]=true\
                &options[document][allowed_types]=&provided_details[phone]=%2B41790000000\
                &expand[]=provided_details";
    let updated = server.post(&path, form).await.ok();
    assert_eq!(updated["metadata"], json!({ "a": "1" }));
    let document = json!({ "require_live_capture": true, "require_matching_selfie": true });
    assert_eq!(updated["options"]["document"], document);
    let details = json!({ "email": "a+b@x.io", "phone": "+41790000000" });
    assert_eq!(updated["provided_details"], details);

    let cleared = server
        .post(&path, "metadata=&options[document]=")
        .await
        .ok();
    assert_eq!(cleared["metadata"], json!({}));
    assert_eq!(cleared["options"], json!({ "document": {} }));
    assert_eq!(server.get(&path).await.ok()["metadata"], json!({}));
}

#[tokio::test]
async fn a_canceled_session_stays_canceled() {
    let server = Server::start().await;
    let path = format!("{SESSIONS}/{}", server.session().await);
    let canceled = server.post(&format!("{path}/cancel"), "").await.ok();
    assert_eq!(canceled["status"], "canceled");
    assert_eq!(
        (&canceled["url"], &canceled["client_secret"]),
        (&json!(null), &json!(null))
    );
    let again = server.post(&format!("{path}/cancel"), "").await;
    assert_eq!(
        again.refusal(),
        (400, "status_transition_invalid".to_owned(), String::new())
    );
    let updated = server.post(&path, "metadata[a]=1").await;
    assert_eq!(updated.refusal().1, "status_transition_invalid");
}

#[tokio::test]
async fn redaction_empties_and_cancels_an_open_session() {
    let server = Server::start().await;
    let created = server.post(SESSIONS, EVERYTHING).await.ok();
    let path = format!("{SESSIONS}/{}", created["id"].as_str().unwrap());
    let redacted = server.post(&format!("{path}/redact"), "").await.ok();
    assert_eq!(redacted["redaction"], json!({ "status": "processing" }));
    assert_eq!(redacted["status"], "canceled");
    assert_eq!(redacted["metadata"], json!({}));
    let shown = server
        .get(&format!("{path}?expand[]=provided_details"))
        .await
        .ok();
    assert_eq!(shown["provided_details"], json!(null));
    let events = server.get("/v1/events").await.ok();
    let types: Vec<_> = events["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["type"].clone())
        .collect();
    assert_eq!(
        types,
        [
            "identity.verification_session.canceled",
            "identity.verification_session.created"
        ]
    );
}

#[tokio::test]
async fn parameters_are_checked_by_name() {
    let server = Server::start().await;
    for (form, code, param) in [
        ("", "parameter_missing", "type"),
        ("type=", "parameter_invalid_empty", "type"),
        ("type=verification_flow", "", "type"),
        (
            "type=document&verification_flow=vf_1",
            "resource_missing",
            "verification_flow",
        ),
        (
            "type=document&verification_flow=vf_whole",
            "parameters_exclusive",
            "type",
        ),
        (
            "verification_flow=vf_whole&options[document][require_live_capture]=true",
            "parameters_exclusive",
            "options",
        ),
        ("type=document&foo=1", "parameter_unknown", "foo"),
        (
            "type=document&options[document][foo]=1",
            "parameter_unknown",
            "options[document][foo]",
        ),
        (
            "type=document&options[phone][x]=1",
            "parameter_unknown",
            "options[phone]",
        ),
        (
            "type=document&options[document][allowed_types][]=visa",
            "",
            "options[document][allowed_types][0]",
        ),
        (
            "type=document&options[document][require_matching_selfie]=1",
            "",
            "options[document][require_matching_selfie]",
        ),
        (
            "type=document&provided_details[email]=x",
            "email_invalid",
            "provided_details[email]",
        ),
        (
            "type=document&return_url=javascript:1",
            "url_invalid",
            "return_url",
        ),
        (
            "type=document&related_person[account]=a",
            "parameter_missing",
            "related_person[person]",
        ),
        ("type=document&expand[]=document", "", "expand[0]"),
        ("type=document&expand=options", "", "expand"),
    ] {
        let refusal = server.post(SESSIONS, form).await.refusal();
        assert_eq!(refusal, (400, code.to_owned(), param.to_owned()), "{form}");
    }
    let listed = server.get(SESSIONS).await.ok();
    assert_eq!(listed["data"], json!([]), "nothing was created");
}

#[tokio::test]
async fn a_session_of_a_flow_takes_its_type_and_options_from_there() {
    let server = Server::start().await;
    let created = server
        .post(SESSIONS, "verification_flow=vf_whole")
        .await
        .ok();
    assert_eq!(created["type"], "verification_flow");
    assert_eq!(created["verification_flow"], "vf_whole");
    assert_eq!(
        created["options"],
        json!({
            "document": {"require_matching_selfie": true},
            "email": {"require_verification": true},
            "id_number": {},
            "matching": {"dob": "none", "name": "similar"},
            "phone": {},
        })
    );
    let path = format!("{SESSIONS}/{}", created["id"].as_str().unwrap());
    for (form, param) in [
        ("type=document", "type"),
        ("options[document][require_live_capture]=true", "options"),
    ] {
        let refused = server.post(&path, form).await;
        assert_eq!(refused.refusal(), (400, String::new(), param.to_owned()));
    }
    let updated = server.post(&path, "metadata[a]=b").await.ok();
    assert_eq!(updated["options"], created["options"]);
}
