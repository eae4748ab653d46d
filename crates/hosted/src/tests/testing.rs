use identity::{ErrorCode, Options, VerificationType};
use sessions::Predefined;

use super::world::World;

#[tokio::test]
async fn a_test_session_can_be_settled_without_pictures() {
    let world = World::new().await;
    let number = world
        .session(VerificationType::IdNumber, Options::default())
        .await;
    for session in [world.selfie_session().await, number] {
        let client = world.app(&session).await;
        let failed = client
            .post("testing/unverify", "simulate_delay=false")
            .await;
        assert_eq!(failed.body["submitted"], true);
        assert_eq!(failed.body["closed"], true);
        assert_eq!(failed.body["requirements"]["errors"], serde_json::json!([]));
        assert_eq!(client.page().await.body["status"], "requires_input");

        let passed = client.post("testing/verify", "simulate_delay=true").await;
        assert_eq!(passed.body["submitted"], true);
        assert_eq!(client.page().await.body["status"], "verified");
        let opened = world.opened(&session.id).await;
        assert!(opened.session.last_report.is_some());
        assert!(opened.personal.verified_outputs.is_some());
        let told: Vec<_> = world
            .events(&session.id)
            .await
            .iter()
            .map(|event| event.rsplit('.').next().unwrap().to_owned())
            .collect();
        let expected = [
            "created",
            "processing",
            "requires_input",
            "processing",
            "verified",
        ];
        assert_eq!(told, expected);
    }
}

#[test]
fn the_page_offers_every_failure_once() {
    let page = include_str!("../../../../web/verify/src/protocol/outcome.ts");
    let (_, list) = page.split_once("failures = [").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    let mut offered: Vec<_> = list.split('\'').skip(1).step_by(2).collect();
    offered.sort_unstable();
    let mut known: Vec<_> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
    known.sort_unstable();
    assert_eq!(offered, known);
}

#[tokio::test]
async fn a_failure_can_be_chosen() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    let unknown = client.post("testing/unverify", "code=nonsense").await;
    assert_eq!(unknown.status, 400);
    assert_eq!(unknown.body["error"]["param"], "code");
    client
        .post("testing/unverify", "code=document_expired")
        .await;
    let opened = world.opened(&session.id).await;
    let error = opened.session.last_error.unwrap();
    assert_eq!(error.code, ErrorCode::DocumentExpired);

    let mut unit = world.services.store.begin().await.unwrap();
    let mut record = unit.session_anywhere(&session.id).await.unwrap().unwrap();
    let wanted = "selfie_manipulated".to_owned();
    record
        .session
        .metadata
        .insert(Predefined::KEY.to_owned(), wanted);
    unit.update_session(&record).await.unwrap();
    unit.save().await.unwrap();
    client.post("testing/unverify", "").await;
    let opened = world.opened(&session.id).await;
    let error = opened.session.last_error.unwrap();
    assert_eq!(error.code, ErrorCode::SelfieManipulated);
}
