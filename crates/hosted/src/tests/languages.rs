use checks::Advice;
use identity::{ErrorCode, LastError, Reason};

use super::world::World;
use crate::review::{ReviewResult, Verdict};

#[tokio::test]
async fn a_person_hears_everything_in_the_language_their_client_asks_for() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    let client = client.with_header("accept-language", "de-AT, en;q=0.3");

    let page = client.page().await.body;
    assert_eq!(
        page["biometric_consent"]["accept_button_text"],
        "Ich stimme zu"
    );
    assert!(
        page["biometric_consent"]["body"]
            .as_str()
            .unwrap()
            .contains("Example &amp; Co")
    );

    client.consent().await;
    let given = world.opened(&session.id).await.personal.collected.consent;
    assert_eq!(given.unwrap().language, "de");

    world.sees(ReviewResult {
        verdict: Verdict::Poor(Advice::Dark),
        ..ReviewResult::default()
    });
    let problem = client.side("front", false).await.problem().clone();
    assert_eq!(problem["title"], "Das Bild ist zu dunkel");

    client.complete().await;
    let error = LastError {
        code: ErrorCode::DocumentExpired,
        reason: Reason::DocumentExpired,
    };
    world.fail(&session.id, error).await;
    let outcome = client.page().await.body["outcome"].clone();
    let body = outcome["body"].as_str().unwrap();
    assert!(body.contains("abgelaufen"), "{body}");
    let kept = world.opened(&session.id).await.session.last_error.unwrap();
    assert_eq!(kept.reason, Reason::DocumentExpired);
}

#[tokio::test]
async fn another_language_is_another_text_to_consent_to() {
    let world = World::new().await;
    let mut versions = Vec::new();
    for language in ["en", "ja"] {
        let session = world.selfie_session().await;
        let client = world.app(&session).await;
        client
            .with_header("accept-language", language)
            .consent()
            .await;
        let given = world.opened(&session.id).await.personal.collected.consent;
        versions.push(given.unwrap().text_version);
    }
    assert_ne!(versions[0], versions[1]);
}
