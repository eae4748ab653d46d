//! Webhook endpoints: create, retrieve, update, list, delete.

use std::collections::HashMap;

use futures::TryStreamExt;
use sdk_rust_tests::{Server, connect};
use stripe::StripeError;
use stripe_misc::webhook_endpoint::{
    CreateWebhookEndpoint, CreateWebhookEndpointEnabledEvents as Heard, DeleteWebhookEndpoint,
    ListWebhookEndpoint, RetrieveWebhookEndpoint, UpdateWebhookEndpoint,
    UpdateWebhookEndpointEnabledEvents,
};
use stripe_shared::ApiVersion;

const URL: &str = "https://shop.example/webhook";

#[tokio::test]
async fn an_endpoint_lives_from_create_to_delete() {
    let server = Server::start().await;
    let client = connect(&server.url, &server.keys.secret);
    let metadata = HashMap::from([("team".to_owned(), "risk".to_owned())]);
    let events = [
        Heard::IdentityVerificationSessionVerified,
        Heard::IdentityVerificationSessionRequiresInput,
    ];
    let created = CreateWebhookEndpoint::new(events, URL)
        .api_version(ApiVersion::V2026_09_30_endive)
        .description("outcomes")
        .metadata(metadata.clone())
        .send(&client)
        .await
        .unwrap();
    assert!(created.secret.unwrap().starts_with("whsec_"));
    assert_eq!(created.api_version.as_deref(), Some("2026-09-30.endive"));

    let retrieved = RetrieveWebhookEndpoint::new(created.id.clone())
        .send(&client)
        .await
        .unwrap();
    assert_eq!(retrieved.secret, None);
    assert_eq!(retrieved.url, URL);
    assert_eq!(retrieved.status, "enabled");
    assert_eq!(retrieved.description.as_deref(), Some("outcomes"));
    assert_eq!(retrieved.metadata, metadata);
    assert_eq!(
        retrieved.enabled_events,
        [
            "identity.verification_session.verified",
            "identity.verification_session.requires_input",
        ]
    );

    let updated = UpdateWebhookEndpoint::new(created.id.clone())
        .disabled(true)
        .enabled_events([UpdateWebhookEndpointEnabledEvents::All])
        .url("https://shop.example/other")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(updated.status, "disabled");
    assert_eq!(updated.enabled_events, ["*"]);
    assert_eq!(updated.url, "https://shop.example/other");

    let second = CreateWebhookEndpoint::new([Heard::All], URL)
        .send(&client)
        .await
        .unwrap();
    let all: Vec<_> = ListWebhookEndpoint::new()
        .limit(1)
        .paginate()
        .stream(&client)
        .try_collect()
        .await
        .unwrap();
    let ids: Vec<_> = all.iter().map(|endpoint| &endpoint.id).collect();
    assert_eq!(ids, [&second.id, &created.id]);

    let deleted = DeleteWebhookEndpoint::new(created.id.clone())
        .send(&client)
        .await
        .unwrap();
    assert_eq!(deleted.id, created.id);
    let gone = RetrieveWebhookEndpoint::new(created.id).send(&client).await;
    assert!(matches!(gone, Err(StripeError::Stripe(_, 404))), "{gone:?}");
}
