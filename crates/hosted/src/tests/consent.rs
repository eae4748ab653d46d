use http::StatusCode;
use identity::ErrorCode;

use super::world::World;

#[tokio::test]
async fn pictures_wait_for_consent() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    for refused in [client.side("front", false).await, client.face().await] {
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert_eq!(refused.param(), "collected_data[biometric_consent]");
    }
    assert_eq!(
        world.looks(),
        [],
        "what is not consented to is not looked at"
    );

    let file = client.upload().await;
    let together = client
        .data(&[
            ("[biometric_consent]", "true"),
            ("[id_document_front][high_res_image]", &file),
            ("[id_document_front][upload_method]", "file_upload"),
        ])
        .await;
    assert_eq!(together.missing(), ["id_document_back", "face"]);

    let withdrawn = format!(
        "clear_data[biometric_consent]=true\
         &collected_data[id_document_back][high_res_image]={file}\
         &collected_data[id_document_back][upload_method]=file_upload"
    );
    let refused = client.post("data", &withdrawn).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_consent_is_recorded_with_its_text_and_stands() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    let answer = client.consent().await;
    assert_eq!(
        answer.missing(),
        ["id_document_front", "id_document_back", "face"]
    );
    let given = world
        .opened(&session.id)
        .await
        .personal
        .collected
        .consent
        .unwrap();
    assert_eq!(given.given_at, world.services.now());
    assert_eq!(given.language, "en");
    assert_eq!(given.text_version.len(), 64);
    assert!(
        given
            .text
            .iter()
            .any(|text| text.contains("biometric data"))
    );
    assert_eq!(
        given.text.iter().filter(|text| *text == "I agree").count(),
        1
    );

    world.clock.advance(60);
    client.consent().await;
    let stands = world
        .opened(&session.id)
        .await
        .personal
        .collected
        .consent
        .unwrap();
    assert_eq!(stands.given_at, given.given_at);
}

#[tokio::test]
async fn a_decline_deletes_what_was_sent_and_is_told_once() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    client.side("front", false).await;
    let unposted = client.upload().await;
    let declined = client.data(&[("[biometric_consent]", "false")]).await;
    assert_eq!(declined.status, StatusCode::OK);
    insta::assert_json_snapshot!("declined", declined.body, { ".id" => "vs" });

    let opened = world.opened(&session.id).await;
    assert!(opened.personal.collected.front.is_none());
    assert!(opened.personal.collected.consent.is_none());
    assert_eq!(
        opened.session.last_error.unwrap().code,
        ErrorCode::ConsentDeclined
    );
    let mut unit = world.services.store.read().await.unwrap();
    assert!(unit.files_of_session(&session.id).await.unwrap().is_empty());
    drop(unit);
    assert_eq!(world.services.blobs.get(&unposted).await.unwrap(), None);
    assert!(world.services.blobs.list().await.unwrap().is_empty());

    let repeated = client.data(&[("[biometric_consent]", "false")]).await;
    assert_eq!(repeated.body, declined.body);
    let told = [
        "identity.verification_session.created",
        "identity.verification_session.requires_input",
    ];
    assert_eq!(world.events(&session.id).await, told);

    for _ in 0..10 {
        client.consent().await;
        client.data(&[("[biometric_consent]", "false")]).await;
    }
    assert_eq!(world.events(&session.id).await, told, "it looks the same");
}

#[tokio::test]
async fn who_declined_can_change_their_mind() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.data(&[("[biometric_consent]", "false")]).await;
    assert_eq!(client.page().await.body["outcome"], serde_json::Value::Null);
    assert_eq!(client.complete().await.body["status"], "processing");
    assert!(world.opened(&session.id).await.session.last_error.is_none());
}
