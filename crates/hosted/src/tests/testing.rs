use identity::{Options, VerificationType};

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
        let case = world.case(&session.id).await;
        assert!(case.session.last_report.is_some());
        assert!(case.personal.verified_outputs.is_some());
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
