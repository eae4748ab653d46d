use http::StatusCode;
use identity::{DocumentType, ErrorCode, LastError, Options, Reason, VerificationType};
use serde_json::{Value, json};

use super::world::World;

#[tokio::test]
async fn a_page_has_every_key_of_every_version() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let page = world.app(&session).await.page().await;
    assert_eq!(page.headers["cache-control"], "no-store");
    insta::assert_json_snapshot!("page_of_document_and_selfie", page.body, {
        ".id" => "vs",
        ".fallback_url" => "https://verify.example.org/start/token",
        ".user_session_id" => "uuid",
    });
    let link = page.body["fallback_url"].as_str().unwrap();
    assert_eq!(
        Some(link),
        world.services.links(&session).url.as_deref(),
        "the fallback is a link like any other"
    );
}

#[tokio::test]
async fn other_types_have_the_same_keys() {
    let world = World::new().await;
    let passport = identity::DocumentOptions {
        allowed_types: Some(vec![DocumentType::Passport]),
        require_live_capture: Some(true),
        require_id_number: Some(true),
        ..identity::DocumentOptions::default()
    };
    let passport = Options {
        document: Some(passport),
        ..Options::default()
    };
    let whole = world.selfie_session().await;
    let document = world.session(VerificationType::Document, passport).await;
    let number = world
        .session(VerificationType::IdNumber, Options::default())
        .await;
    let keys =
        |page: &Value| -> Vec<String> { page.as_object().unwrap().keys().cloned().collect() };
    let expected = keys(&world.app(&whole).await.page().await.body);

    let document = world.app(&document).await.page().await;
    assert_eq!(keys(&document.body), expected);
    assert_eq!(
        document.missing(),
        ["biometric_consent", "id_document_front", "id_number"]
    );
    assert_eq!(document.body["selfie"], Value::Null);
    assert_eq!(
        document.body["document_capture"]["require_live_capture"],
        true
    );
    assert_eq!(
        document.body["document_select"]["id_document_type_allowlist"],
        json!({ "passport": "Passport" })
    );

    let number = world.app(&number).await.page().await;
    assert_eq!(keys(&number.body), expected);
    assert_eq!(number.missing(), ["name", "dob", "id_number"]);
}

#[tokio::test]
async fn native_sdks_are_sent_to_the_page() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    for (agent, unsupported) in [
        (r#"{"lang":"kotlin","bindings_version":"23.6.0"}"#, true),
        (r#"{"lang":"objective-c","model":"iPhone"}"#, true),
        (r#"{"lang":"python"}"#, false),
        ("not JSON", false),
    ] {
        let client = world.app(&session).await;
        let page = client
            .with_header("x-stripe-user-agent", agent)
            .page()
            .await;
        assert_eq!(page.body["unsupported_client"], unsupported, "{agent}");
    }
}

#[tokio::test]
async fn a_key_opens_its_own_session_alone() {
    let world = World::new().await;
    let (own, other) = (world.selfie_session().await, world.selfie_session().await);
    let mut client = world.app(&own).await;
    client.session = other.id.clone();
    for answer in [
        client.page().await,
        client.consent().await,
        client.post("submit", "").await,
    ] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.code(), "resource_missing");
    }
    client.headers.clear();
    assert_eq!(client.page().await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_canceled_session_has_no_page() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    world.cancel(&session.id).await;
    for answer in [
        client.page().await,
        client.consent().await,
        client.post("submit", "").await,
    ] {
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert_eq!(answer.code(), "session_closed");
    }
}

#[tokio::test]
async fn an_outcome_speaks_to_the_person() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    assert_eq!(client.page().await.body["outcome"], Value::Null);
    client.complete().await;
    assert_eq!(client.page().await.body["outcome"], Value::Null);
    let error = LastError {
        code: ErrorCode::DocumentExpired,
        reason: Reason::Sentence("It ended <before> today.".to_owned()),
    };
    world.fail(&session.id, error).await;
    let page = client.page().await;
    insta::assert_json_snapshot!("outcome_of_a_failure", page.body["outcome"]);
    assert_eq!(
        page.missing(),
        ["id_document_front", "id_document_back", "face"],
        "consent stands, pictures are new"
    );

    client.complete().await;
    world.pass(&session.id).await;
    let page = client.page().await;
    insta::assert_json_snapshot!("outcome_of_success", page.body["outcome"]);
    assert_eq!(page.body["submitted"], true);
    assert_eq!(page.body["closed"], true);
}
