use http::{Method, StatusCode};
use identity::LinkTokenKind;

use super::world::{Answer, World};

async fn begin(world: &World, address: &str) -> Answer {
    let path = address.strip_prefix("https://verify.example.org").unwrap();
    let path = format!("{path}/begin");
    world.call(Method::POST, &path, &[], Some("")).await
}

#[tokio::test]
async fn a_session_goes_on_elsewhere_and_stays_open_here() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    let begun = world
        .call(Method::POST, &format!("{link}/begin"), &[], Some(""))
        .await;
    let cookie = begun.cookie().unwrap();
    let desktop = world.browser(&session, &cookie);

    let handed = desktop.post("handover", "").await;
    assert_eq!(handed.status, StatusCode::OK);
    assert_eq!(handed.body["opened"], 1);
    let left = handed.body["expires_at"].as_i64().unwrap() - world.services.now().0;
    assert!((3600..=7200).contains(&left), "{left}");
    let url = handed.body["url"].as_str().unwrap().to_owned();

    let phone = begin(&world, &url).await;
    assert_eq!(phone.status, StatusCode::OK);
    let phone = world.browser(&session, &phone.cookie().unwrap());
    assert_eq!(phone.consent().await.status, StatusCode::OK);
    assert_eq!(
        desktop.page().await.body["requirements"]["missing"][0],
        "id_document_front"
    );
    assert_eq!(world.opened(&session.id).await.session.links_spent, 2);

    let again = begin(&world, &url).await;
    assert_eq!(again.code(), "link_used");
    phone.complete().await;
    assert_eq!(
        desktop.post("handover", "").await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn an_old_code_opens_nothing() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    let url = client.post("handover", "").await.body["url"].clone();
    world.clock.advance(2 * 3600);
    let late = begin(&world, url.as_str().unwrap()).await;
    assert_eq!(late.code(), "link_expired");
}
